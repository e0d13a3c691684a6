import assert from 'node:assert/strict';
import { guestLinkIn } from '../../../src/node/live/guestLink.ts';
import { newRoomId, newSecret } from '../../../src/node/live/secrets.ts';

const room = newRoomId();
const token = newSecret();
const linkAt = (address: string): string => `${address}/#${room}.${token}`;

describe('the link of an invitation', () => {
  it('says where the retro is, and what lets in there', () => {
    assert.deepEqual(guestLinkIn(` ${linkAt('https://retro.example.com')}\n`), {
      state: 'ok',
      address: 'https://retro.example.com',
      host: 'retro.example.com',
      room,
      token,
      isEncrypted: true,
    });
  });

  for (const near of [
    'http://127.0.0.1:4321',
    'http://localhost:4321',
    'http://192.168.1.5:4321',
    'http://10.0.0.7:80',
    'http://172.16.0.1:4321',
    'http://[::1]:4321',
    'http://[fe80::1]:4321',
    'http://adas-laptop:4321',
    'http://adas-laptop.local:4321',
  ]) {
    it(`may lead to ${near} without encryption`, () => {
      assert.equal(guestLinkIn(linkAt(near)).state, 'ok');
    });
  }

  for (const far of [
    'http://retro.example.com',
    'http://203.0.113.9:4321',
    'http://172.32.0.1:4321',
    'http://192.168.1.5.example.com',
    'http://127.0.0.1.example.com',
    'http://[2001:db8::1]:4321',
  ]) {
    it(`[J126] may not lead to ${far} without encryption`, () => {
      assert.equal(guestLinkIn(linkAt(far)).state, 'open');
    });
  }

  for (const [what, given] of [
    ['nothing', ''],
    ['no address', 'retro'],
    ['another protocol', linkAt('ws://127.0.0.1:4321')],
    ['a program', `javascript:alert(1)//#${room}.${token}`],
    ['a file', `file:///etc/passwd#${room}.${token}`],
    ['somebody’s password', linkAt('https://ada:secret@retro.example.com')],
    ['a path', `https://retro.example.com/elsewhere#${room}.${token}`],
    ['a query', `https://retro.example.com/?to=elsewhere#${room}.${token}`],
    ['no token', `https://retro.example.com/#${room}`],
    ['no room', `https://retro.example.com/#.${token}`],
    ['half a token', `https://retro.example.com/#${room}.${token.slice(0, 20)}`],
    ['something huge', `https://retro.example.com/#${room}.${token}${'a'.repeat(100_000)}`],
  ] as const) {
    it(`[J126] is none with ${what}`, () => {
      assert.equal(guestLinkIn(given).state, 'none');
    });
  }
});
