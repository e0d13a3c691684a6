import * as l10n from '@vscode/l10n';
import { displayText } from '../../core/entries/displayText.ts';
import { entryLinks } from '../../core/links/entryLinks.ts';
import { type GradedLink, type Grading, grades } from '../../core/links/grade.ts';
import { survivalText } from '../../core/links/gradeText.ts';
import { gradeName, reasonOf } from '../../core/links/gradeWords.ts';
import { readRepairs, repairEdits } from '../../core/links/planRepair.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import { RetroError } from '../../core/retroError.ts';
import type { Answer, Command, Invocation } from '../command.ts';
import { loadLog } from '../loadLog.ts';
import { valueOf } from '../optionValues.ts';
import { gradingOf } from '../gradeEntryLinks.ts';
import { sayingProgress } from '../sayingProgress.ts';
import type { Terminal } from '../terminal.ts';
import type { Workplace } from '../workplace.ts';

const shortHash = 12;

export const links: Command = {
  name: 'links',
  arguments: [],
  options: [
    {
      name: 'repair',
      summary: () => l10n.t('write links anew where it is certain which commit they mean today'),
    },
    {
      name: 'onto',
      value: 'REF',
      summary: () => l10n.t('look for commits that this reaches; HEAD otherwise'),
    },
  ],
  summary: () => l10n.t('Say which commits the links mean today, and repair them'),
  run,
};

async function run({ values, terminal, openWorkplace }: Invocation): Promise<Answer> {
  const place = await openWorkplace();
  await loadLog(place, terminal);
  const grading = await gradeAll(place, valueOf(values, 'onto'), terminal);
  const done = values.has('repair')
    ? await repair(grading.links, place, terminal)
    : { repaired: 0, failed: 0 };
  const counts = Object.fromEntries(
    grades.map((grade) => [grade, grading.links.filter((link) => link.grade === grade).length]),
  );
  return {
    json: async () => ({
      links: grading.links.length,
      grades: counts,
      repaired: done.repaired,
      items: grading.links.map(({ id, link, grade, now = null, by = null }) => ({
        id,
        sha: link.sha,
        grade,
        now,
        by,
      })),
    }),
    lines: () => grading.links.filter(({ grade }) => grade !== 'exact').flatMap(linkLines),
    summary: summaryOf(grading, done.repaired, values.has('repair')),
    foundErrors: done.failed > 0,
  };
}

async function gradeAll(
  { log, history }: Workplace,
  onto: string | undefined,
  terminal: Terminal,
): Promise<Grading> {
  const nothing = { links: [], incomplete: false, patchIds: 0 };
  const asked = entryLinks(log.entries);
  if (asked.length === 0) {
    return nothing;
  }
  const answer = await sayingProgress(terminal, l10n.t('Checking links to commits'), (progress) =>
    history.grade(asked, onto === undefined ? { progress } : { onto, progress }),
  );
  refuseWithoutAnswer(answer);
  return gradingOf(answer, terminal) ?? nothing;
}

function refuseWithoutAnswer(answer: GitAnswer<unknown>): void {
  if (answer.state === 'noRepository') {
    throw new RetroError(
      'git',
      l10n.t('Links to commits were not checked: this is not in a git repository.'),
    );
  }
  if (answer.state === 'failed') {
    throw new RetroError('git', l10n.t('Links to commits were not checked: {0}', answer.reason));
  }
}

/** A file that cannot be written does not keep the others from being repaired. */
async function repair(
  graded: readonly GradedLink[],
  { log, history, removeStaleFiles }: Workplace,
  terminal: Terminal,
): Promise<{ readonly repaired: number; readonly failed: number }> {
  const answer = await readRepairs(graded, history);
  refuseWithoutAnswer(answer);
  const plan = answer.state === 'ok' ? answer.value : [];
  let [repaired, failed] = [0, 0];
  for (const edit of repairEdits(plan)) {
    const path = 'path' in edit ? edit.path : '';
    try {
      await log.apply(edit);
      repaired += plan.filter((one) => one.path === path && one.change === 'moved').length;
    } catch (error) {
      if (!(error instanceof RetroError)) {
        throw error;
      }
      failed += 1;
      terminal.say(`${path}: ${error.message}`);
    }
  }
  await removeStaleFiles();
  return { repaired, failed };
}

function linkLines({ id, link, grade, now, by }: GradedLink): readonly string[] {
  const what = [link.sha.slice(0, shortHash), displayText(link.subject ?? '')].filter((part) => part !== '');
  const found =
    now === undefined || by === undefined ? '' : ` → ${now.slice(0, shortHash)} (${reasonOf(by, grade)})`;
  return [`${id}  ${gradeName(grade)}  ${what.join(' ')}${found}`];
}

function summaryOf(grading: Grading, repaired: number, isRepair: boolean): string {
  if (grading.links.length === 0) {
    return survivalText(grading);
  }
  const all = `${survivalText(grading)}.`;
  if (isRepair) {
    return `${all} ${l10n.t('Repaired: {0}.', repaired)}`;
  }
  const certain = grading.links.filter((link) => link.certain).length;
  return certain === 0 ? all : `${all} ${l10n.t('“retrolog links --repair” would mend {0}.', certain)}`;
}
