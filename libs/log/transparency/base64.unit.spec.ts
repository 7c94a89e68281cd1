import fc from 'fast-check';
import { fromBase64, hashFromBase64, toBase64 } from './base64';
import { fromDecimal } from './decimal';
import { Unreadable } from './unreadable';

describe('base64', () => {
  it('gives the bytes back, whatever they are', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => fromBase64(toBase64(bytes)).equals(bytes)));
  });

  it('of a part of a buffer is that of the part', () => {
    expect(toBase64(Buffer.from('fil rouge').subarray(4))).toBe('cm91Z2U=');
  });

  it.each(['QQ', 'QQ=', 'QR==', 'QQ==\n', ' QQ==', 'Q Q==', '-_-_', 'QQ==QQ==', '!!notbase64!!', 'é', 'QUI', 'QUJ='])(
    'has one spelling, which %j is not',
    (text) => expect(() => fromBase64(text)).toThrow(Unreadable),
  );

  it('of a hash has 32 bytes', () => {
    expect(hashFromBase64(toBase64(Buffer.alloc(32, 7)))).toEqual(Buffer.alloc(32, 7));
    expect(() => hashFromBase64(toBase64(Buffer.alloc(31)))).toThrow(Unreadable);
  });
});

describe('a number', () => {
  it('is written in one way', () => {
    fc.assert(fc.property(fc.maxSafeNat(), (value) => fromDecimal(String(value)) === value));
    for (const text of ['', '00', '01', '-1', '+1', '1.0', '1e3', ' 1', '1\n', '0x1', '١', 'NaN', '9007199254740992']) {
      expect(() => fromDecimal(text)).toThrow(Unreadable);
    }
    expect(() => fromDecimal('18446744073709551615')).toThrow(Unreadable);
  });
});
