import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { type AuditTexts, noAuditTexts } from '../../../src/core/audit/audit.ts';
import { printAudit } from '../../../src/core/audit/printAudit.ts';
import { readAuditTexts } from '../../../src/core/audit/readAuditTexts.ts';
import { cleanBody } from '../../../src/core/format/cleanBody.ts';
import { bodyOf } from '../../../src/core/format/entryBody.ts';
import { parseFile } from '../../../src/core/format/parseFile.ts';
import { auditOf } from '../../support/auditOf.ts';
import { anyAudit, anyTexts } from './anyAudit.ts';

const path = 'retro/audits/2026/2026-11-27-culture-audit-a7k2m9qx.md';
const draft = { title: 'Culture audit', date: '2026-11-27' };

function problemsOf(keys: string): string[] {
  const text = `---\nid: a7k2m9qx\nkind: audit\ndate: 2026-11-27\n${keys}---\n\n# Culture audit\n`;
  const { page, problems } = parseFile(path, text);
  assert.equal(page?.audit, undefined);
  return problems.map(({ code, line }) => `${code}:${line}`);
}

describe('an audit as a file', () => {
  it('reads well: the ranked table, then what was said of each theme', () => {
    const answers = auditOf({ 'failing-above': 5, 'failing-deep': 2, 'habits-above': 4 });
    const texts = {
      ...noAuditTexts,
      failing: {
        enables: 'Reviews without blame.',
        blocks: '',
        differs: 'We say it is fine.\n\n# It is not',
      },
    };
    assert.equal(
      printAudit('a7k2m9qx', {
        ...draft,
        answers: { ...answers, answers: answers.answers.slice(0, 2) },
        texts,
      }).replace(/Left open:\n\n(?:- .*\n)+/, 'Left open: …\n'),
      `---
id: a7k2m9qx
kind: audit
date: 2026-11-27
survey: learning-culture
wording: "2026-1"
scale: {from: 1, to: 5}
answers:
  - {id: failing-above, rating: 5, reversed: false}
  - {id: failing-deep, rating: 2, reversed: false}
---

# Culture audit

Answered together, from 1 to 5. In this list 5 is the best, whichever way a statement is put.

| Place | Score | Statement | Theme | Where it looks |
|---:|---:|---|---|---|
| 1 | 2 | We trust that telling of a failure of our own does none of us any harm. | What happens when someone fails | Deep below |
| 2 | 5 | A visitor hears failures told openly, together with what they taught us. | What happens when someone fails | Above the surface |

Left open: …

## What happens when someone fails

What can be seen is rated 5, what is believed 2: the surface looks better.

### Enables

Reviews without blame.

### Words and deeds

We say it is fine.

\\# It is not
`,
    );
  });

  it('says again what was printed, whatever was answered and said', () => {
    fc.assert(
      fc.property(anyAudit, anyTexts, (answers, texts) => {
        const text = printAudit('a7k2m9qx', { ...draft, answers, texts });
        const { page, problems } = parseFile(path, text);
        assert.deepEqual(problems, []);
        assert.deepEqual({ ...page }, { id: 'a7k2m9qx', kind: 'audit', ...draft, path, audit: answers });
        const read = readAuditTexts(bodyOf(text));
        for (const [theme, said] of Object.entries(texts)) {
          for (const [key, typed] of Object.entries(said)) {
            assert.equal(read[theme as keyof AuditTexts][key as keyof typeof said], cleanBody(typed).trim());
          }
        }
        assert.equal(printAudit('a7k2m9qx', { ...draft, answers, texts: read }), text);
      }),
    );
  });

  it('is read as the documentation shows it', () => {
    const documented = readFileSync('docs/format.md', 'utf8');
    const shown = /## Audits\n\n```markdown\n([\s\S]*?)```/.exec(documented)?.[1] ?? '';
    const { page, problems } = parseFile(path, shown);
    assert.deepEqual(problems, []);
    const answers = auditOf({ 'failing-above': 5, 'failing-deep': 2 });
    assert.deepEqual(page?.audit && { ...page.audit }, answers);
    const printed = printAudit('a7k2m9qx', { ...draft, answers, texts: readAuditTexts(bodyOf(shown)) });
    assert.equal(printed.replace(/Left open:\n\n(?:- .*\n)+\n/, ''), shown);
  });

  it('is found out where an answer cannot be', () => {
    const keys = 'survey: learning-culture\nwording: "2026-1"\nscale: {from: 1, to: 5}\n';
    const answers = (...lines: string[]) =>
      `${keys}answers:\n${lines.map((line) => `  - ${line}\n`).join('')}`;
    assert.deepEqual(problemsOf(answers('{id: a, rating: 6}', '{id: b, rating: 0}')), [
      'bad-rating:9',
      'bad-rating:10',
    ]);
    assert.deepEqual(problemsOf(answers('{id: a, rating: 2.5}', '{id: b, rating: "3"}')), [
      'bad-rating:9',
      'bad-rating:10',
    ]);
    assert.deepEqual(problemsOf(answers('{id: a, rating: 1}', '{id: a, rating: 2}')), ['repeated-answer:10']);
    assert.deepEqual(problemsOf(answers('{id: a, rating: 1, reversed: maybe}')), ['not-true-or-false:9']);
    assert.deepEqual(problemsOf(answers('{rating: 1}')), ['missing-value:9']);
    assert.deepEqual(problemsOf(`${keys}answers: none\n`), ['not-a-list:8']);
    assert.deepEqual(problemsOf('survey: a\nscale: {from: 5, to: 1}\nanswers: []\n'), [
      'missing-value:1',
      'bad-scale:6',
    ]);
  });
});
