import assert from 'node:assert/strict';
import { GuestMemory, type TextStore } from '../../../../src/webview/guest/guestMemory.ts';
import { invitationIn } from '../../../../src/protocol/invitationIn.ts';

function storeOf(texts = new Map<string, string>()): TextStore {
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => void texts.set(key, value),
  };
}

describe('what a browser remembers of a room', () => {
  it('is there after a reload, and is that of this room alone', () => {
    const store = storeOf();
    const memory = new GuestMemory(store, 'one');
    memory.keep({ proof: 'secret' });
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
