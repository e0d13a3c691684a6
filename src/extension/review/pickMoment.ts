import * as vscode from 'vscode';
import { addDays } from '../../core/dates.ts';
import { displayText } from '../../core/entries/displayText.ts';
import { isCalendarDate } from '../../core/format/calendarDate.ts';
import type { Moment } from '../../core/ports/versions.ts';
import { momentNamed } from '../../core/review/momentNamed.ts';
import { dayIn } from '../../node/systemClock.ts';
import { literalIcons } from '../literalIcons.ts';
import { dayName } from '../log/logDates.ts';
import type { Session } from '../session.ts';
import { needVersions } from './needVersions.ts';

/** A state of the log that a person chose, and what they call it. */
export type ChosenMoment =
  | { readonly name: string; readonly moment: Moment }
  /** The files as they are. */
  | { readonly name: string; readonly moment?: undefined };

interface MomentItem extends vscode.QuickPickItem {
  /** A day, or a name that git knows. */
  readonly meant?: string;
  /** What it is called afterwards, where that is not the label. */
  readonly called?: string;
  readonly isNow?: true;
}

/** What the picker asks. */
export interface MomentQuestion {
  readonly title: string;
  /** Whether the files as they are now are one of the choices: the first. */
  readonly withNow: boolean;
}

const mostTags = 30;
const mostCommits = 20;

/**
 * Lets a person choose a day, a tag or a commit, from lists or by typing its name.
 *
 * @returns `undefined` where nothing was chosen
 * @throws RetroError as `momentNamed` says
 */
export async function pickMoment(
  session: Session,
  question: MomentQuestion,
): Promise<ChosenMoment | undefined> {
  const versions = needVersions(session);
  const item = await pickItem(session, question);
  if (item === undefined || item.isNow === true || item.meant === undefined) {
    return item?.isNow === true ? { name: vscode.l10n.t('now') } : undefined;
  }
  const moment = await momentNamed(versions, session.log.team.timezone, item.meant);
  return { name: item.called ?? item.meant, moment };
}

/** The editor knows items by their places in the list: so none of them moves, and what is typed stands always first. */
function pickItem(session: Session, { title, withNow }: MomentQuestion): Promise<MomentItem | undefined> {
  const pick = vscode.window.createQuickPick<MomentItem>();
  const today = session.clock.today(session.log.team.timezone);
  let offered: readonly MomentItem[] = [...(withNow ? [nowItem()] : []), ...dayItems(today)];
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Choose, or type a day such as {0}', addDays(today, -10));
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.keepScrollPosition = true;
  const draw = (): void => {
    const typed = pick.value.trim();
    const looked = pick.items.indexOf(pick.activeItems[0] ?? pick.items[1] ?? nowItem());
    pick.items = [typed === '' ? hintItem() : typedItem(typed, today), ...offered];
    const active = pick.items[Math.max(1, looked)];
    if (typed === '' && active !== undefined) {
      pick.activeItems = [active];
    }
  };
  const offerNames = async (): Promise<void> => {
    pick.busy = true;
    offered = [...offered, ...(await namedItems(session))];
    pick.busy = false;
    draw();
  };
  // The editor may still mark what stood there before a name was typed: that is not what is meant then.
  let seen: MomentItem | undefined;
  pick.onDidChangeActive(([item]) => {
    seen = item;
  });
  pick.onDidChangeValue(() => {
    seen = undefined;
    draw();
  });
  draw();
  // Without them, the days can be chosen all the same.
  offerNames().catch(() => undefined);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      const typed = pick.value.trim();
      // Whoever is quick with Enter takes what was typed before it is in the list.
      const isTyped = typed !== '' && (item === undefined || item === pick.items[0] || item !== seen);
      const named = offered.find(({ label }) => label.toLowerCase() === typed.toLowerCase());
      const chosen = isTyped ? (named ?? typedItem(typed, today)) : item;
      if (chosen?.isNow === true || chosen?.meant !== undefined) {
        resolve(chosen);
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Stands where a name will stand that is typed; it cannot be chosen. */
function hintItem(): MomentItem {
  return {
    label: vscode.l10n.t('Another day, tag, branch or commit'),
    description: vscode.l10n.t('type its name'),
  };
}

function nowItem(): MomentItem {
  return { label: vscode.l10n.t('Now'), description: vscode.l10n.t('the files as they are'), isNow: true };
}

function dayItems(today: string): MomentItem[] {
  const back = (label: string, days: number): MomentItem => {
    const day = addDays(today, -days);
    return { label, description: dayName(day, ''), meant: day, called: dayName(day, '') };
  };
  return [
    back(vscode.l10n.t('Yesterday'), 1),
    back(vscode.l10n.t('A week ago'), 7),
    back(vscode.l10n.t('Four weeks ago'), 28),
    back(vscode.l10n.t('13 weeks ago'), 91),
    back(vscode.l10n.t('A year ago'), 365),
  ];
}

function typedItem(typed: string, today: string): MomentItem {
  const isDay = isCalendarDate(typed);
  return {
    label: literalIcons(displayText(isDay ? dayName(typed, today) : typed)),
    description: isDay ? vscode.l10n.t('the end of that day') : vscode.l10n.t('a tag, a branch or a commit'),
    meant: typed,
    called: isDay ? dayName(typed, '') : displayText(typed, 40),
    alwaysShow: true,
  };
}

async function namedItems(session: Session): Promise<MomentItem[]> {
  const zone = session.log.team.timezone;
  const [tags, commits] = await Promise.all([
    session.versions?.tags(mostTags),
    session.git?.recent({ mine: false, limit: mostCommits }),
  ]);
  const tagItems = (tags?.state === 'ok' ? tags.value : []).map(({ name, seconds }) => ({
    label: literalIcons(displayText(name)),
    description: dayName(dayIn(seconds * 1000, zone), ''),
    meant: `refs/tags/${name}`,
    called: displayText(name, 40),
  }));
  const commitItems = (commits?.state === 'ok' ? commits.value : []).map(({ sha, subject, authored }) => ({
    label: literalIcons(displayText(subject.trim() || sha.slice(0, 8))),
    description: [sha.slice(0, 8), dayName(authored.slice(0, 10), '')].join(' · '),
    meant: sha,
    called: sha.slice(0, 8),
  }));
  return [
    ...underHeading(vscode.l10n.t('Tags'), tagItems),
    ...underHeading(vscode.l10n.t('Commits'), commitItems),
  ];
}

function underHeading(label: string, items: readonly MomentItem[]): MomentItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}
