import assert from 'node:assert/strict';
import { firstPromise } from '../../../src/core/pages/firstPromise.ts';
import { pageFile } from '../../../src/core/log/logFiles.ts';
import { newTeamPage } from '../../../src/core/pages/teamPage.ts';

describe('the pages of a team', () => {
  it('stand beside the log', () => {
    assert.equal(pageFile('docs/retro', 'agreement'), 'docs/retro/agreement.md');
    assert.equal(pageFile('retro', 'vision'), 'retro/vision.md');
  });

  it('begin with something to change', () => {
    assert.match(newTeamPage('vision'), /^# Our vision\n\n[^]*\n## What we try first\n\n- [^\n]+\n$/);
    assert.match(firstPromise(newTeamPage('agreement')), /^Messengers are thanked: /);
  });
});

describe('what an agreement promises first', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'the first item, over its lines',
      '# A\n\nWords.\n\n1. We *thank*\n   messengers.\n2. More.\n',
      'We thank messengers.',
    ],
    ['the first words without a list', '# A\n\n## How\n\nWe ask\nfirst.\n\nThen act.\n', 'We ask first.'],
    ['nothing in an empty page', '# A\n\n', ''],
    ['nothing in a comment or in code', '# A\n\n<!-- soon -->\n\n```\n- no\n```\n', ''],
    ['a page without a title', '- [Messengers](https://example.org) are thanked', 'Messengers are thanked'],
    ['a page with front matter', '---\nkind: page\n---\n\n- First\n', 'First'],
    ['a page with other line endings', '\ufeff# A\r\n\r\n- First\r\n- Second\r\n', 'First'],
    ['what cannot be seen', '- a\u202eb', 'a<U+202E>b'],
  ];
  for (const [name, text, wanted] of cases) {
    it(`is ${name}`, () => assert.equal(firstPromise(text), wanted));
  }
});
