import assert from 'node:assert/strict';
import { printEntry } from '../../../src/core/format/printEntry.ts';
import { RetroLog } from '../../../src/core/log/retroLog.ts';
import { countedIds } from '../../support/countedIds.ts';
import { fixedClock } from '../../support/fixedClock.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';

const path = 'retro/entries/2026/a.md';
const step = { type: 'closeAction', date: '2026-03-06' } as const;

async function openLog(): Promise<{ files: MemoryFiles; log: RetroLog; text: string }> {
  const text = printEntry('k0000001', { kind: 'action', title: 'Add jitter', date: '2026-03-04' });
  const files = new MemoryFiles({ [path]: `\ufeff${text.replaceAll('\n', '\r\n')}` });
  const log = new RetroLog({ files, clock: fixedClock('2026-03-06'), ids: countedIds() }, 'retro');
  await log.load();
  return { files, log, text: files.textOf(path) ?? '' };
}

describe('RetroLog, taking a step back', () => {
  it('has the step in the index, and the very same bytes when it is taken back', async () => {
    const { files, log, text } = await openLog();
    const { undo, paths } = await log.apply({ type: 'takeStep', path, step });
    assert.deepEqual([paths, log.at(path)?.status], [[path], 'done']);
    assert.ok(undo);
    await log.apply(undo);
    assert.deepEqual([files.textOf(path), log.at(path)?.status], [text, 'open']);
  });

  it('[C60] leaves a file alone that was changed since', async () => {
    const { files, log } = await openLog();
    const { undo } = await log.apply({ type: 'takeStep', path, step });
    const edited = `${files.textOf(path)}More.\r\n`;
    files.put(path, edited);
    assert.ok(undo);
    await assert.rejects(log.apply(undo), { name: 'RetroError', code: 'changed-meanwhile', path });
    assert.equal(files.textOf(path), edited);
  });

  it('[C61] is decided by the file and not by an index that is behind', async () => {
    const { files, log } = await openLog();
    const other = new RetroLog({ files, clock: fixedClock('2026-03-06'), ids: countedIds() }, 'retro');
    await other.load();
    await other.apply({ type: 'takeStep', path, step });
    assert.equal(log.at(path)?.status, 'open');
    await assert.rejects(log.apply({ type: 'takeStep', path, step }), { code: 'bad-input' });
  });
});
