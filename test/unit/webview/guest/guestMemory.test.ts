import assert from 'node:assert/strict';
import type { Deed } from '../../../../src/core/board/intent.ts';
import { GuestMemory, type TextStore } from '../../../../src/webview/guest/guestMemory.ts';
import { invitationIn } from '../../../../src/protocol/invitationIn.ts';

function storeOf(texts = new Map<string, string>()): TextStore {
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => void texts.set(key, value),
    names: () => [...texts.keys()],
  };
}

describe('what a browser remembers of a room', () => {
  it('is there after a reload, and is that of this room alone', () => {
    const store = storeOf();
    const memory = new GuestMemory(store, 'one');
    memory.keep({ proof: 'secret' });
    assert.equal(new GuestMemory(store, 'one').proof, 'secret', 'before anything was done there');
    memory.keep({ typed: [['ada column-1', 'Half a thought']], keys: [['c0000001', 'k'.repeat(26)]] });
    memory.keep({ state: { meeting: 'm33ting0' } });
    memory.rememberName('Ben');
    const again = new GuestMemory(store, 'one');
    assert.deepEqual(
      [again.proof, again.page.typed, again.page.keys, again.state, again.name],
      [
        'secret',
        [['ada column-1', 'Half a thought']],
        [['c0000001', 'k'.repeat(26)]],
        { meeting: 'm33ting0' },
        'Ben',
      ],
    );
    const other = new GuestMemory(store, 'another');
    assert.deepEqual([other.proof, other.page.typed, other.name], ['', [], 'Ben']);
  });

  it('is nothing where it cannot be read, and in memory where nothing can be kept', () => {
    for (const kept of [
      '',
      'no JSON',
      'null',
      '{"proof":1}',
      '{"proof":"x","typed":[[1]],"keys":[],"state":0}',
    ]) {
      const memory = new GuestMemory(storeOf(new Map([['retrolog.room.one', kept]])), 'one');
      assert.deepEqual(memory.page, { typed: [], keys: [] }, kept);
    }
    const full = new GuestMemory(
      {
        ...storeOf(),
        setItem: () => {
          throw new Error('QuotaExceededError');
        },
      },
      'one',
    );
    full.keep({ proof: 'secret' });
    assert.equal(full.proof, 'secret');
  });
});

describe('what a room never got', () => {
  const wish = (id: string, deed: Deed) => ({ id, deed });
  const state = {
    meeting: 'm33ting0',
    chime: false,
    pending: [
      wish('w0000001', { type: 'addCard', card: 'c0000001', column: 'column-1', text: 'One' }),
      wish('w0000002', { type: 'addCard', card: 'c0000002', column: 'column-1', text: 'Two' }),
      wish('w0000003', { type: 'addCard', card: 'c0000003', column: 'column-2', text: 'Three' }),
      wish('w0000004', { type: 'editCard', card: 'c0000001', text: 'One, better' }),
      wish('w0000005', { type: 'deleteCard', card: 'c0000002' }),
      wish('w0000006', { type: 'moveCard', card: 'c0000003', column: 'column-3' }),
      wish('w0000007', { type: 'editCard', card: 'c0000009', text: 'Of a card that it got' }),
      wish('w0000008', { type: 'setReady', ready: true }),
    ],
  };
  const typed = [
    ['ada00000 column-2', 'Half a thought'],
    ['ada00000 note:c0000009', 'A note is for what is there'],
    ['ada00000 column-1', '  '],
  ] as const;
  const cards = [
    { text: 'One, better', column: 'column-1' },
    { text: 'Three', column: 'column-3' },
    { text: 'Half a thought', column: 'column-2' },
  ];

  it('[H112] is what was written for it at last, and is seen from other rooms when it is over', () => {
    const store = storeOf();
    const before = new GuestMemory(store, 'one');
    before.keep({ proof: 'secret', title: 'The fortnight', state, typed });
    assert.deepEqual(before.unsent, cards);
    const clock = { at: Date.now() };
    const memory = new GuestMemory(store, 'two', () => clock.at);
    assert.deepEqual(memory.unsentElsewhere, [], 'it goes on, and will get them');
    clock.at += 3_600_000;
    assert.equal(memory.unsentElsewhere.length, 1, 'nobody has been there for an hour');
    clock.at -= 3_600_000;
    before.keep({ proof: '', over: true });
    assert.deepEqual(memory.unsentElsewhere, [{ title: 'The fortnight', cards }]);
    assert.deepEqual(before.unsentElsewhere, [], 'a room offers itself nothing');
    memory.forgetUnsentElsewhere();
    assert.deepEqual(memory.unsentElsewhere, []);
    assert.equal(new GuestMemory(store, 'one').title, 'The fortnight');
  });

  it('is nothing where it cannot be read', () => {
    const store = storeOf(
      new Map([
        ['retrolog.room.one', '{"proof":"","state":{"pending":1},"typed":[],"keys":[],"over":true}'],
        ['retrolog.room.two', 'no JSON'],
        ['retrolog.room.four', '{"proof":"","state":null,"typed":[],"keys":[],"at":0}'],
        ['another', '{}'],
      ]),
    );
    assert.deepEqual(new GuestMemory(store, 'three').unsentElsewhere, []);
  });
});

describe('the link of an invitation', () => {
  it('says which room and with what, and nothing where it is not whole', () => {
    const room = 'r'.repeat(22);
    const token = 't'.repeat(43);
    assert.deepEqual(invitationIn(`#${room}.${token}`), { room, token });
    assert.deepEqual(invitationIn(`#${room}`), { room, token: '' });
    assert.deepEqual(invitationIn(`#${room}.${token.slice(1)}`), { room, token: '' });
    for (const wrong of [
      '',
      '#',
      '#x',
      `#${token}`,
      `#../${room}`,
      `#${room}.${token}.x`.replace(room, 'x'),
    ]) {
      assert.equal(invitationIn(wrong).room, '', wrong);
    }
  });
});
