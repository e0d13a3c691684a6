/** Does something after so many milliseconds, unless what is returned is called before. */
export type After = (milliseconds: number, deed: () => void) => () => void;

export const after: After = (milliseconds, deed) => {
  const timer = setTimeout(deed, milliseconds);
  return () => clearTimeout(timer);
};
