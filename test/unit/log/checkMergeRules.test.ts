import assert from 'node:assert/strict';
import { checkMergeRules } from '../../../src/core/log/checkMergeRules.ts';

const cases: readonly (readonly [name: string, path: string, text: string, lines: readonly number[]])[] = [
  ['[F92] warns of a union merge of all Markdown', '.gitattributes', '*.ts text\n*.md merge=union\n', [2]],
  ['[F92] warns of a union merge of the folder', '.gitattributes', '/retro/** merge=union', [1]],
  ['[F92] warns of any union merge inside the folder', 'retro/.gitattributes', 'entries/** merge=union', [1]],
  ['[F92] reads lines that end in CRLF', '.gitattributes', '# x\r\n* merge=union\r\n', [2]],
  [
    'leaves a union merge of other files alone',
    '.gitattributes',
    'CHANGELOG.md merge=union\n*.po merge=union',
    [],
  ],
  ['leaves a comment alone', '.gitattributes', '# *.md merge=union', []],
];

describe('checkMergeRules', () => {
  for (const [name, path, text, lines] of cases) {
    it(name, () => {
      assert.deepEqual(
        checkMergeRules(path, text, 'retro').map((problem) => problem.line),
        lines,
      );
    });
  }
});
