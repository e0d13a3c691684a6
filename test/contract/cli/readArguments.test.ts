import assert from 'node:assert/strict';
import { commandTable } from '../../../src/cli/commandTable.ts';
import { readArguments } from '../../../src/cli/readArguments.ts';
import { UsageError } from '../../../src/cli/usageError.ts';

function read(...args: string[]) {
  return readArguments(args, commandTable);
}

function refuses(args: readonly string[], sentence: RegExp): void {
  assert.throws(
    () => readArguments(args, commandTable),
    (error) => error instanceof UsageError && sentence.test(error.message),
  );
}

describe('arguments', () => {
  it('takes global options before and after the command', () => {
    for (const args of [
      ['--dir', 'x', 'list', '--json'],
      ['list', '--dir=x', '--json'],
      ['--json', 'list', '--dir', 'x'],
    ]) {
      const { command, values } = read(...args);
      assert.equal(command?.name, 'list');
      assert.deepEqual(values.get('dir'), ['x']);
      assert.ok(values.has('json'));
    }
  });

  it('does not take the value of a global option for the command', () => {
    assert.equal(read('--folder', 'search', 'list').command?.name, 'list');
  });

  it('keeps every value of an option in the order it came in', () => {
    assert.deepEqual(read('list', '--kind', 'win', '--kind=failure').values.get('kind'), ['win', 'failure']);
  });

  it('takes a value with a leading dash after an equals sign, and words with one after “--” [J128]', () => {
    const { words, values } = read('add', 'win', '--body=-x', '--', '--json');
    assert.deepEqual(words, ['win', '--json']);
    assert.deepEqual(values.get('body'), ['-x']);
    assert.ok(!values.has('json'));
  });

  it('takes a single dash as a value', () => {
    assert.deepEqual(read('add', 'win', 'T', '--body', '-').values.get('body'), ['-']);
  });

  it('refuses an option as the value of another', () => {
    refuses(
      ['add', 'win', 'T', '--tag', '--json'],
      /--tag needs a value, and “--json” looks like an option.*--tag=--json/,
    );
  });

  it('refuses what it does not know, and says what may be meant [J128]', () => {
    refuses(['lst'], /no command “lst”\. Did you mean “list”\?/);
    refuses(['frobnicate'], /no command “frobnicate”\.$/);
    refuses(['list', '--knd', 'win'], /no option --knd\. Did you mean --kind\?/);
    refuses(['list', '-x'], /no option -x/);
    refuses(['--kind', 'win', 'list'], /no option --kind before the command/);
    refuses(['show', 'x', '--__proto__=1'], /no option --__proto__/);
  });

  it('refuses a missing word, a missing value and a word too many', () => {
    refuses(['add'], /“add” needs <kind>/);
    refuses(['add', 'win'], /“add” needs <title>/);
    refuses(['search'], /“search” needs <words…>/);
    refuses(['list', '--kind'], /--kind needs a value: --kind KIND/);
    refuses(['add', 'win', 'Two', 'words'], /“words” is one word too many/);
    refuses(['list', 'extra'], /“extra” is one word too many/);
    refuses(['list', '--json=yes'], /--json takes no value/);
  });

  it('answers a question for help before it finds fault', () => {
    for (const args of [
      ['add', '--help'],
      ['add', 'x', '--nonsense', '-h'],
      ['--help', 'add'],
    ]) {
      const request = read(...args);
      assert.equal(request.command?.name, 'add');
      assert.ok(request.values.has('help'));
    }
    assert.ok(!read('add', 'win', '--', '--help').values.has('help'));
  });

  it('has for every command and option a summary and a name of its own', () => {
    for (const command of commandTable) {
      assert.match(command.summary(), /^[A-Z].*[^.]$/);
      const names = command.options.map((option) => option.name);
      assert.equal(new Set(names).size, names.length);
      assert.ok(command.options.every((option) => option.summary() !== ''));
    }
    assert.equal(new Set(commandTable.map((command) => command.name)).size, commandTable.length);
  });
});
