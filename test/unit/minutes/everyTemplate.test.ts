import assert from 'node:assert/strict';
import { columnId } from '../../../src/core/board/board.ts';
import { meetingPath } from '../../../src/core/format/entryPath.ts';
import { RetroLog } from '../../../src/core/log/retroLog.ts';
import { boardFrom } from '../../../src/core/minutes/boardFrom.ts';
import { minutesOf } from '../../../src/core/minutes/minutesOf.ts';
import { parseMinutes } from '../../../src/core/minutes/parseMinutes.ts';
import { minutesText, planClose } from '../../../src/core/minutes/planClose.ts';
import { builtInTemplates } from '../../../src/core/templates/builtInTemplates.ts';
import type { ColumnKind, Phase, Template } from '../../../src/core/templates/template.ts';
import { countedIds } from '../../support/countedIds.ts';
import { fixedClock } from '../../support/fixedClock.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { ada, ben, cleo, Run } from '../board/boards.ts';

const path = meetingPath('retro', '2026-11-20', 'Sprint 42', 'm33ting0');
const words = { body: '', owner: 'Ben', due: '', people: [], hypothesis: '', measure: '', timebox: '' };

describe('a meeting by each of the built-in templates', () => {
  for (const template of builtInTemplates()) {
    it(`goes from its start to saved minutes, and back: ${template.key}`, async () => {
      const run = Walk.through(template).does(ada, { type: 'close' });
      const files = new MemoryFiles({ 'retro/retro.yml': '' });
      const log = new RetroLog({ files, clock: fixedClock('2026-11-20'), ids: countedIds() }, 'retro');
      await log.load();
      const entryWith = (id: string): ReturnType<typeof log.withId>[number] | undefined => log.withId(id)[0];
      const { edits } = planClose(run.board, {
        folder: 'retro',
        path,
        before: undefined,
        today: '2026-11-20',
        entryWith,
      });
      for (const edit of edits) {
        await log.apply(edit);
      }
      const text = files.textOf(path) ?? '';
      const said = minutesOf(run.board, (id) => entryWith(id)?.path);
      const titles = template.columns.map(({ title }) => title);
      assert.deepEqual(parseMinutes(path, text, titles)?.minutes, said);
      assert.deepEqual(
        said.columns.map(({ title, items }) => [title, items.length]),
        titles.map((title) => [title, 2]),
      );
      assert.deepEqual(
        log.problems.filter(({ code }) => code !== 'untestable-experiment'),
        [],
      );

      const again = boardFrom(said, {
        templates: builtInTemplates(),
        entryAt: (at) => log.at(at),
        ids: countedIds(),
      });
      assert.deepEqual(again.template, template);
      assert.deepEqual(columnsOf(new Run(again).does(cleo, { type: 'join', name: 'Cleo' })), columnsOf(run));
      assert.equal(minutesText(again, path, text, entryWith), text);
    });
  }
});

/** A team that writes two cards into each column, and does in each phase what it is for. */
class Walk {
  readonly #run: Run;
  readonly #template: Template;

  private constructor(template: Template) {
    this.#template = template;
    this.#run = Run.started(template);
  }

  static through(template: Template): Run {
    const walk = new Walk(template);
    for (const phase of template.phases) {
      walk.#run.does(ada, { type: 'goTo', phase });
      walk.#do(phase);
    }
    return walk.#run;
  }

  #do(phase: Phase): void {
    const run = this.#run;
    const [first = '', second = ''] = this.#topics();
    switch (phase) {
      case 'review':
        return;
      case 'check-in':
        run.does(ada, { type: 'askCheckIn', question: 'How are you?' });
        return;
      case 'write':
        this.#write();
        return;
      case 'group':
        run.does(ben, { type: 'renameGroup', group: this.#group(first), title: 'Named together' });
        return;
      case 'vote':
        run.does(ben, { type: 'vote', topic: first }).does(cleo, { type: 'vote', topic: second });
        run.does(ada, { type: 'revealVotes' });
        return;
      case 'discuss':
        run.does(ben, { type: 'addNote', note: 'note0001', topic: first, text: 'Keep it so.' });
        return;
      case 'decide':
        run.does(ben, {
          type: 'make',
          entry: 'dothisxx',
          source: first,
          words: { ...words, kind: 'action', title: 'Split the tests' },
        });
        return;
      case 'close':
        run.does(ada, { type: 'promote', topic: second, entry: 'keptitxx', kind: this.#kind() });
        run.does(ada, { type: 'rate', worth: 4 });
        return;
    }
  }

  #write(): void {
    const { columns, names } = this.#template;
    for (const index of columns.keys()) {
      for (const [person, text] of [
        [ben, `What Ben says of ${index + 1}`],
        [cleo, `What Cleo says of ${index + 1}\nand why.`],
      ] as const) {
        const card = this.#run.newId();
        const key = names === 'anonymous' ? { key: `the-secret-of-${card}` } : {};
        this.#run.does(person, { type: 'addCard', card, column: columnId(index), text, ...key });
      }
    }
    if (this.#template.hidden) {
      this.#run.does(ada, { type: 'reveal' });
    }
  }

  /** Puts two cards of the first column together with a third one, so that both columns still have two topics. */
  #group(topic: string): string {
    const third = this.#run.newId();
    const key = this.#template.names === 'anonymous' ? { key: `the-secret-of-${third}` } : {};
    this.#run.does(cleo, { type: 'addCard', card: third, column: columnId(0), text: 'A third one', ...key });
    const card = this.#topics().find((id) => id !== topic && this.#textOf(id) === 'A third one') ?? third;
    this.#run.does(ben, { type: 'groupCard', card, topic, group: 'group001' });
    return 'group001';
  }

  /** What the first column says that its cards become; a learning, as on the panel, where it says nothing. */
  #kind(): ColumnKind {
    return this.#template.columns[0]?.kind ?? 'learning';
  }

  #textOf(id: string): string {
    return this.#run.board.cards.find((card) => card.id === id)?.text ?? '';
  }

  #topics(): readonly string[] {
    return this.#run.view(ada).columns.flatMap(({ topics }) => topics.map(({ id }) => id));
  }
}

/** What stands in each column, as everybody sees it; of what became an entry that is its title. */
function columnsOf(run: Run): readonly (readonly string[][])[] {
  return run.board.template.columns.map((_, index) =>
    run.sees(cleo, columnId(index)).map((text) => text.split('\n', 1)),
  );
}
