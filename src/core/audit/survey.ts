/** What a culture audit asks about, in the order in which it is asked. */
export const themes = ['solving', 'failing', 'leading', 'habits'] as const;

export type Theme = (typeof themes)[number];

/**
 * How far down a statement looks: what a visitor can see, what a team says and agrees on, and what it believes and
 * takes for granted.
 */
export const depths = ['above', 'below', 'deep'] as const;

export type Depth = (typeof depths)[number];

/** One statement that a team rates together. */
export interface Statement {
  /** `<theme>-<depth>`, in every wording of this survey. */
  readonly id: string;
  readonly theme: Theme;
  readonly depth: Depth;
  /** The lowest rating is the best. No statement of this wording is: what is ranked then reads as what is strong. */
  readonly reversed: boolean;
}

/** The survey’s name, the version of its wording, and its scale: what two audits must share to be compared. */
export const survey = { name: 'learning-culture', wording: '2026-1', scale: { from: 1, to: 5 } } as const;

/** The twelve statements in the order in which they are asked. */
export const statements: readonly Statement[] = themes.flatMap((theme) =>
  depths.map((depth) => ({ id: `${theme}-${depth}`, theme, depth, reversed: false })),
);

/** The statements about one theme, from above the surface down. */
export function statementsOf(theme: Theme): readonly Statement[] {
  return statements.filter((statement) => statement.theme === theme);
}

/** The statement with an id; `undefined` for one of another survey. */
export function statementWith(id: string): Statement | undefined {
  return statements.find((statement) => statement.id === id);
}
