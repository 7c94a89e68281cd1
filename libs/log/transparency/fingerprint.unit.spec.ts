import fc from 'fast-check';
import { vectorJson, hex } from '../../../test/transparency/vectors';
import { fingerprint, locator, parseFingerprint, parseLocator } from './fingerprint';
import { Unreadable } from './unreadable';

const leaf = hex(vectorJson<{ leafHashHex: string }>('own-examples/civic-entry.json').leafHashHex);
const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a fingerprint', () => {
  it('is that of the example', () => {
    expect(fingerprint(leaf)).toBe('ZZAC-J1V6-HHW4-TYKX-GRDF-FN3W-8MTD-T4Z9-F0WM-WV1W-83Q3-RN9N-VEMG');
  });

  it('gives the hash back, whatever it is', () => {
    fc.assert(fc.property(hashes, (hash) => parseFingerprint(fingerprint(hash)).equals(Buffer.from(hash))));
  });

  it('is read as people type it', () => {
    const typed = fingerprint(leaf).toLowerCase().replaceAll('-', ' ').replaceAll('1', 'l').replaceAll('0', 'o');
    expect(parseFingerprint(typed)).toEqual(leaf);
  });

  it.each([
    '',
    'ZZAC',
    `${fingerprint(leaf)}0`,
    fingerprint(leaf).replace('Z', 'U'),
    fingerprint(leaf).replace(/G$/, 'H'),
  ])('is not %j', (text) => expect(() => parseFingerprint(text)).toThrow(Unreadable));

  it('is that of 32 bytes', () => expect(() => fingerprint(leaf.subarray(1))).toThrow(TypeError));
});

describe('a locator', () => {
  it('is that of the example', () => {
    expect(locator(259, leaf)).toBe('259-ZZAC-J1V6Q');
    expect(parseLocator('259-ZZAC-J1V6Q')).toEqual({ index: 259, letters: 'ZZACJ1V6' });
  });

  it('is read again, whatever the entry, and as people type it', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), hashes, (index, hash) => {
        const letters = fingerprint(hash).replaceAll('-', '').slice(0, 8);
        expect(parseLocator(locator(index, hash))).toEqual({ index, letters });
        expect(parseLocator(` ${locator(index, hash).toLowerCase()} `)).toEqual({ index, letters });
      }),
    );
  });

  it('with one letter wrong, or two in the wrong order, is refused', () => {
    const text = 'ZZACJ1V6Q';
    for (let at = 0; at < 8; at++) {
      for (const letter of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (letter === text[at]) continue;
        const wrong = text.slice(0, at) + letter + text.slice(at + 1);
        expect(() => parseLocator(`259-${wrong}`)).toThrow(Unreadable);
      }
      const [a, b] = [text[at]!, text[at + 1]!];
      if (a !== b)
        expect(() => parseLocator(`259-${text.slice(0, at)}${b}${a}${text.slice(at + 2)}`)).toThrow(Unreadable);
    }
  });

  it.each([
    '',
    '259',
    '259-',
    '259-ZZAC-J1V6',
    'ZZAC-J1V6Q',
    '259-ZZAC-J1V6QQ',
    '-1-ZZAC-J1V6Q',
    '9007199254740993-ZZAC-J1V6Q',
  ])('is not %j', (text) => expect(() => parseLocator(text)).toThrow(Unreadable));
});
