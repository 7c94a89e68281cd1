import fc from 'fast-check';
import { bitFlips } from '../../../test/transparency/flips';
import { hex, vectorJson } from '../../../test/transparency/vectors';
import { fromBase64 } from './base64';
import { cosignatureTime } from './cosignature';
import { ed25519Signing, ed25519Verifying, publicKeyOf } from './ed25519';
import {
  COSIGNATURE_KEY,
  formatSigningKey,
  formatVkey,
  isKeyName,
  keyId,
  type KeyType,
  newSigningKey,
  NOTE_KEY,
  noteSigner,
  noteVerifier,
  parseSigningKey,
  parseVkey,
  signingKey,
} from './keys';
import { formatSignatureLine, openNote, parseNote, parseSignatureLine, signNote } from './signed-note';
import { Unreadable } from './unreadable';

const go = vectorJson<{
  vkeys: Record<'peter' | 'enoch', string>;
  vkeysRefused: string[];
  signingKey: string;
  text: string;
  signatureLines: Record<'peter' | 'enoch', string>;
}>('signed-note/go-note.json');
const cosigned = vectorJson<{
  vkeysAccepted: string[];
  mldsa44VkeyAccepted: { vkey: string };
  timestamp: { base64: string; unixSeconds: number };
  timestampReject: string;
}>('cosignature/formats.json');
const { keys } = vectorJson<{
  keys: Record<
    string,
    { name: string; seedHex: string; publicKeyHex: string; type: KeyType; keyIdHex: string; vkey: string }
  >;
}>('own-examples/keys.json');

const peter = noteVerifier(parseVkey(go.vkeys.peter));
const enoch = noteVerifier(parseVkey(go.vkeys.enoch));
const { peter: peterLine, enoch: enochLine } = go.signatureLines;
const note = (...lines: string[]): string => `${go.text}\n${lines.join('')}`;

describe('a key', () => {
  it.each([...Object.values(go.vkeys), ...cosigned.vkeysAccepted, ...Object.values(keys).map(({ vkey }) => vkey)])(
    'is read and written again: %s',
    (vkey) => expect(formatVkey(parseVkey(vkey))).toBe(vkey),
  );

  it('is made from its seed as the examples say', () => {
    for (const { name, type, seedHex, publicKeyHex, keyIdHex, vkey } of Object.values(keys)) {
      const key = signingKey(name, type, hex(seedHex));
      expect([key.publicKey.toString('hex'), key.keyId, formatVkey(key)]).toEqual([publicKeyHex, keyIdHex, vkey]);
    }
  });

  it('that is cut or changed anywhere is refused', () => {
    for (const [text, parse] of [
      [go.vkeys.peter, parseVkey],
      [go.signingKey, parseSigningKey],
    ] as const) {
      for (let start = 0; start < text.length; start++) {
        for (let end = start + 1; end <= text.length; end++) {
          if (start > 0 || end < text.length) expectUnreadable(() => parse(text.slice(start, end)));
        }
      }
      const bytes = Buffer.from(text);
      for (const flipped of bitFlips(bytes)) expectUnreadable(() => parse(flipped.toString('latin1')));
    }
  });

  it('of another length or type, or with an id that is not its own, is refused', () => {
    for (const vkey of [...go.vkeysRefused, cosigned.mldsa44VkeyAccepted.vkey]) expectUnreadable(() => parseVkey(vkey));
  });

  it('for which one signature is over many texts is refused', () => {
    const { lowOrder, others } = vectorJson<{ lowOrder: string[]; others: string[] }>('signed-note/ed25519-keys.json');
    const vkey = (publicKey: Buffer): string =>
      formatVkey({ name: 'a', type: NOTE_KEY, publicKey, keyId: keyId('a', NOTE_KEY, publicKey) });
    for (const key of lowOrder) expect(() => parseVkey(vkey(hex(key)))).toThrow('one signature');
    for (const key of others) expect(parseVkey(vkey(hex(key))).publicKey).toEqual(hex(key));
    expect([lowOrder.length, others.length]).toEqual([14, 8]);
  });

  it('has a name without white space and plus', () => {
    expect(['register.example.org/log', 'Témoin', '記録'].every(isKeyName)).toBe(true);
    const names = ['', 'a b', 'a\u00a0b', 'a\u2003b', 'a\u0085', 'a+b', 'a\n', 'a\u0000', '\ud800'];
    expect(names.filter(isKeyName)).toEqual([]);
    expectUnreadable(() => newSigningKey('a b', NOTE_KEY));
  });

  it('that signs is kept and read again', () => {
    const key = newSigningKey('register.example.org/log', COSIGNATURE_KEY);
    expect(parseSigningKey(formatSigningKey(key))).toEqual(key);
    expect(formatVkey(parseSigningKey(go.signingKey))).toBe(go.vkeys.peter);
  });

  it('of a witness signs no note by itself', () => {
    const key = newSigningKey('witness.example.org', COSIGNATURE_KEY);
    expect(() => noteSigner(key)).toThrow(TypeError);
    expect(() => noteVerifier(key)).toThrow(TypeError);
  });
});

describe('Ed25519', () => {
  // RFC 8032 §7.1, tests 1 to 3.
  it.each([
    [
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
  ])('is that of RFC 8032: %s', (seed, publicKey, message, signature) => {
    expect(publicKeyOf(hex(seed)).toString('hex')).toBe(publicKey);
    expect(ed25519Signing(hex(seed))(hex(message)).toString('hex')).toBe(signature);
    expect(ed25519Verifying(hex(publicKey))(hex(message), hex(signature))).toBe(true);
  });

  it('refuses a signature with any bit flipped, or of another length', () => {
    const seed = Buffer.alloc(32, 9);
    const verify = ed25519Verifying(publicKeyOf(seed));
    const signature = ed25519Signing(seed)(Buffer.from('text'));
    for (const flipped of bitFlips(signature)) expect(verify(Buffer.from('text'), flipped)).toBe(false);
    expect(verify(Buffer.from('text'), signature.subarray(0, 63))).toBe(false);
    expect(verify(Buffer.from('text'), Buffer.concat([signature, Buffer.of(0)]))).toBe(false);
  });
});

describe('a note', () => {
  it('is signed as other programs sign it', () => {
    expect(signNote(go.text, [noteSigner(parseSigningKey(go.signingKey))])).toBe(note(peterLine));
  });

  it('is opened with the keys that are known, and others are passed over', () => {
    const both = note(peterLine, enochLine);
    expect(opened(both, [peter])).toEqual(['PeterNeumann']);
    expect(opened(both, [enoch, peter])).toEqual(['PeterNeumann', 'EnochRoot']);
    expect(openNote(parseNote(both), [])).toEqual({ ok: false, reason: 'noKnownSignature' });
  });

  it('counts each key once', () => {
    expect(opened(note(peterLine, peterLine, enochLine), [peter, enoch])).toEqual(['PeterNeumann', 'EnochRoot']);
  });

  it('is refused as a whole when a known key has not signed it, whoever else has', () => {
    const line = parseSignatureLine(peterLine.trimEnd());
    for (const flipped of bitFlips(line.signature)) {
      const forged = formatSignatureLine({ ...line, signature: flipped });
      const verdict = openNote(parseNote(note(enochLine, forged)), [enoch, peter]);
      expect(verdict).toEqual({ ok: false, reason: 'badSignature' });
    }
    const short = formatSignatureLine({ ...line, signature: line.signature.subarray(0, 1) });
    expect(openNote(parseNote(note(enochLine, short)), [enoch, peter]).ok).toBe(false);
    expect(openNote(parseNote(note(peterLine, short)), [peter])).toEqual({ ok: false, reason: 'badSignature' });
  });

  it('with any bit flipped is refused', () => {
    for (const flipped of bitFlips(Buffer.from(note(peterLine)))) expect(opensWith(flipped, [peter])).toBe(false);
  });

  it('with a name or an id of somebody else is not opened', () => {
    expect(opensWith(note(peterLine.replace('PeterNeumann', 'CarmenSandiego')), [peter])).toBe(false);
    expect(opensWith(note(peterLine.replace('x08g', 'xxxx')), [peter])).toBe(false);
    expect(opensWith(note(peterLine.replace('PeterNeumann', '.*')), [peter])).toBe(false);
  });

  it.each([
    ['no signature', go.text],
    ['an empty line and nothing behind it', `${go.text}\n`],
    ['a last line that is cut off', note(peterLine).slice(0, -1)],
    ['a control character', `\u0001${note(peterLine)}`],
    ['a tab', `\t${note(peterLine)}`],
    ['a carriage return', note(peterLine).replaceAll('\n', '\r\n')],
    ['a name with a space', note(peterLine.replace('PeterNeumann', 'Peter Neumann'))],
    ['a name with a plus', note(peterLine.replace('PeterNeumann', 'Peter+Neumann'))],
    ['a line that is no signature', note(peterLine, 'Unexpected line.\n')],
    ['a hyphen for the dash', note(peterLine.replace('—', '-'))],
    ['two spaces', note(peterLine.replace('— ', '—  '))],
    ['a signature of four bytes', note('— PeterNeumann x08gow==\n')],
    ['base64 with other pad bits', note(peterLine.replace('nAM=', 'nAN='))],
    ['101 signatures', note(peterLine.repeat(101))],
  ])('with %s is unreadable', (_, text) => expectUnreadable(() => parseNote(text)));

  it('of bytes that are not UTF-8 is unreadable', () => {
    expectUnreadable(() => parseNote(Buffer.concat([Buffer.of(0xff), Buffer.from(note(peterLine))])));
    expectUnreadable(() => parseNote(`\ud800${note(peterLine)}`));
  });

  it('may have a hundred signatures', () => {
    expect(opened(note(peterLine.repeat(100)), [peter])).toEqual(['PeterNeumann']);
  });

  it('may have empty lines in its text, and text that looks like signatures', () => {
    const key = newSigningKey('example.org/a', NOTE_KEY);
    const texts = fc.array(fc.constantFrom('\n', '— PeterNeumann x08g\n', 'a line\n', 'été\n', ' \n'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(texts, (lines) => {
        const text = lines.join('');
        const verdict = openNote(parseNote(Buffer.from(signNote(text, [noteSigner(key)]))), [noteVerifier(key)]);
        expect(verdict).toMatchObject({ ok: true, text });
      }),
      { numRuns: 50 },
    );
  });

  it('is not made of a text that has not the form', () => {
    const signer = noteSigner(newSigningKey('example.org/a', NOTE_KEY));
    for (const text of ['abc', '', 'a\r\n', '\ud800\n']) expectUnreadable(() => signNote(text, [signer]));
  });

  it('is not opened with two keys of one name and id', () => {
    expect(() => openNote(parseNote(note(peterLine)), [peter, peter])).toThrow(TypeError);
  });
});

describe('the time of a cosignature', () => {
  it('is read from its first eight bytes', () => {
    const { base64, unixSeconds } = cosigned.timestamp;
    expect(cosignatureTime(fromBase64(base64).subarray(4))).toBe(unixSeconds);
    expectUnreadable(() => cosignatureTime(fromBase64(cosigned.timestampReject).subarray(4)));
    expectUnreadable(() => cosignatureTime(Buffer.alloc(72, 0xff)));
  });
});

function opened(text: string, verifiers: Parameters<typeof openNote>[1]): string[] {
  const verdict = openNote(parseNote(text), verifiers);
  if (!verdict.ok) throw new Error(verdict.reason);
  expect(verdict.text).toBe(go.text);
  return verdict.signatures.map(({ name }) => name);
}

function opensWith(text: string | Buffer, verifiers: Parameters<typeof openNote>[1]): boolean {
  try {
    return openNote(parseNote(text), verifiers).ok;
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

function expectUnreadable(read: () => unknown): void {
  let error: unknown;
  try {
    read();
  } catch (thrown) {
    error = thrown;
  }
  if (!(error instanceof Unreadable)) throw new Error(`read, or failed otherwise: ${String(error)}`);
}
