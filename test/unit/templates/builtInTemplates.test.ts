import assert from 'node:assert/strict';
import { builtInFamilies, builtInTemplates } from '../../../src/core/templates/builtInTemplates.ts';
import { icebreakers } from '../../../src/core/templates/icebreakers.ts';
import { parseTemplate } from '../../../src/core/templates/parseTemplate.ts';
import { printTemplate } from '../../../src/core/templates/printTemplate.ts';
import { isTemplate } from '../../../src/protocol/boardValues.ts';

describe('the built-in templates', () => {
  const templates = builtInTemplates();

  it('begin with the default, and have those that teams know', () => {
    const keys = templates.map(({ key }) => key);
    assert.equal(keys[0], 'wins-failures-learnings');
    for (const key of [
      'start-stop-continue',
      'four-ls',
      'mad-sad-glad',
      'sailboat',
      'timeline',
      'incident-review',
      'futurespective',
      'pre-mortem',
      'team-health',
      'culture-audit',
    ]) {
      assert.ok(keys.includes(key), key);
    }
    assert.ok(keys.length >= 35);
    assert.equal(new Set(keys).size, keys.length);
    assert.equal(new Set(templates.map(({ name }) => name)).size, keys.length);
  });

  it('have something in each family', () => {
    for (const [family, members] of Object.entries(builtInFamilies())) {
      assert.ok(members.length >= 5, family);
    }
  });

  for (const template of templates) {
    it(`are what a file could say: ${template.key}`, () => {
      assert.ok(isTemplate(template));
      assert.deepEqual(parseTemplate(`${template.key}.yml`, printTemplate(template)), {
        template,
        problems: [],
      });
      assert.match(template.purpose, /^\p{Lu}.*[.?]$/u);
      assert.ok(template.columns.every(({ prompt }) => /^\p{Lu}.*[.?…]$/u.test(prompt)));
      assert.equal(new Set(template.columns.map(({ title }) => title)).size, template.columns.length);
    });
  }

  it('give minutes to their own phases alone', () => {
    for (const { key, phases, minutes } of templates) {
      assert.ok(
        Object.keys(minutes).every((phase) => (phases as readonly string[]).includes(phase)),
        key,
      );
    }
  });
});

describe('icebreakers', () => {
  it('are many, each a question of one line, none twice', () => {
    const questions = icebreakers();
    assert.ok(questions.length >= 40);
    assert.equal(new Set(questions).size, questions.length);
    assert.ok(questions.every((question) => question.endsWith('?') && question.length <= 120));
  });
});
