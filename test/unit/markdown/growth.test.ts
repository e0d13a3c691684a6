import assert from 'node:assert/strict';
import { plainMarkdown } from '../../../src/core/digest/plainMarkdown.ts';
import { displayText } from '../../../src/core/entries/displayText.ts';
import { draftFromText } from '../../../src/core/entries/draftFromText.ts';
import { addToSection } from '../../../src/core/format/addToSection.ts';
import { headingsOutsideCode } from '../../../src/core/format/markdownLines.ts';
import { sectionText } from '../../../src/core/format/sectionText.ts';
import { messageMarks } from '../../../src/core/links/messageMarks.ts';
import { findHashes, findIds } from '../../../src/core/markdown/findNames.ts';
import { typedName } from '../../../src/core/markdown/typedName.ts';
import { parseMinutes } from '../../../src/core/minutes/parseMinutes.ts';
import { text as reportText } from '../../../src/core/report/markdownText.ts';
import { plainWords, sectionOf } from '../../../src/core/markdown/plainWords.ts';
import { messageLines } from '../../../src/core/suggest/messageLines.ts';
import { explanationOf } from '../../../src/core/suggest/messageText.ts';
import { isAboutRevert, isRevert } from '../../../src/core/suggest/revertSubject.ts';
import { fill, growth, madeFor } from '../format/growthOf.ts';

/** Texts that have kept readers of Markdown busy for hours, and some that are made for these ones. */
const nasty: Readonly<Record<string, (size: number) => string>> = {
  'lines of addresses': (size) => fill('a@b.com\n', size),
  'a line of addresses': (size) => fill('a@b.com ', size),
  'titles of links that never close': (size) => fill('[a]: /u "\n', size),
  'open brackets': (size) => fill('[', size),
  'open brackets of pictures': (size) => fill('![', size),
  'brackets turned around': (size) => fill('](', size),
  quotations: (size) => fill('>', size),
  'quotations with spaces': (size) => fill('> ', size),
  'one long word': (size) => fill('a', size),
  'one long word and a space': (size) => `${fill('a', size)} `,
  'words with hyphens': (size) => fill('a-', size),
  'one long number': (size) => fill('1', size),
  'one long hash': (size) => fill('0123456789abcdef', size),
  spaces: (size) => `a${fill(' ', size)}b`,
  'lines of spaces': (size) => fill(' \n', size),
  'stars and underscores': (size) => fill('*_', size),
  backticks: (size) => fill('`', size),
  'fences that never close': (size) => fill('```\n', size),
  backslashes: (size) => fill('\\', size),
  'marks on one letter': (size) => `e${fill('\u0301', size)}`,
  'characters that cannot be seen': (size) => fill('\u200d', size),
  'entities that never end': (size) => fill('&#x', size),
  'headings of nothing': (size) => fill('## \n', size),
  'mentions of entries': (size) => `Retro: ${fill('abcd1234, ', size)}`,
  'a mention and spaces': (size) => `Retro: abcd1234${fill(' ', size)}!`,
  'a Change-Id and spaces': (size) => `Change-Id: ${fill(' ', size)}!`,
  'lines of learnings': (size) => fill('Learned: a\n', size),
  reverts: (size) => fill('Revert "', size),
};

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  plainMarkdown,
  reportText,
  plainWords,
  displayText: (text) => displayText(text, text.length),
  draftFromText,
  headingsOutsideCode,
  sectionOf: (text) => sectionOf(text, 'Result'),
  sectionText: (text) => sectionText(text, 'Result'),
  addToSection: (text) => addToSection(text, 'Result', 'p99 fell.'),
  findHashes: (text) => findHashes(text.split('\n')),
  findIds: (text) => findIds(text.split('\n'), () => true),
  typedName,
  messageMarks: (text) => messageMarks(text, text),
  messageLines,
  explanationOf,
  isRevert,
  isAboutRevert,
  parseMinutes: (text) =>
    parseMinutes(
      'retro/meetings/a.md',
      `---\nid: k3f9q2xa\nkind: meeting\ndate: 2026-11-23\n---\n## W\n${text}`,
    ),
};

describe('Markdown and messages of any kind are read in time in proportion to their size [B40]', () => {
  for (const [what, make] of Object.entries(nasty)) {
    it(`such as ${what}`, () => {
      const textOf = madeFor(make);
      for (const [name, read] of Object.entries(readers)) {
        assert.ok(growth((size) => read(textOf(size))) < 3, name);
      }
    }).timeout(60_000);
  }
});
