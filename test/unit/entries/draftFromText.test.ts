import * as assert from 'node:assert/strict';
import { draftFromText, longestTitle } from '../../../src/core/entries/draftFromText.ts';

const cases: readonly (readonly [what: string, text: string, title: string, body: string])[] = [
  ['nothing', '', '', ''],
  ['only white space', ' \n\t\n', '', ''],
  ['one line', 'Deploys are fast', 'Deploys are fast', ''],
  ['a title and a body', 'Title\nBody', 'Title', 'Body'],
  ['empty lines between them', 'Title\n\n\nBody\n', 'Title', 'Body'],
  ['empty lines before the title', '\n  \nTitle\nBody', 'Title', 'Body'],
  ['the indentation of the body', 'Title\n\n    code\n\nmore', 'Title', '    code\n\nmore'],
  ['Windows line ends', 'Title\r\n\r\nOne\r\nTwo\r\n', 'Title', 'One\nTwo'],
  ['other line ends', 'Title\u2028One\rTwo', 'Title', 'One\nTwo'],
  ['a heading', '## Title ', 'Title', ''],
  ['a list item', '- Title', 'Title', ''],
  ['a quotation', '> Title', 'Title', ''],
  ['a heading without words', '#', '#', ''],
  ['a number sign that is no heading', '#42 is back', '#42 is back', ''],
  ['white space within the title', 'Deploys \t are  fast', 'Deploys are fast', ''],
  ['a body that looks like front matter', 'Title\n---\nid: x\n---', 'Title', '---\nid: x\n---'],
];

describe('draftFromText', () => {
  for (const [what, text, title, body] of cases) {
    it(`takes apart ${what}`, () => assert.deepEqual(draftFromText(text), { title, body }));
  }

  it('keeps a title that is just short enough', () => {
    const line = 'x'.repeat(longestTitle);
    assert.deepEqual(draftFromText(line), { title: line, body: '' });
  });

  it('cuts a first line that is a paragraph at a word, and keeps all of it in the body', () => {
    const line = 'Everything expired at once, '.repeat(10).trim();
    const { title, body } = draftFromText(`${line}\n\nMore`);
    assert.match(title, /^Everything expired .*[a-z]…$/);
    assert.ok(title.length <= longestTitle);
    assert.ok(line.startsWith(title.slice(0, -1)));
    assert.equal(body, `${line}\n\nMore`);
  });

  it('cuts no character in two', () => {
    for (const text of ['😀'.repeat(200), `a${'😀'.repeat(200)}`]) {
      assert.doesNotThrow(() => encodeURIComponent(draftFromText(text).title));
    }
  });

  it('[A28] takes a megabyte without spaces or of nothing but spaces in no time', () => {
    for (const text of [
      'x'.repeat(1_000_000),
      ' '.repeat(1_000_000),
      '\n '.repeat(500_000),
      `a${' '.repeat(1_000_000)}b`,
    ]) {
      const start = process.cpuUsage();
      draftFromText(text);
      const { user } = process.cpuUsage(start);
      assert.ok(user < 1_000_000, `${user} µs`);
    }
  });
});
