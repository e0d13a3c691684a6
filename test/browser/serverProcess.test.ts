import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { BoardHost } from '../../src/core/board/boardHost.ts';
import { nothingGiven } from '../../src/core/board/given.ts';
import { builtInTemplates } from '../../src/core/templates/builtInTemplates.ts';
import { cryptoIds } from '../../src/node/cryptoIds.ts';
import { FileJournal } from '../../src/node/journal/fileJournal.ts';
import { ServerProcess, type ServerEvents } from '../../src/node/live/serverProcess.ts';
import { systemClock } from '../../src/node/systemClock.ts';
import { GitRepository } from '../support/gitRepository.ts';
import { Guest, partsOf } from '../support/liveGuest.ts';

const program = resolve('dist/serve-board.js');
const meeting = cryptoIds.newId();

describe('a board that an editor shares', function () {
  this.timeout(60_000);
  let repository: GitRepository;
  let journals: string;
  let server: ServerProcess | undefined;

  beforeEach(() => {
    repository = new GitRepository();
    journals = join(repository.folder, '.git', 'boards');
    mkdirSync(journals);
  });
  afterEach(async () => {
    await server?.close();
    server = undefined;
    repository.remove();
  });

  /** The board as whoever has its journal sees it. */
  async function openBoard(): Promise<BoardHost> {
    const journal = await FileJournal.open(join(journals, `${meeting}.jsonl`));
    return BoardHost.open({ journal, clock: systemClock, ids: cryptoIds });
  }

  /** A meeting of Ada's with one card, on one screen, at which somebody else sat too. */
  async function holdMeeting(): Promise<string> {
    const [template] = builtInTemplates();
    assert.ok(template);
    const host = await openBoard();
    const [ada, seat] = [cryptoIds.newId(), cryptoIds.newId()];
    const does = (who: string, deed: Parameters<BoardHost['take']>[0]['deed']) =>
      host.take({ id: cryptoIds.newId(), deed }, who);
    const days = { from: '2026-11-10', to: '2026-11-24' };
    const about = { id: meeting, title: 'The fortnight', date: '2026-11-24', ...days };
    assert.equal(
      await does(ada, { type: 'start', name: 'Ada', meeting: about, template, given: nothingGiven }),
      undefined,
    );
    await does(seat, { type: 'join', name: 'Person 2' });
    await does(ada, { type: 'goTo', phase: 'write' });
    assert.equal(
      await does(ada, { type: 'addCard', card: cryptoIds.newId(), column: 'column-1', text: 'Before' }),
      undefined,
    );
    await host.close();
    return ada;
  }

  async function share(events: Partial<ServerEvents> = {}, address = '127.0.0.1'): Promise<ServerProcess> {
    const fail = (error: unknown): void => assert.fail(String(error));
    server = await ServerProcess.start(
      program,
      {
        words: '',
        log: { root: repository.folder, folder: 'retro' },
        journals,
        meeting,
        host: address,
        port: 0,
        origins: [],
      },
      { logged: () => undefined, ended: () => undefined, failed: fail, onBug: fail, ...events },
    );
    return server;
  }

  async function comeIn(link: string, proof = partsOf(link).proof, name = ''): Promise<Guest> {
    const guest = await Guest.connect(Number(new URL(link).port));
    await guest.enter({ ...partsOf(link), proof, name });
    return guest;
  }

  it('is the same board, led by the same person, and is back on one screen when it is ended', async () => {
    const ada = await holdMeeting();
    let tellEnd = (): void => undefined;
    const ended = new Promise<void>((resolveEnd) => {
      tellEnd = resolveEnd;
    });
    const { hostLink } = await share({ ended: tellEnd });
    const lead = await comeIn(hostLink);
    await lead.until(() => lead.view !== undefined && lead.facts?.live !== undefined);
    assert.equal(lead.view?.me, ada);
    assert.equal(lead.view?.facilitates, true);
    assert.deepEqual(lead.texts, ['Before']);
    assert.deepEqual(
      lead.view?.participants.map(({ name, state }) => [name, state]),
      [
        ['Ada', 'present'],
        ['Person 2', 'away'],
      ],
    );
    const ben = await comeIn(lead.facts?.live?.invitation ?? '', undefined, 'Ben');
    await lead.letsIn('Ben');
    await ben.until(() => ben.view?.state === 'open' && ben.view.me !== '');
    await ben.adds('From Ben');
    await lead.does({ type: 'handOver', to: ben.view?.me ?? '' });
    await lead.rpc.ask('control', { type: 'end' });
    await ended;
    const { board } = await openBoard();
    assert.deepEqual(
      board.participants.map(({ name, role, state }) => [name, role, state]),
      [
        ['Ada', 'facilitator', 'present'],
        ['Person 2', 'participant', 'away'],
        ['Ben', 'participant', 'away'],
      ],
    );
    assert.deepEqual(
      board.cards.map(({ text }) => text),
      ['Before', 'From Ben'],
    );
  });

  it('goes on where it was when its process is killed', async () => {
    await holdMeeting();
    const { hostLink, process } = await share();
    const lead = await comeIn(hostLink);
    await lead.until(() => lead.view !== undefined);
    await lead.adds('Acknowledged');
    globalThis.process.kill(process, 'SIGKILL');
    await lead.untilClosed();
    const again = await connectAgain(hostLink);
    await again.until(() => again.view !== undefined);
    assert.deepEqual(again.texts, ['Before', 'Acknowledged']);
    assert.equal(server?.hostLink, hostLink);
    assert.notEqual(server?.process, process);
  });

  it('gets entries of the log in its facilitator’s name, each once, and says why there can be no more', async () => {
    await holdMeeting();
    const board = await share();
    const lead = await comeIn(board.hostLink);
    await lead.until(() => lead.view !== undefined);
    const entry = { id: 'm2x7k9qa', kind: 'win', title: 'A calm week', path: 'retro/m2x7k9qa.md' };
    const given = { ...entry, date: '2026-11-23', people: [] };
    assert.deepEqual(await board.bring([given]), { carded: 1, listed: 0 });
    await lead.until(() => lead.texts.includes('A calm week'));
    assert.deepEqual(await board.bring([given]), { carded: 0, listed: 0 });
    await lead.does({ type: 'undo', whose: 'mine' });
    assert.deepEqual(lead.texts, ['Before']);
    await lead.does({ type: 'reveal' });
    await lead.rpc.ask('closeMeeting', { commit: false });
    const another = board.bring([{ ...given, id: 'm2x7k9qb' }]);
    await assert.rejects(another, { name: 'RetroError', code: 'bad-input' });
    await board.close();
    await assert.rejects(board.bring([given]), { name: 'RetroError', code: 'busy' });
  });

  it('ends with its editor, and is shared again with the same links', async () => {
    await holdMeeting();
    const { hostLink } = await share();
    await server?.close();
    const host = await openBoard();
    await host.close();
    assert.equal((await share()).hostLink, hostLink);
  });

  it('waits for the port that pages know while the process of before is going', async () => {
    await holdMeeting();
    const { hostLink } = await share();
    await server?.close();
    const other = createServer().listen(Number(new URL(hostLink).port), '127.0.0.1');
    await once(other, 'listening');
    const sharing = share();
    // Whoever has the port is asked for it by then, or is gone before: both are right.
    setTimeout(() => other.close(), 500);
    assert.equal((await sharing).hostLink, hostLink);
  });

  it('says why it could not be shared, and leaves the journal free', async () => {
    await holdMeeting();
    await assert.rejects(share({}, '203.0.113.7'), /cannot be reached at 203\.0\.113\.7 any more/);
    const host = await openBoard();
    await assert.rejects(share(), /open in another window/);
    await host.close();
    await share();
  });

  it('leaves no process behind when the editor is gone', async () => {
    const child = fork(program, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const gone = once(child, 'exit');
    child.disconnect();
    assert.deepEqual(await gone, [0, null]);
  });

  /** As pages do: until there is somebody who answers. */
  async function connectAgain(link: string): Promise<Guest> {
    for (;;) {
      const guest = await comeIn(link).catch(() => undefined);
      if (guest !== undefined) {
        return guest;
      }
      await new Promise((next) => {
        setTimeout(next, 50);
      });
    }
  }
});
