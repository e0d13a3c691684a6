/** What one person answers to a survey, on their page. */
export interface PulseSheet {
  /** The round that it is for. */
  readonly round: string;
  /** By the place of the question; absent for one that is left open. */
  readonly ratings: Readonly<Record<number, number>>;
  /** The statements are shown although they were answered before. */
  readonly anew: boolean;
  readonly sending: boolean;
  /** Why it was not sent; empty for nothing. */
  readonly complaint: string;
}

/** Nothing is answered yet. */
export function emptySheet(round: string): PulseSheet {
  return { round, ratings: {}, anew: false, sending: false, complaint: '' };
}

/** The sheet of a round: that of another round says nothing. */
export function sheetOf(sheet: PulseSheet, round: string): PulseSheet {
  return sheet.round === round ? sheet : emptySheet(round);
}

/** The sheet that is here when another one was sent: what was changed meanwhile can be sent again. */
export function afterSent(sheet: PulseSheet, sent: PulseSheet): PulseSheet {
  if (sheet.round !== sent.round) {
    return sheet;
  }
  // What was sent is not needed here any more.
  return sheet.ratings === sent.ratings ? emptySheet(sheet.round) : { ...sheet, sending: false, anew: true };
}

/** The same where it was not sent, for a reason. */
export function afterUnsent(sheet: PulseSheet, sent: PulseSheet, complaint: string): PulseSheet {
  return sheet.round === sent.round ? { ...sheet, sending: false, complaint } : sheet;
}

/** Which questions are left open, from 0. */
export function leftOpen({ ratings }: PulseSheet, questions: number): readonly number[] {
  return Array.from({ length: questions }, (_, at) => at).filter((at) => ratings[at] === undefined);
}

/** The number that a key stands for on a scale; `undefined` for none. */
export function ratingOf(
  key: string,
  { from, to }: { readonly from: number; readonly to: number },
): number | undefined {
  const rating = /^\d$/.test(key) ? Number(key) : Number.NaN;
  return rating >= from && rating <= to ? rating : undefined;
}
