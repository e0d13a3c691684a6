import { noAuditTexts } from '../../src/core/audit/audit.ts';
import { printAudit } from '../../src/core/audit/printAudit.ts';
import { builtInSurveys } from '../../src/core/pulse/builtInSurveys.ts';
import { printPulse } from '../../src/core/pulse/printPulse.ts';
import { auditPath } from '../../src/core/format/entryPath.ts';
import { auditOf } from '../support/auditOf.ts';
import { type SeededRandom, seededRandom } from '../support/seededRandom.ts';
import { applyEdits, type FileEdit, write } from './fileEdits.ts';
import type { LogBook } from './logBook.ts';
import { logMessage } from './logMessages.ts';
import { printMinutes } from './minutes.ts';
import type { Step } from './plan.ts';
import type { MadeCommit, ShopHistory } from './shopHistory.ts';
import type { Branch, Change, Story, StoryAudit, StoryMeeting, StoryPulse } from './story.ts';
import type { WorkCalendar } from './workCalendar.ts';
import { type Moment, YearLog } from './yearLog.ts';

/** Makes the commits of a year, one step after the other. */
export class YearTeller {
  readonly #history: ShopHistory;
  readonly #book: LogBook;
  readonly #calendar: WorkCalendar;
  readonly #log: YearLog;
  readonly #random: SeededRandom;
  readonly #commits = new Map<string, MadeCommit>();
  #pullRequests = 11;

  constructor(
    history: ShopHistory,
    book: LogBook,
    calendar: WorkCalendar,
    stories: readonly Story[],
    seed: number,
  ) {
    this.#history = history;
    this.#book = book;
    this.#calendar = calendar;
    this.#random = seededRandom(`${seed} year`);
    const entries = stories.flatMap((story) => story.entries ?? []);
    this.#log = new YearLog(history, book, calendar, entries, seededRandom(`${seed} log`), this.#commits);
  }

  async tell(step: Step): Promise<void> {
    await this.#commitDrafts(step.seconds);
    switch (step.what) {
      case 'change':
        return this.#change(step.change, step);
      case 'merge':
        return this.#merge(step.branch, step);
      case 'entry':
      case 'later':
        this.#log.draft(step, step);
        return;
      case 'meeting':
        return this.#meet(step.meeting, step);
      case 'pulse':
        return this.#ask(step.pulse, step);
      case 'audit':
        return this.#audit(step.audit, step);
      default:
        return step satisfies never;
    }
  }

  /** Commits what is still lying about. */
  finish(): Promise<void> {
    return this.#commitDrafts(Number.POSITIVE_INFINITY);
  }

  async #change(change: Change, moment: Moment): Promise<void> {
    const { by, branch, key } = change;
    const reverted = change.reverts === undefined ? undefined : this.#commits.get(change.reverts);
    const shop = reverted === undefined ? (change.edits ?? []) : this.#history.inverseOf(reverted);
    const line = branch === undefined ? undefined : this.#history.branches.get(branch);
    const after = applyEdits(line?.tree ?? this.#history.main, shop);
    const part = this.#log.partOf(key, after, moment.date);
    const edits = [...shop, ...part.edits];
    if (branch !== undefined) {
      const request = { ...moment, by, message: messageOf(change, { ids: part.ids }), edits };
      const pr = line?.pr ?? this.#nextPullRequest();
      this.#remember(key, await this.#history.commitToBranch(branch, { ...request, pr }), shop);
      return;
    }
    const alone = reverted !== undefined || change.tag !== undefined;
    const pr = change.pulled === true ? this.#nextPullRequest() : undefined;
    const request = {
      ...moment,
      by,
      message: messageOf(change, {
        ids: part.ids,
        ...(reverted && { reverted }),
        ...(pr !== undefined && { pr }),
      }),
      edits: alone ? edits : [...edits, ...this.#log.takeAlong(by)],
      ...(pr !== undefined && { pr }),
    };
    const made = await this.#history.commitToMain(request);
    this.#remember(key, made, shop);
    if (change.tag !== undefined) {
      this.#history.tag(change.tag, made, { ...request, message: change.subject });
    }
  }

  async #merge({ name, by, squashed, key }: Branch, moment: Moment): Promise<void> {
    const branch = this.#history.branches.get(name);
    if (branch === undefined) {
      throw new Error(`There is no branch ${name} yet.`);
    }
    const { pr, subjects } = branch;
    const made =
      squashed === undefined
        ? await this.#history.merge(
            branch,
            {
              ...moment,
              by: by ?? branch.by,
              message: `Merge pull request #${pr} from storefront/${name}\n\n${subjects[0]}`,
            },
            'merge',
          )
        : await this.#history.merge(
            branch,
            {
              ...moment,
              by: branch.by,
              pr,
              message: `${squashed} (#${pr})\n\n${subjects.map((subject) => `* ${subject}`).join('\n')}`,
            },
            'squash',
          );
    this.#remember(key, made, branch.edits);
  }

  async #meet(meeting: StoryMeeting, moment: Moment): Promise<void> {
    const { by, title, key } = meeting;
    const at = { id: this.#book.idOf(key), date: moment.date, from: this.#calendar.dateOf(meeting.from) };
    const text = printMinutes(meeting, at, (entry) => this.#book.entry(entry));
    const edits = [write(pagePath('meetings', at, title), text), ...this.#log.madeBy(meeting)];
    await this.#history.commitToMain({ ...moment, by, message: `Minutes of ${title.toLowerCase()}`, edits });
  }

  async #ask(pulse: StoryPulse, moment: Moment): Promise<void> {
    const id = this.#book.idOf(pulse.key);
    const path = pagePath('pulses', { id, date: moment.date }, pulse.title);
    const survey = builtInSurveys().find(({ key }) => key === pulse.survey);
    if (survey === undefined) {
      throw new Error(`There is no survey ${pulse.survey}`);
    }
    const questions = survey.questions.map((question, at) => ({
      ...question,
      mean: pulse.means[at] ?? Number.NaN,
    }));
    const result = { answers: '5-7', questions } as const;
    const edits = [write(path, printPulse(id, { title: pulse.title, date: moment.date, survey, result }))];
    await this.#history.commitToMain({
      ...moment,
      by: pulse.by,
      message: `Result of our survey: ${pulse.title.toLowerCase()}`,
      edits,
    });
  }

  async #audit({ key, by, ratings, texts }: StoryAudit, moment: Moment): Promise<void> {
    const id = this.#book.idOf(key);
    const draft = {
      title: 'Culture audit',
      date: moment.date,
      answers: auditOf(ratings),
      texts: { ...noAuditTexts, ...texts },
    };
    const edits = [write(auditPath('retro', draft.date, draft.title, id), printAudit(id, draft))];
    await this.#history.commitToMain({
      ...moment,
      by,
      message: 'What we answered in the culture audit',
      edits,
    });
  }

  async #commitDrafts(before: number): Promise<void> {
    for (const { by, due, news, files } of this.#log.takeDue(before)) {
      const date = new Date(due * 1000).toISOString().slice(0, 10);
      const edits = files.map(({ path, text }) => write(path, text));
      await this.#history.commitToMain({ by, date, seconds: due, message: logMessage(news), edits });
    }
  }

  #remember(key: string | undefined, made: MadeCommit, edits: readonly FileEdit[]): void {
    if (key !== undefined) {
      this.#commits.set(key, { ...made, edits });
    }
  }

  #nextPullRequest(): number {
    this.#pullRequests += this.#random.pick([1, 1, 1, 2, 3]);
    return this.#pullRequests;
  }
}

/** The words of a commit, with what ends them: a number, the hash that is reverted, the entries that it brings. */
function messageOf(
  { subject, body }: Change,
  {
    ids,
    reverted,
    pr,
  }: { readonly ids: readonly string[]; readonly reverted?: MadeCommit; readonly pr?: number },
): string {
  const revert = reverted && `Revert "${reverted.link.subject}"`;
  return [
    `${revert ?? subject}${pr === undefined ? '' : ` (#${pr})`}`,
    ...(reverted ? [`This reverts commit ${reverted.link.sha}.`] : []),
    ...(body === undefined ? [] : [body]),
    ...(ids.length === 0 ? [] : [ids.map((id) => `Retro: ${id}`).join('\n')]),
  ].join('\n\n');
}

function pagePath(folder: string, at: { readonly id: string; readonly date: string }, title: string): string {
  const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `retro/${folder}/${at.date.slice(0, 4)}/${at.date}-${slug}-${at.id}.md`;
}
