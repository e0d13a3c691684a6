import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { commandTable } from '../../../src/cli/commandTable.ts';
import { globalOptions } from '../../../src/cli/globalOptions.ts';
import { signature } from '../../../src/cli/helpText.ts';
import { cleanEnvironment, program } from './commandLine.ts';
import { Scene } from './scene.ts';

const document = readFileSync('docs/command-line.md', 'utf8');

/** The text below one heading, up to the next of the same level. */
function chapters(): ReadonlyMap<string, string> {
  const [, ...parts] = document.split(/^## /m);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n'))]));
}

/** The options in the first column of a table: `--body TEXT`. */
function documented(chapter: string): string[] {
  return [...chapter.matchAll(/^\| (`-[^|]*`) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/--([a-z-]+)/g)].map(([, name = '']) => name),
  );
}

describe('the documentation of the command line', () => {
  it('has a chapter for every command and for no other', () => {
    const titles = [...chapters().keys()].filter((title) => title.startsWith('`retrolog '));
    assert.deepEqual(
      titles,
      commandTable.map((command) => `\`retrolog ${signature(command)}\``),
    );
  });

  it('has no chapter twice', () => {
    const headings = [...document.matchAll(/^#{1,3} .*$/gm)].map(([heading]) => heading);
    assert.deepEqual(headings, [...new Set(headings)]);
  });

  it('has every option of every command and no other', () => {
    for (const command of commandTable) {
      const chapter = chapters().get(`\`retrolog ${signature(command)}\``) ?? '';
      const names = command.options.map((option) => option.name);
      assert.deepEqual([...new Set(documented(chapter))], names, command.name);
    }
    const shared = chapters().get('Options of every command') ?? '';
    assert.deepEqual(
      documented(shared),
      globalOptions.map((option) => option.name),
    );
  });

  it('says which options can be given again', () => {
    for (const command of commandTable) {
      const chapter = chapters().get(`\`retrolog ${signature(command)}\``) ?? '';
      for (const option of command.options) {
        const row = chapter.split('\n').find((line) => line.startsWith(`| \`--${option.name} `)) ?? '';
        assert.equal(
          row.includes('Can be given again'),
          option.many === true,
          `${command.name} --${option.name}`,
        );
      }
    }
  });
});

/** One command of a `console` block and what it prints, or the JSON block that follows it. */
interface Example {
  readonly command: string;
  readonly expected: string;
  readonly json?: string;
}

function examples(): readonly Example[] {
  return [...document.matchAll(/^```console\n([^]*?)^```\n(?:\n```json\n([^]*?)^```\n)?/gm)].flatMap(
    ([, block = '', json]) => {
      const commands = block.split(/^\$ /m).slice(1);
      return commands.map((text, at) => {
        const end = text.indexOf('\n');
        const isLast = at === commands.length - 1;
        return {
          command: text.slice(0, end),
          expected: text.slice(end + 1),
          ...(isLast && json !== undefined && { json }),
        };
      });
    },
  );
}

describe('the examples in the documentation of the command line', () => {
  let scene: Scene;

  before(() => {
    scene = Scene.inRepository();
    scene.commit('src/cache.ts', 'export function keep() {\n  const ttl = 60;\n}\n', 'Cache product pages');
    scene.write('.git/bin/retrolog', `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
    chmodSync(scene.path('.git/bin/retrolog'), 0o755);
  });

  after(() => scene.remove());

  it('print what the documentation says, in that order', () => {
    /** New ids are random: those of the documentation stand for those that were given. */
    const given = new Map<string, string>();
    const translate = (text: string): string =>
      [...given].reduce((all, [written, real]) => all.replaceAll(written, real), text);
    const PATH = `${scene.path('.git/bin')}${delimiter}${process.env.PATH}`;
    for (const { command, expected, json } of examples()) {
      const { stdout } = spawnSync('/bin/sh', ['-c', `{ ${translate(command)}\n} 2>&1`], {
        cwd: scene.root,
        env: { ...cleanEnvironment, PATH },
        encoding: 'utf8',
        timeout: 60_000,
      });
      const [, written] = /^Logged (\S+)/.exec(expected) ?? [];
      const [, real] = /^Logged (\S+)/.exec(stdout) ?? [];
      if (written !== undefined && real !== undefined) {
        given.set(written, real);
      }
      if (json === undefined) {
        assert.equal(stdout, translate(expected), command);
      } else {
        assert.deepEqual(JSON.parse(stdout), JSON.parse(translate(json)), command);
      }
    }
    assert.equal(given.size, 3);
  });
});
