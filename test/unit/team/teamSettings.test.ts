import assert from 'node:assert/strict';
import { newTeamFile } from '../../../src/core/team/newTeamFile.ts';
import { defaultTeamSettings, parseTeamSettings } from '../../../src/core/team/teamSettings.ts';

function problemsOf(text: string): string[] {
  return parseTeamSettings('retro/retro.yml', text).problems.map(({ code, line }) => `${code}:${line}`);
}

describe('parseTeamSettings', () => {
  it('reads everything that a team can settle', () => {
    const text =
      'team: Checkout\ntimezone: Europe/London # here\nareas:\n  payments: [services/pay/**]\nexperiments: {limit: 5}\n';
    assert.deepEqual(parseTeamSettings('retro/retro.yml', text), {
      settings: {
        team: 'Checkout',
        timezone: 'Europe/London',
        areas: { payments: ['services/pay/**'] },
        experimentLimit: 5,
      },
      problems: [],
    });
  });

  for (const text of ['', '\ufeff', '\n\n', '# nothing\r\n  # yet\r\n', '---\n# nothing\n', newTeamFile()]) {
    it(`has a default for everything: ${JSON.stringify(text.slice(0, 20))}`, () => {
      assert.deepEqual(parseTeamSettings('retro/retro.yml', text), {
        settings: defaultTeamSettings,
        problems: [],
      });
    });
  }

  it('keeps what is right beside what is wrong, and says where that is', () => {
    const text =
      '---\nteam: Checkout\ntimezone: Mars/Olympus\nareas: [a]\nexperiments: {limit: 0}\nsprint: 42\n';
    const { settings } = parseTeamSettings('retro/retro.yml', text);
    assert.deepEqual(settings, { ...defaultTeamSettings, team: 'Checkout' });
    assert.deepEqual(problemsOf(text), ['bad-setting:3', 'bad-setting:4', 'bad-setting:5']);
  });

  it('says what kind of value belongs where', () => {
    assert.deepEqual(problemsOf('team: 12\n'), ['bad-setting:1']);
    assert.deepEqual(problemsOf('areas:\n  a: b\n  c: [1]\n'), ['bad-setting:2', 'bad-setting:3']);
    assert.deepEqual(problemsOf('experiments: 3\n'), ['bad-setting:1']);
  });

  it('is all defaults where the file is no data [A9] [A10] [A14] [A17]', () => {
    const broken: readonly (readonly [string, string])[] = [
      ['team: a\nteam: b\n', 'duplicate-key:2'],
      ['areas:\n\tpay: [a]\n', 'tab-indentation:2'],
      ['team: &a b\n', 'anchor:1'],
      ['team: !!js/function x\n', 'tag:1'],
      ['- a\n', 'not-keys:1'],
      ['team: a\n---\nteam: b\n', 'second-document:2'],
    ];
    for (const [text, problem] of broken) {
      assert.deepEqual(problemsOf(text), [problem]);
      assert.deepEqual(parseTeamSettings('retro/retro.yml', text).settings, defaultTeamSettings);
    }
  });

  it('takes no names of its own from the prototypes of objects [A18]', () => {
    const { settings } = parseTeamSettings(
      'retro/retro.yml',
      'areas:\n  __proto__: [a/**]\n  constructor: [b/**]\n',
    );
    assert.equal(({} as Record<string, unknown>)['0'], undefined);
    assert.deepEqual(settings.areas.constructor, ['b/**']);
  });
});
