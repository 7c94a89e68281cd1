import fc from 'fast-check';
import { openSample, policy, sampleReceipt, sampleTree } from '../../../test/transparency/sample-register';
import { vectorText } from '../../../test/transparency/vectors';
import { fromBase45, toBase45 } from './base45';
import { leafHash } from './leaf-hash';
import { formatQrPayload, parseQrPayload, proofOfQrPayload, type QrPayload } from './qr-payload';
import { parseNote } from './signed-note';
import { verifyTlogProof } from './tlog-proof';
import { Unreadable } from './unreadable';

describe('base45', () => {
  // RFC 9285 §4.3 and §4.4.
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
    ['', ''],
  ])('of %j is %j', (text, encoded) => {
    expect(toBase45(Buffer.from(text))).toBe(encoded);
    expect(fromBase45(encoded).toString()).toBe(text);
  });

  it('gives the bytes back, whatever they are', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => fromBase45(toBase45(bytes)).equals(bytes)));
  });

  it.each(['GGW', ':::', '::', 'A', 'BB8A', 'bb8', 'B€8', 'B,8'])('is not %j', (text) => {
    expect(() => fromBase45(text)).toThrow(Unreadable);
  });
});

describe('the QR code of a receipt', () => {
  const tree = sampleTree(300);
  const payloadOf = async (witnesses = 2): Promise<QrPayload> => {
    const { entry, index, path, checkpoint } = await sampleReceipt(tree, 259, 300, [], witnesses);
    const { signatures } = parseNote(checkpoint);
    return { leaf: leafHash(entry), index, path, checkpoint: openSample(checkpoint), signatures };
  };

  it('is checked without anything else', async () => {
    const payload = await payloadOf();
    const read = parseQrPayload(formatQrPayload(payload));
    expect(read).toMatchObject({ leaf: payload.leaf, index: 259, path: payload.path, signatures: payload.signatures });
    expect(verifyTlogProof(proofOfQrPayload(read), read.leaf, policy).failures).toEqual([]);
    expect(proofOfQrPayload(read).checkpoint).toBe((await sampleReceipt(tree, 259, 300)).checkpoint);
  });

  it('without witnesses says what it lacks', async () => {
    const read = parseQrPayload(formatQrPayload(await payloadOf(0)));
    expect(verifyTlogProof(proofOfQrPayload(read), read.leaf, policy).failures).toEqual(['tooFewWitnesses']);
  });

  it('fits a code that can be printed and read: version 23-M for a million entries', async () => {
    const payload = await payloadOf(0);
    const path = Array.from({ length: 20 }, () => payload.leaf);
    const text = formatQrPayload({ ...payload, path });
    expect(text.length).toBeLessThanOrEqual(1248);
    expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
  });

  it('with any letter changed or missing is refused', async () => {
    const text = formatQrPayload(await payloadOf());
    const holds = (changed: string): boolean => {
      try {
        const read = parseQrPayload(changed);
        return verifyTlogProof(proofOfQrPayload(read), read.leaf, policy).failures.length === 0;
      } catch (error) {
        if (error instanceof Unreadable) return false;
        throw error;
      }
    };
    expect(holds(text)).toBe(true);
    for (let at = 0; at < text.length; at++) {
      const other = text[at] === '0' ? '1' : '0';
      expect(holds(text.slice(0, at) + other + text.slice(at + 1))).toBe(false);
      expect(holds(text.slice(0, at) + text.slice(at + 1))).toBe(false);
    }
    expect(holds(`${text}00`)).toBe(false);
    expect(holds(text + toBase45(Buffer.of(0)))).toBe(false);
  });

  it('of version 1 is read for ever', async () => {
    const golden = vectorText('../receipts/1/qr.txt').trimEnd();
    expect(golden).toBe(formatQrPayload(await payloadOf()));
    const read = parseQrPayload(golden);
    expect(verifyTlogProof(proofOfQrPayload(read), read.leaf, policy).failures).toEqual([]);
  });

  it('does not take what is too long, or another version', async () => {
    const payload = await payloadOf(0);
    const path = Array.from({ length: 256 }, () => payload.leaf);
    expect(() => formatQrPayload({ ...payload, path })).toThrow(RangeError);
    const bytes = fromBase45(formatQrPayload(payload));
    bytes[0] = 2;
    expect(() => parseQrPayload(toBase45(bytes))).toThrow(Unreadable);
  });
});
