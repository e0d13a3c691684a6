import assert from 'node:assert/strict';
import type { CommitLink } from '../../../src/core/entries/entry.ts';
import { type GradedLink, isCertain } from '../../../src/core/links/grade.ts';
import { commitsToDescribe, planRepair, repairEdits } from '../../../src/core/links/planRepair.ts';
import { relink } from '../../../src/core/links/relink.ts';

const [old, now] = ['a'.repeat(40), 'b'.repeat(40)];

function graded(
  grade: GradedLink['grade'],
  by: GradedLink['by'],
  more: Partial<CommitLink> = {},
): GradedLink {
  const link = { sha: old, subject: 'Cache', ...more };
  const meant = grade === 'lost' ? {} : { now: grade === 'exact' ? old : now };
  return {
    id: 'k3f9q2xa',
    path: 'retro/e.md',
    link,
    grade,
    ...(by && { by }),
    ...meant,
    certain: isCertain(grade, by),
  };
}

describe('the plan of a repair', () => {
  const described = new Map([
    [now, { sha: now, subject: 'Cache them' }],
    [old, { sha: old, subject: 'Cache', range: 'c'.repeat(40) }],
  ]);

  it('moves what is certain and leaves the rest', () => {
    const links = [
      graded('rewritten', 'identity'),
      graded('squashed-into', 'range'),
      graded('squashed-into', 'squash-list'),
      graded('lost', undefined),
    ];
    assert.deepEqual(commitsToDescribe(links, new Set()), [now]);
    const plan = planRepair(links, described);
    assert.deepEqual(
      plan.map(({ by, change, instead }) => [by, change, instead.sha]),
      [
        ['identity', 'moved', now],
        ['range', 'moved', now],
      ],
    );
    assert.deepEqual(repairEdits(plan).length, 1);
  });

  it('renews only what is on a branch that has changed', () => {
    const [grown, same] = [
      graded('exact', 'reachable'),
      graded('exact', 'reachable', { range: 'c'.repeat(40) }),
    ];
    assert.deepEqual(commitsToDescribe([grown], new Set()), []);
    assert.deepEqual(commitsToDescribe([grown], new Set([old])), [old]);
    const plan = planRepair([grown, same], described);
    assert.deepEqual(
      plan.map(({ change, instead }) => [change, instead.sha, instead.subject]),
      [['renewed', old, 'Cache']],
    );
  });
});

describe('writing a link anew', () => {
  const text = [
    '---',
    'id: k3f9q2xa',
    'commits:',
    `  - sha: "${old}"`,
    '    subject: Cache # ours',
    '    x-build: {n: 7}',
    `    range: "${now}"`,
    '    change: I123',
    '    pr: 7',
    '---',
    '',
    '# T',
    '',
  ].join('\n');

  it('replaces what belongs to the commit and keeps all else', () => {
    const link = { sha: now, subject: 'Cache them', paths: ['a.ts'] };
    const expected = text
      .replace(`sha: "${old}"`, `sha: "${now}"`)
      .replace('subject: Cache #', 'subject: Cache them #')
      .replace(`    range: "${now}"\n`, '')
      .replace('    pr: 7\n', '    pr: 7\n    paths: [a.ts]\n');
    assert.equal(relink(text, [{ sha: old, link }]), expected);
  });

  it('changes nothing where the link says so already, or is another', () => {
    const link = { sha: old, subject: 'Cache', range: now };
    assert.equal(relink(text, [{ sha: old, link }]), text);
    assert.equal(relink(text, [{ sha: now, link }]), text);
  });
});
