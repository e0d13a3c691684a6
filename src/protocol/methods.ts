import type { Guard } from './guard.ts';

/** What one end lets the other end ask. With an `output` it is answered; without, it is only told. */
export interface Method {
  readonly input: Guard<unknown>;
  readonly output?: Guard<unknown>;
}

/** Everything that one end serves, by name: the types of both ends come from this table. */
export type Methods = Readonly<Record<string, Method>>;

/** What a method is given. */
export type InputOf<M extends Method> = M extends { readonly input: Guard<infer I> } ? I : never;

/** What a method answers; `never` where it is only told. */
export type OutputOf<M extends Method> = M extends { readonly output: Guard<infer O> } ? O : never;

/** The names of the methods that answer. */
export type Asked<T extends Methods> = {
  [K in keyof T & string]: T[K] extends { readonly output: Guard<unknown> } ? K : never;
}[keyof T & string];

/** The names of the methods that are only told. */
export type Told<T extends Methods> = Exclude<keyof T & string, Asked<T>>;

/** One function for each method of a table. */
export type Handlers<T extends Methods> = {
  readonly [K in keyof T & string]: T[K] extends { readonly output: Guard<infer O> }
    ? (input: InputOf<T[K]>) => O | Promise<O>
    : (input: InputOf<T[K]>) => void | Promise<void>;
};
