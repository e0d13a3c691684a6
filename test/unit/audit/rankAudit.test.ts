import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { compareAudits } from '../../../src/core/audit/compareAudits.ts';
import { depthGaps } from '../../../src/core/audit/depthGaps.ts';
import { listAudits } from '../../../src/core/audit/listAudits.ts';
import { rankAudit } from '../../../src/core/audit/rankAudit.ts';
import { statements } from '../../../src/core/audit/survey.ts';
import { statementText } from '../../../src/core/audit/surveyWords.ts';
import { parseFile } from '../../../src/core/format/parseFile.ts';
import { builtInSurveys } from '../../../src/core/pulse/builtInSurveys.ts';
import { printPulse } from '../../../src/core/pulse/printPulse.ts';
import { pulseResult } from '../../../src/core/pulse/pulseResult.ts';
import { auditOf } from '../../support/auditOf.ts';
import { anyAudit } from './anyAudit.ts';

function order(ratings: Readonly<Record<string, number>>): string[] {
  return rankAudit(auditOf(ratings)).map(({ id, place, score }) => `${place} ${id} ${score}`);
}

describe('the survey', () => {
  it('has twelve statements, each with its own text', () => {
    assert.equal(statements.length, 12);
    assert.equal(new Set(statements.map(({ id }) => statementText(id))).size, 12);
  });

  it('knows no text of another wording', () => {
    assert.equal(
      statementText('solving-deep', { survey: 'learning-culture', wording: '2030-1' }),
      'solving-deep',
    );
  });
});

describe('an audit is ranked', () => {
  it('from the weakest statement to the strongest, and equal scores share a place', () => {
    assert.deepEqual(
      order({ 'solving-above': 4, 'failing-above': 2, 'leading-above': 4, 'habits-above': 5 }),
      ['1 failing-above 2', '2 solving-above 4', '2 leading-above 4', '4 habits-above 5'],
    );
  });

  it('with the theme that is weaker as a whole first, where scores are equal', () => {
    assert.deepEqual(
      order({ 'solving-above': 3, 'solving-deep': 5, 'habits-above': 3, 'habits-deep': 4 }).slice(0, 2),
      ['1 habits-above 3', '1 solving-above 3'],
    );
  });

  it('then with what lies deeper first, then as the survey asks', () => {
    assert.deepEqual(
      order({
        'solving-above': 3,
        'solving-below': 3,
        'solving-deep': 3,
        'habits-deep': 3,
        'habits-above': 3,
      }),
      ['1 solving-deep 3', '1 habits-deep 3', '1 solving-below 3', '1 solving-above 3', '1 habits-above 3'],
    );
  });

  it('after reversing, and with the statements of other surveys behind their equals', () => {
    assert.deepEqual(order({ zebra: 2, 'another-one': 2, 'solving-above': -4, 'failing-deep': -1 }), [
      '1 solving-above 2',
      '1 another-one 2',
      '1 zebra 2',
      '4 failing-deep 5',
    ]);
  });

  it('the same in whatever order the answers come', () => {
    fc.assert(
      fc.property(
        anyAudit.chain((audit) =>
          fc.tuple(
            fc.constant(audit),
            fc.shuffledSubarray([...audit.answers], { minLength: audit.answers.length }),
          ),
        ),
        ([audit, answers]) => {
          const shuffled = { ...audit, answers };
          assert.deepEqual(rankAudit(shuffled), rankAudit(audit));
          assert.deepEqual(depthGaps(shuffled), depthGaps(audit));
          assert.deepEqual(compareAudits(audit, shuffled), {
            state: 'compared',
            moved: [],
            same: audit.answers.length,
          });
        },
      ),
    );
  });

  it('with all that was answered, scores that never fall, and places that count what is weaker', () => {
    fc.assert(
      fc.property(anyAudit, (audit) => {
        const ranked = rankAudit(audit);
        assert.deepEqual(ranked.map(({ id }) => id).toSorted(), audit.answers.map(({ id }) => id).toSorted());
        ranked.forEach(({ score, place }, at) => {
          assert.ok(score >= (ranked[at - 1]?.score ?? 0));
          assert.equal(place, 1 + ranked.findIndex((one) => one.score === score));
        });
      }),
    );
  });
});

describe('the depths of a theme', () => {
  it('are told apart from two points on, either way', () => {
    const audit = auditOf({
      ...{ 'solving-above': 5, 'solving-deep': 3, 'failing-above': 2, 'failing-deep': 5 },
      ...{ 'leading-above': 4, 'leading-deep': 3, 'habits-above': 5, 'habits-below': 1 },
    });
    assert.deepEqual(depthGaps(audit), [
      { theme: 'solving', above: 5, deep: 3 },
      { theme: 'failing', above: 2, deep: 5 },
    ]);
  });
});

describe('two audits', () => {
  it('say what moved, the largest moves first, of what was answered both times', () => {
    const before = auditOf({ 'solving-above': 2, 'solving-deep': 3, 'habits-deep': 3, 'failing-deep': 1 });
    const now = auditOf({ 'habits-deep': 4, 'solving-above': 4, 'solving-deep': -3, 'leading-deep': 1 });
    assert.deepEqual(compareAudits(before, now), {
      state: 'compared',
      moved: [
        { id: 'solving-above', before: 2, now: 4 },
        { id: 'habits-deep', before: 3, now: 4 },
      ],
      same: 1,
    });
  });

  it('of other wordings, surveys or scales are no comparison', () => {
    const audit = auditOf({ 'solving-above': 2 });
    for (const other of [{ wording: '2027-1' }, { survey: 'safety' }, { scale: { from: 1, to: 7 } }]) {
      assert.deepEqual(compareAudits(audit, { ...audit, ...other }), { state: 'otherWording' });
    }
  });
});

describe('a culture audit that each person answered for themselves', () => {
  const path = 'retro/pulses/2026/2026-11-27-culture-audit-w7c1m4t9.md';
  const survey = builtInSurveys().find(({ key }) => key === 'learning-culture');
  assert.ok(survey);
  const result = pulseResult(
    survey,
    [2, 3, 3, 3, 3].map((last) =>
      statements.map(({ id }) => (id === 'failing-deep' ? 1 : id === 'habits-deep' ? last : 4)),
    ),
  );
  assert.ok(result);
  const text = printPulse('w7c1m4t9', { title: 'Culture audit', date: '2026-11-27', survey, result });

  it('is an audit to plan from, with its means in place of ratings', () => {
    const { page, problems } = parseFile(path, text);
    assert.ok(page);
    assert.deepEqual(problems, []);
    const [audit] = listAudits([page]);
    assert.ok(audit);
    assert.deepEqual(
      rankAudit(audit.audit)
        .slice(0, 2)
        .map(({ id, score, statement }) => [id, score, statement?.theme]),
      [
        ['failing-deep', 1, 'failing'],
        ['habits-deep', 3, 'habits'],
      ],
    );
  });

  it('is none where it is a round of another survey, or says one statement twice', () => {
    for (const other of [
      text.replace('survey: learning-culture', 'survey: pace'),
      text.replace('id: failing-deep', 'id: failing-below'),
    ]) {
      const { page } = parseFile(path, other);
      assert.ok(page?.figures);
      assert.deepEqual(listAudits([page]), []);
    }
  });
});
