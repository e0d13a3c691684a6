import type { Card, StoryMeeting } from './story.ts';

/** The title of an entry and where it stands, by its key in the stories. */
export type EntryLookup = (key: string) => { readonly title: string; readonly path: string };

/** The file of a meeting. */
export function printMinutes(
  meeting: StoryMeeting,
  at: { readonly id: string; readonly date: string; readonly from: string },
  entry: EntryLookup,
): string {
  const lines = (cards: readonly Card[]): string[] => cards.flatMap((card) => printCard(card, entry));
  const sections = [
    ...meeting.columns.map(({ title, cards }) => ({ title, lines: lines(cards) })),
    ...(meeting.parked === undefined ? [] : [{ title: 'Parking lot', lines: lines(meeting.parked) }]),
    { title: 'Actions', lines: lines(meeting.actions.map((key) => `@${key}`)) },
  ];
  return `---
id: ${at.id}
kind: meeting
date: ${at.date}
template: ${meeting.template}
from: ${at.from}
to: ${at.date}
attendees: ${meeting.attendees}
worth: {mean: ${meeting.worth}, n: ${meeting.attendees}}
---

# ${meeting.title}

${sections.map((section) => `## ${section.title}\n\n${section.lines.join('\n')}\n`).join('\n')}`;
}

function printCard(card: Card, entry: EntryLookup): string[] {
  if (typeof card === 'string') {
    return [`- ${printText(card, entry)}`];
  }
  return [
    `- **${card.group}** (${card.votes} ${card.votes === 1 ? 'vote' : 'votes'})`,
    ...card.cards.map((nested) => `  - ${printText(nested, entry)}`),
    ...(card.note === undefined ? [] : [`  > ${card.note}`]),
  ];
}

function printText(text: string, entry: EntryLookup): string {
  if (!text.startsWith('@')) {
    return text;
  }
  const { title, path } = entry(text.slice(1));
  return `[${title}](../../${path.slice(path.indexOf('entries/'))})`;
}
