import { bitFlips } from '../../../test/transparency/flips';
import {
  ORIGIN,
  policy,
  POLICY_TEXT,
  sampleCheckpoint,
  sampleEntry,
  sampleReceipt,
  sampleTree,
  shownFields,
  witnessKeys,
} from '../../../test/transparency/sample-register';
import { vectorBytes, vectorJson, vectorText } from '../../../test/transparency/vectors';
import { toBase64 } from './base64';
import { canonicalJson, type CanonicalValue } from './canonical-json';
import { entryBytes } from './entry';
import { leafHash } from './leaf-hash';
import { parsePolicy } from './policy';
import { inclusionPath } from './proofs';
import { type CheckedReceipt, formatReceipt, parseReceipt, type Receipt, verifyReceipt } from './receipt';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof';
import { Unreadable } from './unreadable';

interface ProofVectors {
  marshal: { index: string; hashesBase64: string[]; checkpoint: string; extraBase64: string | null; want: string }[];
  reject: { desc: string; proof: string }[];
}
const vectors = vectorJson<ProofVectors>('tlog-proof/formats.json');
const { keys } = vectorJson<{ keys: Record<'log' | 'w1' | 'w2', { vkey: string }> }>('own-examples/keys.json');
const examplePolicy = parsePolicy(
  `log ${keys.log.vkey}\nwitness a ${keys.w1.vkey}\nwitness u ${keys.w2.vkey}\ngroup g all a u\nquorum g\n`,
);
const exampleLeaf = Buffer.from(
  vectorJson<{ leafHashHex: string }>('own-examples/civic-entry.json').leafHashHex,
  'hex',
);

describe('a proof of logging', () => {
  it.each(vectors.marshal)('is written and read as others do: $index', ({ want, ...parts }) => {
    const proof = {
      index: Number(parts.index),
      path: parts.hashesBase64.map((hash) => Buffer.from(hash, 'base64')),
      extra: parts.extraBase64 === null ? null : Buffer.from(parts.extraBase64, 'base64'),
      checkpoint: parts.checkpoint,
    };
    expect(formatTlogProof(proof)).toBe(want);
    expect(parseTlogProof(want)).toEqual(proof);
  });

  it.each(vectors.reject)('is not: $desc', ({ proof }) => expect(() => parseTlogProof(proof)).toThrow(Unreadable));

  it.each([
    ['an index with a zero before it', 'c2sp.org/tlog-proof@v1\nindex 05\n\ncheckpoint\n'],
    ['no checkpoint', 'c2sp.org/tlog-proof@v1\nindex 5\n'],
    ['extra behind the index', 'c2sp.org/tlog-proof@v1\nindex 5\nextra AA==\n\ncheckpoint\n'],
    ['extra twice', 'c2sp.org/tlog-proof@v1\nextra AA==\nextra AA==\nindex 5\n\ncheckpoint\n'],
    ['Windows line ends', 'c2sp.org/tlog-proof@v1\r\nindex 5\r\n\r\ncheckpoint\r\n'],
    ['64 hashes', `c2sp.org/tlog-proof@v1\nindex 5\n${`${toBase64(Buffer.alloc(32))}\n`.repeat(64)}\ncheckpoint\n`],
  ])('with %s is unreadable', (_, proof) => expect(() => parseTlogProof(proof)).toThrow(Unreadable));

  it('of the example holds', () => {
    const text = vectorText('own-examples/receipt.tlog-proof');
    const proof = parseTlogProof(text);
    expect(formatTlogProof(proof)).toBe(text);
    const checked = verifyTlogProof(proof, exampleLeaf, examplePolicy);
    expect(checked.failures).toEqual([]);
    expect(checked.checkpoint).toMatchObject({ origin: 'register.example.org/log', size: 300 });
    const { extra } = proof;
    expect(leafHash(Buffer.from((JSON.parse(extra!.toString()) as { entry: string }).entry, 'base64'))).toEqual(
      exampleLeaf,
    );
  });
});

describe('a receipt', () => {
  const tree = sampleTree(13);
  let receipt: Receipt;
  let text: string;
  beforeAll(async () => {
    receipt = await sampleReceipt(tree, 4, 13);
    text = formatReceipt(receipt);
  });
  const changed = (change: Partial<Receipt>): CheckedReceipt =>
    verifyReceipt(formatReceipt({ ...receipt, ...change }), policy);
  const withExtra = (extra: CanonicalValue): string =>
    formatTlogProof({ ...receipt, extra: Buffer.from(canonicalJson(extra)) });

  it('holds, and says what it shows and since when', () => {
    expect(parseReceipt(text)).toEqual(receipt);
    const checked = verifyReceipt(Buffer.from(text), policy);
    expect(checked).toMatchObject({ failures: [], unreadable: null, doNotFit: [] });
    expect(checked.read).toEqual({ receipt, entry: sampleEntry(4), leaf: leafHash(receipt.entry) });
    expect(checked.checkpoint).toMatchObject({ origin: ORIGIN, size: 13 });
    expect(checked.witnessedAt).toBe(Date.UTC(2026, 2, 3, 9) / 1000 + 13 + 6);
  });

  it('holds without its words, too, or with some of them', () => {
    expect(changed({ open: [] }).failures).toEqual([]);
    expect(changed({ open: receipt.open.slice(1) }).failures).toEqual([]);
  });

  it('with any bit flipped is refused', async () => {
    // Small, because some 9,000 receipts are verified: one witness, one field, one hash.
    const one = parsePolicy(POLICY_TEXT.replace(/^(witness universite|group).*\n/gm, '').replace('temoins', 'comite'));
    const small = formatReceipt(await sampleReceipt(sampleTree(2), 1, 2, shownFields(1).slice(0, 1), 1));
    expect(verifyReceipt(small, one).failures).toEqual([]);
    for (const flipped of bitFlips(Buffer.from(small))) {
      if (verifyReceipt(flipped, one).failures.length === 0) throw new Error(`accepted: ${flipped.toString()}`);
    }
  });

  it('that is cut anywhere is refused', () => {
    for (let end = 0; end < text.length; end += 7) {
      expect(verifyReceipt(text.slice(0, end), policy).failures).not.toEqual([]);
    }
  });

  it('of a register that the policy does not know is told apart from a wrong signature', () => {
    expect(verifyReceipt(text, examplePolicy).failures).toEqual(['unknownRegister']);
    const forged = text.replace(/^(— registre\S+ )(.{20})./m, (_, start: string, kept: string) => `${start}${kept}!`);
    expect(verifyReceipt(forged, policy).failures).toEqual(['unreadable']);
    const checkpoint = receipt.checkpoint.replace('\n13\n', '\n14\n');
    expect(changed({ checkpoint }).failures).toEqual(['signatureWrong']);
    expect(changed({ checkpoint }).checkpoint).toBeNull();
  });

  it('signed only by witnesses is not signed', () => {
    const checkpoint = receipt.checkpoint.replace(/^— registre.*\n/m, '');
    expect(changed({ checkpoint }).failures).toEqual(['signatureWrong']);
  });

  it('with fewer witnesses than the policy asks for says so, and nothing worse', async () => {
    const atTheCounter = await sampleReceipt(tree, 4, 13, [], 0);
    expect(verifyReceipt(formatReceipt(atTheCounter), policy)).toMatchObject({
      failures: ['tooFewWitnesses'],
      witnessedAt: null,
    });
    expect(changed({ checkpoint: await sampleCheckpoint(tree, 13, 1) }).failures).toEqual(['tooFewWitnesses']);
    const trusting = parsePolicy(POLICY_TEXT.replace('quorum temoins', 'quorum none'));
    expect(verifyReceipt(formatReceipt(atTheCounter), trusting).failures).toEqual([]);
  });

  it('with a cosignature that is forged is refused, even when another is true', () => {
    const { name, keyId } = witnessKeys[1]!;
    const forged = `— ${name} ${toBase64(Buffer.concat([Buffer.from(keyId, 'hex'), Buffer.alloc(72)]))}\n`;
    const checkpoint = receipt.checkpoint.replace(/^— universite.*\n/m, forged);
    expect(changed({ checkpoint }).failures).toEqual(['signatureWrong']);
  });

  it('of another entry, place or path is not in the register', async () => {
    expect(changed({ index: 5 }).failures).toEqual(['notInRegister']);
    expect(changed({ index: 13 }).failures).toEqual(['notInRegister']);
    expect(changed({ entry: entryBytes(sampleEntry(5)), open: [] }).failures).toEqual(['notInRegister']);
    expect(changed({ path: await inclusionPath(tree, 4, 12) }).failures).toEqual(['notInRegister']);
    expect(changed({ path: [] }).failures).toEqual(['notInRegister']);
  });

  it('of an entry that was made for another register is not in this one', async () => {
    const foreign = entryBytes({ ...sampleEntry(4), log: 'autre.example/log' });
    const other = sampleTree(4);
    other.append(leafHash(foreign));
    const copied = await sampleReceipt(other, 4, 5, []);
    expect(verifyReceipt(formatReceipt({ ...copied, entry: foreign }), policy).failures).toEqual(['notInRegister']);
    expect(verifyReceipt(formatReceipt(copied), policy).failures).toEqual(['notInRegister']);
  });

  it('that shows other words than were sealed says which do not fit', () => {
    const [name, words] = receipt.open;
    const cases = [
      { ...words!, value: { fr: 'Tout va bien.' } },
      { ...words!, salt: Buffer.alloc(32) },
      { ...words!, path: '/title' },
      { ...words!, path: 'constructor' },
    ];
    for (const field of cases) {
      expect(changed({ open: [name!, field] })).toMatchObject({
        failures: ['openingDoesNotFit'],
        doNotFit: [field.path],
      });
    }
    // The same words of another event: the id is under the commitment.
    expect(changed({ open: shownFields(6) }).failures).toEqual(['openingDoesNotFit']);
  });

  it('is as good at any age, unless the state of the register is asked', () => {
    const since = verifyReceipt(text, policy).witnessedAt!;
    expect(verifyReceipt(text, policy, since).failures).toEqual([]);
    expect(verifyReceipt(text, policy, since + 1).failures).toEqual(['oldState']);
  });

  it('tells all that is wrong, the first in the order of the checks', async () => {
    const bare = await sampleReceipt(tree, 4, 13, shownFields(6), 0);
    expect(verifyReceipt(formatReceipt({ ...bare, index: 5 }), policy, 1).failures).toEqual([
      'tooFewWitnesses',
      'notInRegister',
      'openingDoesNotFit',
      'oldState',
    ]);
  });

  it('is unreadable when it does not carry what it should', () => {
    const entry = toBase64(receipt.entry);
    const other = (change: object): CanonicalValue =>
      ({ ...JSON.parse(receipt.entry.toString()), ...change }) as CanonicalValue;
    const inBase64 = (value: CanonicalValue): string => toBase64(Buffer.from(canonicalJson(value)));
    const salt = toBase64(Buffer.alloc(32));
    const texts = [
      formatTlogProof({ ...receipt, extra: null }),
      formatTlogProof({ ...receipt, extra: Buffer.from('{') }),
      formatTlogProof({ ...receipt, extra: Buffer.from(`{"entry":"${entry}","open":[],"v":1} `) }),
      formatTlogProof({ ...receipt, extra: Buffer.from(`{"v":1,"entry":"${entry}","open":[]}`) }),
      formatTlogProof({ ...receipt, extra: Buffer.from(`{"entry":"${entry}","open":[],"v":1,"v":1}`) }),
      formatTlogProof({ ...receipt, extra: Buffer.from(`${'['.repeat(50_000)}`) }),
      formatTlogProof({ ...receipt, extra: Buffer.from(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) }),
      withExtra({ v: 2, entry, open: [] }),
      withExtra({ v: 1, entry, open: [], more: 1 }),
      withExtra({ v: 1, entry, open: {} }),
      withExtra({ v: 1, entry: [], open: [] }),
      withExtra({ v: 1, entry, open: [['/text', salt]] }),
      withExtra({ v: 1, entry, open: [['/text', 'AA==', 'x']] }),
      withExtra({ v: 1, entry, open: [[1, salt, 'x']] }),
      withExtra({ v: 1, entry, open: ['/text'] }),
      withExtra({
        v: 1,
        entry,
        open: [
          ['/text', salt, 'x'],
          ['/text', salt, 'y'],
        ],
      }),
      withExtra({ v: 1, entry: toBase64(Buffer.concat([receipt.entry, Buffer.from(' ')])), open: [] }),
      withExtra({ v: 1, entry: toBase64(Buffer.of(0xff)), open: [] }),
      // Cut within a letter: as U+FFFD it would have the same length.
      withExtra({ v: 1, entry: toBase64(Buffer.of(0x22, 0xf0, 0x9f, 0x98, 0x22)), open: [] }),
      ...[
        { v: 2 },
        { log: '' },
        { id: '0B6C1B2E-6f0e-4d2b-9f43-6c1f2d3a4b5c' },
        { type: 'contribution.recorded' },
        { stream: '' },
        { rev: 0 },
        { at: '2026-02-30T09:00:00Z' },
        { at: '2026-03-03T09:00:00.000Z' },
        { occurredOn: 2026 },
        { cause: '' },
        { actor: { role: 'clock' } },
        { actor: { role: 'clock', body: null, name: 'Zoé' } },
        { actor: { role: 1, body: null } },
        { actor: null },
        { data: [] },
        { sealed: null },
        { sealed: { text: salt } },
        { sealed: { '/te\nxt': salt } },
        { sealed: { '/text': 'AA==' } },
        { sealed: { '/text': 1 } },
        { more: 1 },
      ].map((change) => withExtra({ v: 1, entry: inBase64(other(change)), open: [] })),
    ];
    for (const one of texts) {
      const checked = verifyReceipt(one, policy);
      expect(checked).toMatchObject({ failures: ['unreadable'], read: null, checkpoint: null });
      expect(checked.unreadable).toMatch(/\w/);
    }
  });

  // Given out, so read for ever: a later version has a folder of its own, and these stay.
  describe('of version 1', () => {
    const golden = (file: string): string => vectorText(`../receipts/1/${file}`);

    it.each([
      ['whole.tlog-proof', []],
      ['without-words.tlog-proof', []],
      ['at-the-counter.tlog-proof', ['tooFewWitnesses']],
    ])('is verified as before: %s', (file, failures) => {
      expect(verifyReceipt(vectorBytes(`../receipts/1/${file}`), parsePolicy(golden('policy.txt'))).failures).toEqual(
        failures,
      );
    });

    it('has these bytes', async () => {
      const large = sampleTree(300);
      expect(golden('policy.txt')).toBe(POLICY_TEXT);
      expect(golden('whole.tlog-proof')).toBe(formatReceipt(await sampleReceipt(large, 259, 300)));
      expect(golden('without-words.tlog-proof')).toBe(formatReceipt(await sampleReceipt(large, 259, 300, [])));
      expect(golden('at-the-counter.tlog-proof')).toBe(
        formatReceipt(await sampleReceipt(large, 259, 300, shownFields(259), 0)),
      );
    });
  });
});
