import { createHash, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import fc from 'fast-check';
import { ed25519Verify } from './ed25519-verify';
import { Buffer as PageBuffer } from './node-buffer';
import * as pageCrypto from './node-crypto';
import { sha256 } from './sha256';
import { sha512 } from './sha512';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (text: string): Buffer => Buffer.from(text, 'hex');

describe('hashes of the page', () => {
  it('have the values FIPS 180-4 gives for "abc"', () => {
    expect(hex(sha256(Buffer.from('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(hex(sha512(Buffer.from('abc')))).toBe(
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    );
  });

  it('are those of node:crypto at every length around the edges of blocks', () => {
    for (let length = 0; length <= 260; length++) {
      const message = Buffer.alloc(length, length);
      expect(hex(sha256(message))).toBe(createHash('sha256').update(message).digest('hex'));
      expect(hex(sha512(message))).toBe(createHash('sha512').update(message).digest('hex'));
    }
  });
});

/** RFC 8032 §7.1. */
const RFC_8032 = [
  {
    key: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    key: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    key: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
];

describe('Ed25519 of the page', () => {
  it.each(RFC_8032)('verifies the vector of RFC 8032 with the message "$message"', ({ key, message, signature }) => {
    expect(ed25519Verify(bytes(key), bytes(message), bytes(signature))).toBe(true);
  });

  it('agrees with node:crypto on what it signed, and on each altered byte of it', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(12);
    const message = randomBytes(150);
    const signature = sign(null, message, privateKey);
    expect(ed25519Verify(key, message, signature)).toBe(true);
    for (let at = 0; at < 64; at += 7) {
      const altered = Buffer.from(signature);
      altered[at]! ^= 1 << (at % 8);
      expect(ed25519Verify(key, message, altered)).toBe(false);
    }
    expect(ed25519Verify(key, Buffer.concat([message, Buffer.of(0)]), signature)).toBe(false);
  });

  it('refuses the same signature with the order added to S', () => {
    const { key, signature } = RFC_8032[0]!;
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const s = BigInt(`0x${hex(bytes(signature).subarray(32).reverse())}`) + order;
    const malleable = Buffer.concat([
      bytes(signature).subarray(0, 32),
      bytes(s.toString(16).padStart(64, '0')).reverse(),
    ]);
    expect(ed25519Verify(bytes(key), Buffer.alloc(0), malleable)).toBe(false);
  });

  it('refuses a key that is no point', () => {
    const noPoint = Buffer.alloc(32, 0);
    noPoint[0] = 2;
    expect(ed25519Verify(noPoint, Buffer.alloc(0), bytes(RFC_8032[0]!.signature))).toBe(false);
  });
});

describe('what stands for Node in the page', () => {
  it('writes and reads as Buffer does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (value) => {
        const [here, there] = [PageBuffer.from(value), Buffer.from(value)];
        for (const encoding of ['hex', 'base64', 'latin1', 'utf8'] as const) {
          const text = there.toString(encoding);
          expect(here.toString(encoding)).toBe(text);
          expect([...PageBuffer.from(text, encoding)]).toEqual([...Buffer.from(text, encoding)]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('cuts and joins as Buffer does', () => {
    const whole = PageBuffer.concat([PageBuffer.from('fil'), PageBuffer.of(0, 1), PageBuffer.alloc(2)]);
    expect(whole.toString('hex')).toBe('66696c00010000');
    expect(whole.subarray(3, 5).readUInt16BE()).toBe(1);
    expect(whole.subarray(0, 3).equals(Buffer.from('fil'))).toBe(true);
    expect(PageBuffer.from(whole.buffer, 1, 2).toString()).toBe('il');
    expect(PageBuffer.from('00000000000000ff', 'hex').readBigUInt64BE()).toBe(255n);
  });

  it('hashes and verifies as node:crypto does, and never signs', () => {
    expect(pageCrypto.hash('sha256', 'é', 'buffer').toString('hex')).toBe(
      createHash('sha256').update('é').digest('hex'),
    );
    expect(pageCrypto.createHash('sha256').update('a').update('b').digest('hex')).toBe(
      createHash('sha256').update('ab').digest('hex'),
    );
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = publicKey.export({ format: 'der', type: 'spki' });
    expect(createPublicKey({ key, format: 'der', type: 'spki' }).asymmetricKeyType).toBe('ed25519');
    const signature = sign(null, Buffer.from('text'), privateKey);
    expect(pageCrypto.verify(null, Buffer.from('text'), pageCrypto.createPublicKey({ key }), signature)).toBe(true);
    expect(() => pageCrypto.sign()).toThrow('never signs');
    expect(() => pageCrypto.hash('sha512', '', 'buffer')).toThrow('sha512');
  });
});
