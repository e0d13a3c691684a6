/**
 * A question to git whose answer is read as it comes. Like `GitCommand` it is data: whoever runs it adds the recipe.
 */
export interface GitStream<T> {
  /** The arguments after the recipe's own, the subcommand first. */
  readonly args: readonly string[];
  /** What git reads from its standard input. Names that come from outside go here: they cannot be options. */
  readonly input?: string;
  /** The arguments of a second git that the output of the first goes through. */
  readonly through?: readonly string[];
  /** Whether each value is wanted as soon as git has it, and not when there are some. */
  readonly atOnce?: boolean;
  /** What ends a field. */
  readonly separator: '\0' | '\n';
  /**
   * Makes a reader that is given one field after the other, `undefined` at the end, and emits what they say. What
   * it keeps of a longer field is a copy of its own. It never throws.
   */
  readonly reader: (emit: (value: T) => void) => (field: string | undefined) => void;
}

/** A reader of records that all have the same number of fields. */
export function recordReader<T>(
  fields: number,
  parse: (record: readonly string[]) => T | undefined,
): GitStream<T>['reader'] {
  return (emit) => {
    let record: string[] = [];
    return (field) => {
      if (field === undefined) {
        return;
      }
      record.push(field);
      if (record.length === fields) {
        const value = parse(record);
        record = [];
        if (value !== undefined) {
          emit(value);
        }
      }
    };
  };
}

/**
 * A reader of a record and the paths behind it. The record starts with an empty field, and no path is empty; the
 * first path has a line break before it.
 */
export function pathsReader<T>(
  parse: (name: string, paths: readonly string[]) => T | undefined,
): GitStream<T>['reader'] {
  return (emit) => {
    let name: string | undefined;
    let paths: string[] = [];
    return (field) => {
      if (field === '' || field === undefined) {
        const value = name === undefined ? undefined : parse(name, paths);
        name = undefined;
        paths = [];
        if (value !== undefined) {
          emit(value);
        }
      } else if (name === undefined) {
        name = field;
      } else {
        paths.push(paths.length === 0 ? field.replace(/^\n/, '') : field);
      }
    };
  };
}
