import { bitFlips } from '../../../test/transparency/flips';
import { logKey, ORIGIN, promiseKey, sampleEntry } from '../../../test/transparency/sample-register';
import { hex, vectorJson, vectorText } from '../../../test/transparency/vectors';
import { parseCheckpoint } from './checkpoint';
import { entryBytes } from './entry';
import { type KeyType, parseVkey, signingKey } from './keys';
import { leafHash } from './leaf-hash';
import {
  formatPromise,
  type InclusionPromise,
  openPromise,
  parsePromise,
  promiseKeyName,
  signPromise,
} from './promise';
import { parseNote } from './signed-note';
import { Unreadable } from './unreadable';

const note = vectorText('own-examples/ack.note');
const { ack } = vectorJson<{ keys: Record<'ack', { name: string; seedHex: string; type: KeyType; vkey: string }> }>(
  'own-examples/keys.json',
).keys;
const key = parseVkey(ack.vkey);
const origin = 'register.example.org/log';
const promise: InclusionPromise = {
  origin: ORIGIN,
  event: sampleEntry(259).id,
  leaf: leafHash(entryBytes(sampleEntry(259))),
  acceptedAt: '2026-03-03T09:04:19Z',
  includedBy: '2026-03-04T09:04:19Z',
};

describe('a promise', () => {
  it('is that of the example', () => {
    const opened = openPromise(note, key, origin);
    if (!opened.ok) throw new Error(opened.reason);
    expect(opened.promise).toEqual({
      origin,
      event: '0b6c1b2e-6f0e-4d2b-9f43-6c1f2d3a4b5c',
      leaf: hex(vectorJson<{ leafHashHex: string }>('own-examples/civic-entry.json').leafHashHex),
      acceptedAt: '2026-03-03T09:42:07Z',
      includedBy: '2026-03-04T09:42:07Z',
    });
    expect(signPromise(opened.promise, signingKey(ack.name, ack.type, hex(ack.seedHex)))).toBe(note);
  });

  it('of another register, or by another key, is refused', () => {
    expect(openPromise(note, key, 'other.example.org/log')).toEqual({ ok: false, reason: 'unknownRegister' });
    expect(openPromise(note, promiseKey, origin)).toEqual({ ok: false, reason: 'signatureWrong' });
  });

  it('with any bit flipped is refused', () => {
    const bytes = Buffer.from(signPromise(promise, promiseKey));
    const opens = (changed: Buffer): boolean => {
      try {
        return openPromise(changed, promiseKey, ORIGIN).ok;
      } catch (error) {
        if (error instanceof Unreadable) return false;
        throw error;
      }
    };
    expect(opens(bytes)).toBe(true);
    for (const flipped of bitFlips(bytes)) expect(opens(flipped)).toBe(false);
  });

  it('is never taken for a checkpoint, nor signed with the key of checkpoints', () => {
    expect(() => parseCheckpoint(formatPromise(promise))).toThrow(Unreadable);
    expect(() => parsePromise(parseNote(vectorText('own-examples/checkpoint.256')).text)).toThrow(Unreadable);
    expect(() => signPromise(promise, logKey)).toThrow(TypeError);
    expect(promiseKeyName(ORIGIN)).toBe(promiseKey.name);
  });

  it.each([
    ['another name', { origin: '' }],
    ['an id that is no UUID', { event: '12' }],
    ['a hash of another length', { leaf: Buffer.alloc(31) }],
    ['a time without its zone', { acceptedAt: '2026-03-03T09:04:19' }],
    ['a day that does not exist', { includedBy: '2026-02-30T09:04:19Z' }],
    ['an end before its beginning', { includedBy: '2026-03-03T09:04:18Z' }],
  ])('with %s is unreadable', (_, change) => {
    expect(() => parsePromise(formatPromise({ ...promise, ...change }))).toThrow(Unreadable);
  });

  it('with a line too many or too few is unreadable', () => {
    const text = formatPromise(promise);
    for (const other of [`${text}\n`, `${text}more\n`, text.slice(0, -1), text.split('\n').slice(0, 4).join('\n')]) {
      expect(() => parsePromise(other)).toThrow(Unreadable);
    }
  });

  it('of version 1 is read for ever', () => {
    const golden = vectorText('../receipts/1/promise.note');
    expect(golden).toBe(signPromise(promise, promiseKey));
    expect(openPromise(golden, promiseKey, ORIGIN)).toEqual({ ok: true, promise });
  });
});
