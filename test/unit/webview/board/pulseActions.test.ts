import assert from 'node:assert/strict';
import type { LiveFacts } from '../../../../src/protocol/boardPanel.ts';
import type { PulseAnswers } from '../../../../src/protocol/livePulse.ts';
import type { BoardController } from '../../../../src/webview/board/boardController.ts';
import { type BoardModel, firstModel } from '../../../../src/webview/board/boardModel.ts';
import { pulseActions } from '../../../../src/webview/board/pulseActions.ts';
import { emptySheet } from '../../../../src/webview/board/pulseSheet.ts';

/** A board with a survey of one statement, whose answers arrive when the test says so. */
class Board {
  model: BoardModel = firstModel;
  readonly sent: PulseAnswers[] = [];
  arrive: () => void = () => undefined;
  fail: (error: Error) => void = () => undefined;
  readonly room = {
    answerPulse: (answers: PulseAnswers): Promise<void> => {
      this.sent.push(answers);
      return new Promise((resolve, reject) => {
        this.arrive = resolve;
        this.fail = reject;
      });
    },
  };

  become(model: BoardModel): void {
    this.model = model;
  }

  opens(round: string): void {
    const pulse = { round, survey: { questions: [{ id: 'pace', text: 'All is well.' }] } };
    this.become({ ...this.model, facts: { ...this.model.facts, live: { pulse } as unknown as LiveFacts } });
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the answers to a survey on their way', () => {
  let board: Board;
  let actions: ReturnType<typeof pulseActions>;
  beforeEach(() => {
    board = new Board();
    board.opens('a');
    actions = pulseActions(board as unknown as BoardController);
    actions.rate(0, 3);
    actions.sendSheet();
    assert.deepEqual(board.sent, [{ round: 'a', ratings: [3] }]);
  });

  it('are forgotten when they have arrived', async () => {
    board.arrive();
    await turn();
    assert.deepEqual(board.model.sheet, emptySheet('a'));
  });

  it('can be sent again where one was changed meanwhile', async () => {
    actions.rate(0, 4);
    board.arrive();
    await turn();
    assert.deepEqual(board.model.sheet, { ...emptySheet('a'), ratings: { 0: 4 }, anew: true });
  });

  it('leave those to the next round alone, whether they arrive or not', async () => {
    const next = { ...emptySheet('b'), ratings: { 0: 1 } };
    for (const end of [() => board.arrive(), () => board.fail(new Error('No.'))]) {
      board.opens('a');
      actions.rate(0, 3);
      actions.sendSheet();
      board.opens('b');
      actions.rate(0, 1);
      end();
      await turn();
      assert.deepEqual(board.model.sheet, next);
    }
  });

  it('stay where they did not arrive, with the reason', async () => {
    board.fail(new Error('No.'));
    await turn();
    assert.deepEqual(board.model.sheet, { ...emptySheet('a'), ratings: { 0: 3 }, complaint: 'No.' });
  });
});
