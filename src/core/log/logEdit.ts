import type { AuditDraft } from '../audit/printAudit.ts';
import type { EntryDraft } from '../entries/draft.ts';
import type { CommitLink } from '../entries/entry.ts';
import type { FrontMatterValue } from '../format/editFrontMatter.ts';
import type { TeamPage } from '../pages/teamPage.ts';
import type { PlanAddition } from '../plan/addToPlan.ts';
import type { PulseDraft } from '../pulse/printPulse.ts';
import type { Template } from '../templates/template.ts';
import type { Step } from '../work/step.ts';
import type { Relink } from '../links/relink.ts';

/** Everything that can be done to a log, as data. */
export type LogEdit =
  /** Makes the folder and its settings, where they are missing. */
  | { readonly type: 'initialise' }
  /** Makes one of the team's pages, where it is missing. */
  | { readonly type: 'addPage'; readonly page: TeamPage }
  /** Adds a thing that the team chose to its plan, or what carries one that is in it. */
  | { readonly type: 'addToPlan'; readonly addition: PlanAddition }
  /** Under a new id, unless one was made for it before. */
  | { readonly type: 'addEntry'; readonly draft: EntryDraft; readonly id?: string }
  /** Keeps a template as the team's own, in `templates/<key>.yml`. */
  | { readonly type: 'addTemplate'; readonly template: Template }
  /** Keeps the digest of a week, named by its Monday, in `digests/<monday>.md`. */
  | { readonly type: 'addDigest'; readonly monday: string; readonly text: string }
  /** Keeps an audit, in `audits/<year>/`. */
  | { readonly type: 'addAudit'; readonly draft: AuditDraft }
  /** Keeps a round of a survey, in `pulses/<year>/`. */
  | { readonly type: 'addPulse'; readonly draft: PulseDraft }
  /** Writes the minutes of a meeting, unless the file says something else than what was written `before`. */
  | {
      readonly type: 'writeMinutes';
      readonly path: string;
      readonly text: string;
      /** `undefined` where there was no such file. */
      readonly before: string | undefined;
    }
  /** Changes keys of one file's front matter and nothing else; `undefined` removes a key. */
  | {
      readonly type: 'setKeys';
      readonly path: string;
      readonly values: Readonly<Record<string, FrontMatterValue | undefined>>;
    }
  /** Starts, ends or reopens what is in one file. */
  | { readonly type: 'takeStep'; readonly path: string; readonly step: Step }
  /** Puts the earlier text of a file back, unless it was changed since. */
  | { readonly type: 'revertFile'; readonly path: string; readonly from: string; readonly to: string }
  /** Adds a link to a commit behind those that an entry has. */
  | { readonly type: 'linkCommit'; readonly path: string; readonly link: CommitLink }
  /** Gives links to commits new values and changes nothing else of the file. */
  | { readonly type: 'relink'; readonly path: string; readonly links: readonly Relink[] }
  | { readonly type: 'removeFile'; readonly path: string }
  /** Puts a removed file back, unless another has taken its place. */
  | { readonly type: 'restoreFile'; readonly path: string; readonly text: string };

/** What an edit did. */
export interface Applied {
  /** The files that are different now, POSIX, from the root of the repository. */
  readonly paths: readonly string[];
  /** The id of the entry that was added. */
  readonly id?: string;
  /** The edit that takes it back, where there is one. */
  readonly undo?: LogEdit;
}
