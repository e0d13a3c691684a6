import assert from 'node:assert/strict';
import { RetroLog } from '../../../src/core/log/retroLog.ts';
import { templateKey } from '../../../src/core/templates/addTemplate.ts';
import { countedIds } from '../../support/countedIds.ts';
import { fixedClock } from '../../support/fixedClock.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { threeColumns } from '../board/boards.ts';

async function loaded(
  seed: Readonly<Record<string, string>>,
): Promise<{ files: MemoryFiles; log: RetroLog }> {
  const files = new MemoryFiles({ 'retro/retro.yml': '', ...seed });
  const log = new RetroLog({ files, clock: fixedClock('2026-03-05'), ids: countedIds() }, 'retro');
  await log.load();
  return { files, log };
}

const path = 'retro/templates/ours.yml';
const ours = 'name: Ours\ncolumns:\n  - {title: All}\n';

describe('the templates of a team', () => {
  it('are read with the log, in the order of their files', async () => {
    const { log } = await loaded({
      [path]: ours,
      'retro/templates/a.yaml': ours.replace('Ours', 'A'),
      'retro/templates/old/b.yml': ours,
      'retro/templates/notes.md': 'x',
    });
    assert.deepEqual(
      log.templates.map(({ key, name }) => [key, name]),
      [
        ['a', 'A'],
        ['ours', 'Ours'],
      ],
    );
    assert.deepEqual(log.problems, []);
  });

  it('are checked with their lines, and never stop the others', async () => {
    const { log } = await loaded({ [path]: ours, 'retro/templates/bad.yml': 'name: Bad\ncolumns: 3\n' });
    assert.deepEqual(
      log.problems.map(({ path, line, code }) => [path, line, code]),
      [['retro/templates/bad.yml', 2, 'bad-template']],
    );
    assert.equal(log.templates.length, 1);
  });

  it('are surveys where they have questions, and no survey where one of them is wrong', async () => {
    const questions = 'questions:\n  - {id: pace, text: We can go on like this.}\n';
    const { log } = await loaded({
      [path]: ours,
      'retro/templates/pace.yml': `name: Pace\n${questions}`,
      'retro/templates/wrong.yml': `name: Wrong\nscale: {from: 5, to: 1}\n${questions}`,
    });
    assert.deepEqual(
      [log.templates.map(({ key }) => key), log.surveys.map(({ key }) => key)],
      [['ours'], ['pace']],
    );
    assert.deepEqual(
      log.problems.map(({ path: at, line, code }) => [at, line, code]),
      [['retro/templates/wrong.yml', 2, 'bad-survey']],
    );
  });

  it('are read again when they change', async () => {
    const { files, log } = await loaded({ [path]: ours });
    let told = 0;
    log.onDidChange(() => {
      told += 1;
    });
    files.put(path, ours.replace('Ours', 'Yours'));
    await log.refresh([path]);
    assert.deepEqual([log.templates[0]?.name, told], ['Yours', 1]);
    await log.refresh([path]);
    assert.equal(told, 1);
  });

  it('are saved from any board, and never over another', async () => {
    const { files, log } = await loaded({});
    const applied = await log.apply({ type: 'addTemplate', template: threeColumns });
    assert.deepEqual(applied.paths, ['retro/templates/three.yml']);
    assert.deepEqual(log.templates, [threeColumns]);
    await assert.rejects(log.apply({ type: 'addTemplate', template: threeColumns }), {
      name: 'RetroError',
      code: 'already-there',
    });
    assert.ok(applied.undo);
    await log.apply(applied.undo);
    assert.deepEqual(files.paths, ['retro/retro.yml']);
  });

  it('have keys that make good file names', () => {
    assert.equal(templateKey('Über uns: Q4', []), 'uber-uns-q4');
    assert.equal(templateKey('日本', ['template', 'template-2']), 'template-3');
  });
});
