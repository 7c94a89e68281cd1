import { decodeQR } from 'qr/decode.js';
import { renderPage } from '../page/render';
import { QrCode } from './qr-code';

/** Pixels a module, as a camera that is close enough sees them. */
const PIXELS = 3;

/** What a camera sees of the drawing. */
function picture(svg: string): { width: number; height: number; data: Uint8Array } {
  const modules = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]);
  const width = modules * PIXELS;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * PIXELS; row < (Number(y) + 1) * PIXELS; row++) {
      for (let at = Number(x) * PIXELS; at < (Number(x) + Number(run)) * PIXELS; at++) {
        data.fill(0, (row * width + at) * 4, (row * width + at) * 4 + 3);
      }
    }
  }
  return { width, height: width, data };
}

it.each([
  ['the proof of one entry in a million', 'ABC$%*+-./: 0129'.repeat(76)],
  ['a signed promise', `register.example.org/log/ack\n${'x'.repeat(300)}\n\n— register.example.org/ack AAAA\n`],
])('draws what a reader reads: %s', (_, text) => {
  const svg = renderPage(QrCode({ text, label: 'Code' }));
  expect(decodeQR(picture(svg))).toBe(text);
  expect(svg).toContain('role="img" aria-label="Code"');
});
