/** Answers whether a value that came from elsewhere is a `T`, looking no deeper than it must. */
export type Guard<T> = (value: unknown) => value is T;

/** What a guard vouches for. */
export type Guarded<G> = G extends Guard<infer T> ? T : never;

const noGuards = {} as const;

type Guards = Readonly<Record<string, Guard<unknown>>>;
type Shape<Needed extends Guards, Extra extends Guards> = {
  readonly [K in keyof Needed]: Guarded<Needed[K]>;
} & {
  readonly [K in keyof Extra]?: Guarded<Extra[K]>;
};

/** Text of at most `limit` UTF-16 units. */
export function text(limit: number): Guard<string> {
  return (value): value is string => typeof value === 'string' && value.length <= limit;
}

/** Text of a form. The expression is only run on text within the limit. */
export function textLike(form: RegExp, limit: number): Guard<string> {
  return (value): value is string => typeof value === 'string' && value.length <= limit && form.test(value);
}

/** One of the given words. */
export function oneOf<const W extends string>(words: readonly W[]): Guard<W> {
  return (value): value is W => (words as readonly unknown[]).includes(value);
}

/** A list of at most `limit` items, each of which passes. */
export function listOf<T>(item: Guard<T>, limit: number): Guard<readonly T[]> {
  return (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= limit && value.every((one) => item(one));
}

/** A whole number from 0 up that a double holds exactly. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** A number that is not infinite. */
export function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

/** Two of one kind. */
export function pairOf<T>(item: Guard<T>): Guard<readonly [T, T]> {
  return (value): value is readonly [T, T] =>
    Array.isArray(value) && value.length === 2 && value.every((one) => item(one));
}

/** Null, or what passes. */
export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

/** Where a method takes or gives nothing. */
export function isNothing(value: unknown): value is null {
  return value === null;
}

export function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** Takes everything: for what another guard looks at next. */
export function isAnything(_value: unknown): _value is unknown {
  return true;
}

/**
 * A plain object with all the `needed` keys, perhaps some of the `extra` ones, and no others: so an unknown
 * key, or one such as `__proto__`, makes the whole value unfit.
 */
export function shape<Needed extends Guards, Extra extends Guards = typeof noGuards>(
  needed: Needed,
  extra?: Extra,
): Guard<Shape<Needed, Extra>> {
  return (value): value is Shape<Needed, Extra> => {
    if (!isPlainObject(value)) {
      return false;
    }
    const fits = (key: string) =>
      guardOf(needed, key)?.(value[key]) ?? guardOf(extra ?? {}, key)?.(value[key]) ?? false;
    return Object.keys(needed).every((key) => Object.hasOwn(value, key)) && Object.keys(value).every(fits);
  };
}

function guardOf(guards: Guards, key: string): Guard<unknown> | undefined {
  return Object.hasOwn(guards, key) ? guards[key] : undefined;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return false;
  }
  // An object that comes from another window or realm has that realm's prototype, which has none itself.
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
