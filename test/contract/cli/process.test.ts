import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Command } from '../../../src/cli/command.ts';
import { answerJson, cleanEnvironment, endOf, retrolog, retrologJson, startRetrolog } from './commandLine.ts';
import { Scene } from './scene.ts';

describe('retrolog as a process', () => {
  let scene: Scene;
  before(() => {
    scene = Scene.inRepository();
  });
  after(() => scene.remove());

  it('prints help and its version, and ends with 0', async () => {
    const help = await retrolog(scene.root, ['--help']);
    assert.deepEqual([help.code, help.stderr], [0, '']);
    assert.match(help.stdout, /^ {2}add <kind> <title> /m);
    assert.equal(
      (await retrolog(scene.root, ['help', 'add'])).stdout,
      (await retrolog(scene.root, ['add', '-h'])).stdout,
    );
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.equal((await retrolog(scene.root, ['--version'])).stdout, `${manifest.version}\n`);
    assert.deepEqual((await retrologJson(scene.root, ['--version'])).json, { version: manifest.version });
  });

  it('ends with 2 for wrong usage, and says it where it was asked to', async () => {
    const none = await retrolog(scene.root, []);
    assert.deepEqual([none.code, none.stdout], [2, '']);
    assert.match(none.stderr, /There is no command\.\n“retrolog help” tells more/);
    const mistyped = await retrolog(scene.root, ['list', '--since', 'monday']);
    assert.equal(mistyped.code, 2);
    assert.match(mistyped.stderr, /--since “monday” is not a day .*\n“retrolog help list” tells more/);
    const unknown = await retrologJson(scene.root, ['lits']);
    assert.deepEqual(
      [unknown.code, unknown.json],
      [2, { error: { code: 'usage', message: 'There is no command “lits”. Did you mean “list”?' } }],
    );
  });

  it('quotes an argument without what a terminal would obey', async () => {
    const ended = await retrolog(scene.root, ['show', 'a\u001b[2Jb\u202ec']);
    assert.equal(ended.code, 1);
    assert.match(ended.stderr, /no entry with the id “a<U\+001B>\[2Jb<U\+202E>c”/);
    assert.doesNotMatch(ended.stderr.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
  });

  it('ends with 70 for a bug, and shows where it is', async () => {
    const bugs = Scene.outsideGit();
    try {
      bugs.writeEntry({ id: 'aaaa1111', title: 'Ünïcode' });
      const planted = [
        '--import',
        'data:text/javascript,Intl.Segmenter=class{constructor(){throw new TypeError("planted")}}',
      ];
      assert.equal((await retrolog(bugs.root, ['list'])).code, 0);
      const ended = await retrolog(bugs.root, ['list'], { node: planted });
      assert.deepEqual([ended.code, ended.stdout], [70, '']);
      assert.match(ended.stderr, /^retrolog: This is a fault in retrolog.*\nTypeError: planted\n +at /);
    } finally {
      bugs.remove();
    }
  });

  it('prints a bug as a document as well, and its stack on stderr', async () => {
    const broken: Command = {
      name: 'broken',
      arguments: [],
      options: [],
      summary: () => 'Break',
      run: () => Promise.reject(new TypeError('planted')),
    };
    const { code, json, stderr } = await answerJson(scene.root, ['broken'], { commands: [broken] });
    assert.deepEqual([code, json], [70, { error: { code: 'bug', message: 'planted' } }]);
    assert.match(stderr, /TypeError: planted\n +at /);
  });

  it('works with stdin, stdout or stderr closed [J128]', async () => {
    for (const redirections of ['<&-', '>&-', '2>&-']) {
      const child = startRetrolog(scene.root, ['add', 'win', 'T', '--body', '-'], { redirections });
      child.stdin.end('text');
      assert.equal((await endOf(child)).code, 0, redirections);
    }
    assert.equal((await retrologJson(scene.root, ['list'])).json.entries.length, 3);
  });

  it('ends with 1 where what it prints has no room, and says so [J128]', async function () {
    if (!existsSync('/dev/full')) {
      this.skip();
    }
    const { code, stderr } = await endOf(startRetrolog(scene.root, ['help'], { redirections: '>/dev/full' }));
    assert.deepEqual([code, stderr], [1, 'retrolog: The answer could not be printed: The disk is full.\n']);
  });

  it('stops reading a stdin that goes on and on [J128]', async () => {
    const child = startRetrolog(scene.root, ['add', 'win', 'T', '--body', '-']);
    child.stdin.write('x'.repeat(2_000_000));
    const { code, stderr } = await endOf(child);
    assert.equal(code, 1);
    assert.match(stderr, /^retrolog: The text on standard input is longer than 1000000 bytes/);
  });

  it('leaves nothing behind when it is interrupted before it could write [J128]', async () => {
    const folder = scene.path('retro/entries');
    const filesBefore = readdirSync(folder, { recursive: true });
    const child = startRetrolog(scene.root, ['add', 'win', 'Never', '--body', '-']);
    const ended = endOf(child);
    // More than a pipe holds: once all of it is taken, the program is reading and has written nothing.
    await new Promise((resolve) => child.stdin.write('x'.repeat(300_000), resolve));
    child.kill('SIGINT');
    assert.equal((await ended).signal, 'SIGINT');
    assert.deepEqual(readdirSync(folder, { recursive: true }), filesBefore);
  });

  it('does not wait for a stdin that nobody reads', async () => {
    assert.equal((await endOf(startRetrolog(scene.root, ['list']))).code, 0);
  });

  it('does not run a git that the current folder brings along', async () => {
    scene.write('git', '#!/bin/sh\ntouch canary\n');
    chmodSync(scene.path('git'), 0o755);
    const env = { ...cleanEnvironment, PATH: `.:${process.env.PATH}` };
    await retrolog(scene.root, ['add', 'win', 'T', '--commit', 'HEAD'], { env });
    assert.ok(!existsSync(scene.path('canary')));
    spawnSync('git', ['--version'], { cwd: scene.root, env });
    assert.ok(existsSync(scene.path('canary')), 'the trap works');
  });
});
