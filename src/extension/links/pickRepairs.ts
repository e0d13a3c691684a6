import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import { type Grade, type Grading, grades } from '../../core/links/grade.ts';
import { gradeCounts, gradeReason, survivalText } from '../../core/links/gradeText.ts';
import { gradeName } from '../../core/links/gradeWords.ts';
import type { Repair } from '../../core/links/planRepair.ts';
import { literalIcons } from '../literalIcons.ts';
import type { Session } from '../session.ts';
import { showPick } from '../showPrompt.ts';

interface RepairItem extends vscode.QuickPickItem {
  readonly repair?: Repair;
}

/** Grades of which it can be certain which commit is meant, the surest first. */
const certainGrades = grades.filter((grade) => grade !== 'exact' && grade !== 'lost');

/** Shows what a repair would change, all of it chosen, with the rate of links that survived above. */
export async function pickRepairs(
  session: Session,
  grading: Grading,
  repairs: readonly Repair[],
): Promise<readonly Repair[] | undefined> {
  const moved = (grade: Grade) =>
    repairs.filter((repair) => repair.change === 'moved' && repair.grade === grade);
  const renewed = repairs.filter(({ change }) => change === 'renewed');
  const items = [
    ...certainGrades.flatMap((grade) => under(capital(gradeName(grade)), moved(grade), session)),
    ...under(vscode.l10n.t('The branch has changed'), renewed, session),
    ...rest(grading, repairs),
  ];
  const picked = await showPick(items, {
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
    title: survivalText(grading),
    placeHolder: vscode.l10n.t('All of these are certain: choose the links to write anew'),
  });
  const chosen = picked?.flatMap(({ repair }) => repair ?? []);
  return chosen === undefined || chosen.length === 0 ? undefined : chosen;
}

function under(label: string, repairs: readonly Repair[], session: Session): RepairItem[] {
  return repairs.length === 0 ? [] : [heading(label), ...repairs.map((repair) => itemOf(repair, session))];
}

function itemOf(repair: Repair, session: Session): RepairItem {
  const { link, instead, path, change } = repair;
  const [before, now] = [link.sha.slice(0, 8), instead.sha.slice(0, 8)];
  const subject = instead.subject ?? link.subject ?? now;
  const title = session.log.at(path)?.title ?? path;
  const why =
    change === 'renewed'
      ? vscode.l10n.t('What is known of the branch is written anew')
      : gradeReason(repair, false).replace(/\.$/, '');
  return {
    repair,
    picked: true,
    label: literalIcons(displayText(subject, 100)),
    description: change === 'renewed' ? now : `${before} → ${now}`,
    detail: literalIcons(`${why} · ${displayText(title, 80)}`),
  };
}

/** What is not certain, or not found, is said and cannot be chosen. */
function rest({ links, incomplete }: Grading, repairs: readonly Repair[]): RepairItem[] {
  const planned = new Set(repairs.map(({ link }) => link));
  const others = links.filter(({ grade, link }) => grade !== 'exact' && !planned.has(link));
  if (others.length === 0) {
    return [];
  }
  const counts = incomplete ? String(others.length) : gradeCounts(others);
  return [heading(vscode.l10n.t('Left as they are: {0}', counts))];
}

function heading(label: string): RepairItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
