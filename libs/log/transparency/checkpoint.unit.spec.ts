import { bitFlips } from '../../../test/transparency/flips';
import { hex, vectorJson, vectorText } from '../../../test/transparency/vectors';
import { parseAddCheckpoint } from './add-checkpoint';
import { formatCheckpoint, openCheckpoint, type OpenedCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint';
import { cosigner } from './cosignature';
import { COSIGNATURE_KEY, keyId, NOTE_KEY, newSigningKey, noteSigner, parseVkey, signingKey } from './keys';
import { parseNote, signNote } from './signed-note';
import { Unreadable } from './unreadable';

const { keys } = vectorJson<{
  keys: Record<'log' | 'ack' | 'w1' | 'w2', { name: string; seedHex: string; vkey: string }>;
}>('own-examples/keys.json');
const [log, witness1, witness2] = [keys.log, keys.w1, keys.w2].map(({ vkey }) => parseVkey(vkey));
const note = vectorText('own-examples/checkpoint.300');
const example = vectorJson<{ rootHex: string; cosignTime: number; cosignedMessageUtf8: string }>(
  'own-examples/log300.json',
);

describe('a checkpoint', () => {
  it('is that of the example, with its cosignatures and their time', () => {
    const { checkpoint } = opened(openCheckpoint(note, [log!, witness1!, witness2!]));
    expect(checkpoint).toMatchObject({
      origin: 'register.example.org/log',
      size: 300,
      root: hex(example.rootHex),
      note,
    });
    expect(checkpoint.logSignatures.map(({ keyId: id }) => id)).toEqual(['ef96fd05']);
    expect(checkpoint.cosignatures.map(({ name, time }) => [name, time])).toEqual([
      ['audit-committee.example.org/witness', example.cosignTime],
      ['university.example.org/witness', example.cosignTime + 3],
    ]);
    expect(`cosignature/v1\ntime ${example.cosignTime}\n${formatCheckpoint(checkpoint)}`).toBe(
      example.cosignedMessageUtf8,
    );
  });

  it('is signed and cosigned byte for byte as in the example', () => {
    const checkpoint = parseCheckpoint(parseNote(note).text);
    const signers = [
      noteSigner(signingKey(keys.log.name, NOTE_KEY, hex(keys.log.seedHex))),
      cosigner(signingKey(keys.w1.name, COSIGNATURE_KEY, hex(keys.w1.seedHex)), example.cosignTime),
      cosigner(signingKey(keys.w2.name, COSIGNATURE_KEY, hex(keys.w2.seedHex)), example.cosignTime + 3),
    ];
    expect(signCheckpoint(checkpoint, signers)).toBe(note);
  });

  it.each(
    vectorJson<{ cases: { desc: string; body: string; wantErr: boolean }[] }>('checkpoint/formats-unmarshal.json')
      .cases,
  )(
    'is not: $desc',
    // Those that others accept have roots that are not 32 bytes, or empty lines: deviation 1 of SOURCE.txt.
    ({ body }) => expect(() => parseCheckpoint(body)).toThrow(Unreadable),
  );

  it('of another program is read, with its extension lines', () => {
    const text = `Log\n9944\n${'A'.repeat(43)}=\nlots\nof lines\n`;
    expect(parseCheckpoint(text)).toEqual({
      origin: 'Log',
      size: 9944,
      root: Buffer.alloc(32),
      extensions: ['lots', 'of lines'],
    });
    for (const other of [
      text.replace('9944', '09944'),
      text.replace('9944', '+9944'),
      text.slice(0, -1),
      `${text}\n`,
    ]) {
      expect(() => parseCheckpoint(other)).toThrow(Unreadable);
    }
  });

  it('of each step of a conversation with a witness is opened, or refused for its reason', () => {
    const { origin, logPublicKeyHex, cases } = vectorJson<{
      origin: string;
      logPublicKeyHex: string;
      cases: { name: string; request: string }[];
    }>('witness/add-checkpoint-sequence.json');
    const publicKey = hex(logPublicKeyHex);
    const key = { name: origin, type: NOTE_KEY, publicKey, keyId: keyId(origin, NOTE_KEY, publicKey) } as const;
    const sizes = cases.map(({ request }) => {
      try {
        const verdict = openCheckpoint(parseAddCheckpoint(request).checkpoint, [key]);
        return verdict.ok ? verdict.checkpoint.size : verdict.reason;
      } catch (error) {
        if (error instanceof Unreadable) return 'unreadable';
        throw error;
      }
    });
    expect(cases.map(({ name }, n) => [name, sizes[n]])).toEqual([
      ['first cosignature at size 1', 1],
      // Base64 with other pad bits: deviation 4 of SOURCE.txt.
      ['invalid signature', 'unreadable'],
      ['unknown log', 'unknownOrigin'],
      ['missing consistency proof', 3],
      ['wrong consistency proof', 3],
      ['grow to size 3', 3],
      ["old size doesn't match current", 5],
      ['grow to size 5', 5],
      ["old size 0 doesn't match current", 5],
      ['syntactically invalid note', 'unreadable'],
      ['invalid checkpoint body', 'unreadable'],
    ]);
  });

  it('with any bit of its text or signature flipped is refused', () => {
    const alone = Buffer.from(vectorText('own-examples/checkpoint.256'));
    expect(opens(alone)).toBe(true);
    for (const flipped of bitFlips(alone)) expect(opens(flipped)).toBe(false);
  });

  it('with any bit of a cosignature flipped has it no more, or is refused', () => {
    const bytes = Buffer.from(note);
    for (const flipped of bitFlips(bytes, note.indexOf('— audit'))) {
      expect(cosignaturesOf(flipped)).toBeLessThan(2);
    }
  });

  it('that only witnesses, or another log, have signed is not one of the log', () => {
    const text = parseNote(note).text;
    const witness = cosigner(signingKey(keys.w1.name, COSIGNATURE_KEY, hex(keys.w1.seedHex)), 1);
    const other = newSigningKey('other.example.org/log', NOTE_KEY);
    const known = [log!, witness1!, other];
    expect(openCheckpoint(signNote(text, [witness]), known)).toMatchObject({ ok: false, reason: 'notSigned' });
    expect(openCheckpoint(signNote(text, [noteSigner(other)]), known)).toMatchObject({
      ok: false,
      reason: 'notSigned',
    });
    expect(openCheckpoint(note, [other, witness1!])).toMatchObject({ ok: false, reason: 'unknownOrigin' });
  });

  it('cosigned by a key that is named like the log is not signed by the log', () => {
    const key = newSigningKey(keys.log.name, COSIGNATURE_KEY);
    const cosigned = signNote(parseNote(note).text, [cosigner(key, 1)]);
    expect(openCheckpoint(cosigned, [log!, key])).toMatchObject({ ok: false, reason: 'notSigned' });
    expect(openCheckpoint(cosigned, [key])).toMatchObject({ ok: false, reason: 'unknownOrigin' });
  });

  it('is signed by an old and a new key at once', () => {
    const next = newSigningKey(keys.log.name, NOTE_KEY);
    const old = signingKey(keys.log.name, NOTE_KEY, hex(keys.log.seedHex));
    const both = signCheckpoint(parseCheckpoint(parseNote(note).text), [noteSigner(old), noteSigner(next)]);
    for (const known of [[old], [next], [old, next]]) {
      expect(opened(openCheckpoint(both, known)).checkpoint.logSignatures).toHaveLength(known.length);
    }
  });
});

describe('a cosigner', () => {
  it('has a key of a witness and a time', () => {
    const key = newSigningKey('witness.example.org', COSIGNATURE_KEY);
    expect(() => cosigner(newSigningKey('a', NOTE_KEY), 1)).toThrow(TypeError);
    for (const time of [-1, 0.5, Number.NaN]) expect(() => cosigner(key, time)).toThrow(RangeError);
  });
});

function opened(verdict: OpenedCheckpoint): Extract<OpenedCheckpoint, { ok: true }> {
  if (!verdict.ok) throw new Error(verdict.reason);
  return verdict;
}

function cosignaturesOf(bytes: Buffer): number {
  try {
    const verdict = openCheckpoint(bytes, [log!, witness1!, witness2!]);
    return verdict.ok ? verdict.checkpoint.cosignatures.length : 0;
  } catch (error) {
    if (error instanceof Unreadable) return 0;
    throw error;
  }
}

function opens(bytes: Buffer): boolean {
  try {
    return openCheckpoint(bytes, [log!]).ok;
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}
