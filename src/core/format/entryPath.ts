const nameLimit = 80;
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  œ: 'oe',
  þ: 'th',
  ŧ: 't',
};

/**
 * Where an entry is kept: `retro/entries/2026/2026-11-23-cache-stampede-k3f9q2xa.md`. The file's name is ASCII,
 * at most 80 bytes, and can be stored on any system, whatever the title is.
 */
export function entryPath(folder: string, date: string, title: string, id: string): string {
  return datedPath(`${folder}/entries`, date, title, id);
}

/** Where the minutes of a meeting are kept: `retro/meetings/2026/2026-11-20-sprint-42-p8d2aa0e.md`. */
export function meetingPath(folder: string, date: string, title: string, id: string): string {
  return datedPath(`${folder}/meetings`, date, title, id);
}

/** Where an audit is kept: `retro/audits/2026/2026-11-27-culture-audit-a7k2m9qx.md`. */
export function auditPath(folder: string, date: string, title: string, id: string): string {
  return datedPath(`${folder}/audits`, date, title, id);
}

/** Where a round of a survey is kept: `retro/pulses/2026/2026-11-20-team-health-november-20-w7c1m4t9.md`. */
export function pulsePath(folder: string, date: string, title: string, id: string): string {
  return datedPath(`${folder}/pulses`, date, title, id);
}

function datedPath(room: string, date: string, title: string, id: string): string {
  const slug = slugOf(title, nameLimit - date.length - id.length - '--.md'.length);
  const name = slug === '' ? `${date}-${id}.md` : `${date}-${slug}-${id}.md`;
  return `${room}/${date.slice(0, 4)}/${name}`;
}

/** Lower-case ASCII words joined by hyphens, of at most `room` characters, cut between words where that can be. */
export function slugOf(title: string, room: number): string {
  const ascii = title
    .slice(0, 400)
    .toLowerCase()
    .replace(/[ßæøđðħıłœþŧ]/g, (letter) => letters[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (ascii.length <= room) {
    return ascii;
  }
  const cut = ascii.slice(0, Math.max(0, room));
  const lastWord = cut.lastIndexOf('-');
  return (ascii[room] === '-' || lastWord < room / 2 ? cut : cut.slice(0, lastWord)).replace(/-$/, '');
}
