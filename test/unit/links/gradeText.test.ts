import assert from 'node:assert/strict';
import type { Grade, GradedLink } from '../../../src/core/links/grade.ts';
import { gradeReason, gradeText, survivalText } from '../../../src/core/links/gradeText.ts';

function link(grade: Grade): GradedLink {
  const found = grade === 'lost' ? {} : { now: '3f2a91c0'.repeat(5), by: 'identity' as const };
  return { id: 'a', path: 'a.md', link: { sha: 'a1'.repeat(20) }, grade, certain: false, ...found };
}

function links(counts: Partial<Record<Grade, number>>): readonly GradedLink[] {
  return Object.entries(counts).flatMap(([grade, count]) =>
    Array.from({ length: count }, () => link(grade as Grade)),
  );
}

describe('what became of a link, in words', () => {
  it('names the commit of today', () => {
    assert.equal(gradeText(link('exact'), false), 'exact');
    assert.equal(gradeText(link('rewritten'), false), 'rewritten: now 3f2a91c0');
    assert.equal(gradeText(link('same-change'), false), 'same change: now 3f2a91c0');
    assert.equal(gradeText(link('squashed-into'), false), 'squashed into 3f2a91c0');
    assert.equal(gradeText(link('lost'), false), 'lost');
  });

  it('calls nothing lost where history is incomplete', () => {
    assert.equal(gradeText(link('lost'), true), 'not in this clone');
    assert.match(gradeReason(link('lost'), true), /full one/);
    assert.doesNotMatch(survivalText({ links: links({ exact: 1, lost: 2 }), incomplete: true }), /lost/);
  });

  it('gives the reason as a sentence', () => {
    assert.equal(gradeReason(link('rewritten'), false), 'It has the same author time and subject.');
    assert.equal(
      gradeReason(link('squashed-into'), false),
      'It has the same author time and touches the same files.',
    );
  });

  it('counts what survived, and leaves out grades that none has', () => {
    assert.equal(
      survivalText({
        links: links({ exact: 180, rewritten: 30, 'squashed-into': 2, lost: 2 }),
        incomplete: false,
      }),
      '212 of 214 links found: 180 exact, 30 rewritten, 2 squashed, 2 lost',
    );
    assert.equal(survivalText({ links: [], incomplete: false }), 'There are no links to commits.');
  });
});
