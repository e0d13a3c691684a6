import * as l10n from '@vscode/l10n';
import { markdownLink } from '../entries/markdownLink.ts';
import { cleanBody } from '../format/cleanBody.ts';
import { printTitle } from '../format/entryTitle.ts';
import { linkFrom } from '../format/linkedFiles.ts';
import { linesOf, usualEnding } from '../format/textLines.ts';
import { readPlan } from './readPlan.ts';

/** What is added to a plan: a thing that the team chose, and what carries it, if something does already. */
export interface PlanAddition {
  readonly title: string;
  /** Why the team chose it, as Markdown. Left out where the plan has the thing already. */
  readonly why: string;
  readonly carrier?: { readonly path: string; readonly title: string };
  /** What the team chose it from: linked below the reason. */
  readonly source?: { readonly path: string; readonly title: string };
}

/**
 * The text of a plan with one more thing, or one more link below a thing that it has by this title. All other lines
 * stay as they are.
 *
 * @param path of the plan, POSIX, from the root of the repository
 */
export function addToPlan(path: string, text: string, { title, why, carrier, source }: PlanAddition): string {
  const lines = linesOf(text);
  const ending = usualEnding(lines);
  const link =
    carrier === undefined ? [] : [`- ${markdownLink(carrier.title, linkFrom(path, carrier.path))}`];
  const there = readPlan(path, text).find((thing) => isSameTitle(thing.title, title));
  if (there === undefined) {
    const reason = cleanBody(why);
    const section = [
      `#${printTitle(title)}`,
      ...(reason === '' ? [] : ['', ...reason.split('\n').map(asProse)]),
      ...(source === undefined
        ? []
        : ['', l10n.t('From: {0}', markdownLink(source.title, linkFrom(path, source.path)))]),
    ];
    const added = [...section, ...(link.length === 0 ? [] : ['', ...link])];
    const before = text.trimEnd();
    return `${[...(before === '' ? [] : [before, '']), ...added].join(ending)}${ending}`;
  }
  const last = lines[there.lastLine - 1];
  const gap = /^\s*[-*+] /.test(last?.text ?? '') || link.length === 0 ? [] : [''];
  const texts = [
    ...lines.slice(0, there.lastLine).map((line) => line.text + (line.ending === '' ? ending : line.ending)),
    ...[...gap, ...link].map((line) => line + ending),
    ...lines.slice(there.lastLine).map((line) => line.text + line.ending),
  ];
  return link.length === 0 ? text : texts.join('');
}

/** A line of a reason, kept from being a heading or a fence that would hide what follows. */
function asProse(line: string): string {
  return line.replace(/^ {0,3}(?=#{1,6}(?:[ \t]|$)|`{3}|~{3})/, '\\');
}

/** Whether two titles name one thing. */
export function isSameTitle(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
