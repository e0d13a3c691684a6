import assert from 'node:assert/strict';
import decodeQr from 'qr/decode.js';
import { leadsElsewhere, qrPath } from '../../../../src/webview/board/qrCode.ts';

const fragment = `${'r'.repeat(22)}.${'t'.repeat(43)}`;

describe('the QR code of an invitation', () => {
  for (const link of [
    `http://192.168.1.5:51234/#${fragment}`,
    `https://a-rather-long-name-51234.euw.devtunnels.ms/#${fragment}`,
  ]) {
    it(`is read by a camera as ${link.slice(0, 30)}…`, () => {
      const { size, path } = qrPath(link);
      const scale = 4;
      const width = size * scale;
      const data = new Uint8Array(width * width * 4).fill(255);
      for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
        for (let at = 0; at < scale * scale; at += 1) {
          const row = Number(y) * scale + Math.floor(at / scale);
          const column = Number(x) * scale + (at % scale);
          data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
        }
      }
      assert.equal(decodeQr({ width, height: width, data }), link);
    });
  }

  it('is shown where a phone could follow the link', () => {
    assert.equal(leadsElsewhere('http://192.168.1.5:51234/#a.b'), true);
    assert.equal(leadsElsewhere('https://retro.example.com/#a.b'), true);
    for (const here of [
      'http://127.0.0.1:51234/#a.b',
      'http://localhost:1/#a.b',
      'http://[::1]:1/#a.b',
      '',
    ]) {
      assert.equal(leadsElsewhere(here), false, here);
    }
  });
});
