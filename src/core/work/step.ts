/**
 * What can happen to an experiment, an action or a blocker after it was written down. Dates are ISO 8601 days.
 * Each kind of step has a function of its own that says when it is possible and which keys it changes.
 */
export type Step =
  | { readonly type: 'startExperiment'; readonly date: string }
  | {
      readonly type: 'concludeExperiment';
      readonly date: string;
      /** One of `outcomes`. */
      readonly outcome: string;
      /** Markdown for the section `## Result`; nothing is written where it is absent or empty. */
      readonly result?: string;
    }
  | { readonly type: 'closeAction'; readonly date: string }
  | { readonly type: 'dropAction'; readonly date: string; readonly reason: string }
  | { readonly type: 'clearBlocker'; readonly date: string }
  | { readonly type: 'reopen' };
