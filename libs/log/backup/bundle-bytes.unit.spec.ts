import { besideIn, entriesIn } from './bundle-bytes';

const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex');

it('reads a bundle of entries: length and bytes of each (04 §1.8)', () => {
  const read = entriesIn('file', bytes('0001 41 0002 4243 0000'), 0);
  expect(read.map(String)).toEqual(['A', 'BC', '']);
});

it('reads what stands beside entries', () => {
  const read = besideIn('file', bytes('2d ffffffff ffffffff 6f 00000002 6162 00000001 00'), 0);
  expect(read).toEqual([
    { visibility: '-', correlation: null, sheet: null },
    { visibility: 'o', correlation: 'ab', sheet: Buffer.from([0]) },
  ]);
});

it.each(['0001 41 00', '0001 41 0002 42'])('names the entry in which %s ends', (hex) => {
  expect(() => entriesIn('tile/entries/001', bytes(hex), 256)).toThrow('tile/entries/001, entry 257: the file ends');
});

it.each(['2d ffff', '2d ffffffff 00000002 61', '2d ffffffff'])('names the entry beside which %s ends', (hex) => {
  expect(() => besideIn('beside/001', bytes(hex), 256)).toThrow('beside/001, entry 256: the file ends');
});
