import fc from 'fast-check';
import { formatAddCheckpoint } from '@fil/log/transparency/add-checkpoint';
import { entryBytes } from '@fil/log/transparency/entry';
import { formatFork } from '@fil/log/transparency/fork-file';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { formatVkey, noteSigner } from '@fil/log/transparency/keys';
import { parsePolicy } from '@fil/log/transparency/policy';
import { signPromise } from '@fil/log/transparency/promise';
import { consistencyPath, prefixPath } from '@fil/log/transparency/proofs';
import { formatQrPayload } from '@fil/log/transparency/qr-payload';
import { formatReceipt } from '@fil/log/transparency/receipt';
import { parseNote } from '@fil/log/transparency/signed-note';
import { parseCheckpoint, signCheckpoint } from '@fil/log/transparency/checkpoint';
import { MemoryTree } from '../../../test/transparency/memory-tree';
import {
  instant,
  logKey,
  openSample,
  ORIGIN,
  policy,
  POLICY_TEXT,
  promiseKey,
  sampleCheckpoint,
  sampleEntry,
  sampleReceipt,
  sampleTree,
  shownFields,
} from '../../../test/transparency/sample-register';
import { checkPaper, type CheckPaper } from './check-paper';
import { checkStates } from './check-states';
import type { Verdict } from './finding';

const SIZE = 300;
const tree = sampleTree(SIZE);
/** 2026-03-03T10:00:00Z: an hour after the sample register began. */
const NOW = Date.UTC(2026, 2, 3, 10) / 1000;
const withPromises = parsePolicy(POLICY_TEXT.replace(/^(log .*)$/m, `$1\nlog ${formatVkey(promiseKey)}`));
const paper = (text: string, more: Partial<CheckPaper> = {}): Promise<Verdict> =>
  checkPaper(text, { policy, now: NOW, ...more });
const outcomes = ({ findings }: Verdict): string[] => findings.map(({ check, outcome }) => `${check} ${outcome}`);
/** Another history from entry 100 on. */
const forked = new MemoryTree(
  Array.from({ length: SIZE }, (_, n) => leafHash(n < 100 ? entryBytes(sampleEntry(n)) : Buffer.from(`other ${n}`))),
);

let receipt: string;
beforeAll(async () => {
  receipt = formatReceipt(await sampleReceipt(tree, 259, SIZE));
});

describe('a receipt', () => {
  it('is right, and shows the words', async () => {
    const verdict = await paper(receipt);
    expect(outcomes(verdict)).toEqual(['signature passed', 'witnesses passed', 'inclusion passed', 'words passed']);
    expect(verdict.shown.map(({ value }) => value.en)).toContain(
      'Le passage piéton no 259 de la rue Émile-Zola n’est plus éclairé.',
    );
    expect(verdict.advice).toEqual([]);
  });

  it('survives what mail and pasting do to it', async () => {
    expect((await paper(`\uFEFF\n${receipt.replaceAll('\n', '\r\n')}\n\n`)).advice).toEqual([]);
  });

  it('without openings says that it shows no words', async () => {
    const verdict = await paper(formatReceipt(await sampleReceipt(tree, 259, SIZE, [])));
    expect(outcomes(verdict).at(-1)).toBe('words caution');
  });

  it.each([
    ['unreadable', () => receipt.slice(0, 400)],
    ['unknownRegister', () => receipt.replaceAll(`\n${ORIGIN}\n`, '\nelsewhere.example/log\n')],
    ['signatureWrong', () => receipt.replace('\n300\n', '\n301\n')],
    ['notInRegister', () => receipt.replace('index 259', 'index 258')],
    ['tooFewWitnesses', async () => formatReceipt(await sampleReceipt(tree, 259, SIZE, shownFields(259), 1))],
    ['openingDoesNotFit', async () => formatReceipt(await sampleReceipt(tree, 259, SIZE, shownFields(258)))],
  ])('that does not hold names what is wrong: %s', async (name, make) => {
    const { findings, advice } = await paper(await make());
    const wrong = findings.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check);
    expect(wrong).toEqual([name]);
    expect(advice.length).toBeGreaterThan(0);
    const innocent = ['unreadable', 'unknownRegister'].includes(name);
    expect(advice.some(({ fr }) => fr.includes('il peut être la preuve d’une faute'))).toBe(!innocent);
  });

  it('is linked to a later state by the proof between them', async () => {
    const old = formatReceipt(await sampleReceipt(tree, 150, 200));
    const checkpoint = await sampleCheckpoint(tree, SIZE);
    const newer = formatAddCheckpoint({ old: 200, path: await consistencyPath(tree, 200, SIZE), checkpoint });
    expect(outcomes(await paper(old, { newer })).slice(-2)).toEqual(['freshness passed', 'consistency passed']);
    expect(outcomes(await paper(old, { newer: checkpoint })).at(-1)).toBe('consistency caution');
    const aged = await paper(old, { newer, now: NOW + 2 * 24 * 3600 });
    expect(outcomes(aged)).toContain('oldState caution');
    expect(aged.advice).toHaveLength(1);
  });

  it('with a state of another history is proof of misconduct', async () => {
    const newer = await sampleCheckpoint(forked, SIZE);
    const verdict = await paper(receipt, { newer });
    expect(outcomes(verdict).at(-1)).toBe('fork failed');
    const proof = formatFork(verdict.forks[0]!);
    expect(outcomes(await paper(proof))).toContain('fork failed');
    expect(outcomes(await paper(proof.replace('"path":[]', '"path":["x"]')))).toEqual(['unreadable failed']);
  });
});

describe('a QR code', () => {
  const qr = async (): Promise<string> => {
    const { index, path, checkpoint, entry } = await sampleReceipt(tree, 259, SIZE);
    const { text, signatures } = parseNote(checkpoint);
    const own = signatures.filter(({ name }) => name === ORIGIN);
    const leaf = leafHash(entry);
    return formatQrPayload({ leaf, index, path, checkpoint: parseCheckpoint(text), signatures: own });
  };

  it('is right without its witnesses, and shows the fingerprint', async () => {
    const verdict = await paper(await qr());
    expect(outcomes(verdict)).toEqual([
      ...['signature passed', 'witnesses caution', 'inclusion passed', 'fingerprint caution'],
    ]);
    expect(verdict.advice).toEqual([]);
  });

  it('may stand behind the address of a verifier', async () => {
    const address = `https://comite.example/verifier.html#${encodeURIComponent(await qr())}`;
    expect(outcomes(await paper(address))).toContain('inclusion passed');
  });

  it.each(['', '%E0%A4%A', 'https://x.example/#%E0%A4%A', '0123'])(
    'that cannot be read says so: "%s"',
    async (text) => {
      expect(outcomes(await paper(text))).toEqual(['unreadable failed']);
    },
  );
});

describe('a promise', () => {
  const leaf = leafHash(entryBytes(sampleEntry(5)));
  const promise = signPromise(
    {
      origin: ORIGIN,
      event: sampleEntry(5).id,
      leaf,
      acceptedAt: instant(NOW),
      includedBy: instant(NOW + 60),
    },
    promiseKey,
  );
  const state = async (time = SIZE) => openSample(await sampleCheckpoint(tree, time));

  it('that is signed waits for its time', async () => {
    expect(outcomes(await paper(promise, { policy: withPromises }))).toEqual([
      'signature passed',
      'promiseOpen caution',
    ]);
  });

  it('is kept when a copy has the entry', async () => {
    const checkpoint = await state();
    const find = async (wanted: Buffer) => ({ checkpoint, index: wanted.equals(leaf) ? 5 : null });
    expect(outcomes(await paper(promise, { policy: withPromises, find })).at(-1)).toBe('promiseKept passed');
  });

  it('is broken when witnesses confirmed a later state without it', async () => {
    const checkpoint = await state();
    const find = async () => ({ checkpoint, index: null });
    expect(outcomes(await paper(promise, { policy: withPromises, find })).at(-1)).toBe('promiseOpen caution');
    const due = { origin: ORIGIN, event: sampleEntry(5).id, leaf, acceptedAt: instant(NOW - 9000) };
    const early = signPromise({ ...due, includedBy: instant(NOW - 8000) }, promiseKey);
    expect(outcomes(await paper(early, { policy: withPromises, find })).at(-1)).toBe('promiseBroken failed');
  });

  it('of a register whose promises are not known, or with another time, is refused', async () => {
    expect(outcomes(await paper(promise))).toEqual(['unknownRegister failed']);
    const later = promise.replace(instant(NOW + 60), instant(NOW + 61));
    expect(outcomes(await paper(later, { policy: withPromises }))).toEqual(['signatureWrong failed']);
  });
});

describe('two states', () => {
  const states = async (a: string, b: string, more = {}): Promise<string[]> =>
    outcomes(await checkStates([a, b], { policy, now: NOW, ...more }));

  it('are consistent in either order with the proof', async () => {
    const older = await sampleCheckpoint(tree, 256);
    const path = await consistencyPath(tree, 256, SIZE);
    const newer = formatAddCheckpoint({ old: 256, path, checkpoint: await sampleCheckpoint(tree, SIZE) });
    expect(await states(older, newer)).toContain('consistency passed');
    expect(await states(newer, older)).toContain('consistency passed');
  });

  it('of two histories are proof of misconduct with what a copy gives', async () => {
    const a = await sampleCheckpoint(tree, 256);
    const b = await sampleCheckpoint(forked, SIZE);
    expect(await states(a, b)).toContain('consistency caution');
    expect(await states(a, b, { findPath: () => prefixPath(forked, 256, SIZE) })).toContain('fork failed');
  });

  it('say that a proof of other states proves nothing', async () => {
    const a = await sampleCheckpoint(tree, 256);
    const checkpoint = await sampleCheckpoint(forked, SIZE);
    const path = await consistencyPath(tree, 256, SIZE);
    expect(await states(a, formatAddCheckpoint({ old: 256, path, checkpoint }))).toContain('consistency failed');
  });

  it('that the register alone signed are marked', async () => {
    const head = { origin: ORIGIN, size: 1, root: tree.node({ level: 0, index: 0 }) };
    const alone = signCheckpoint(head, [noteSigner(logKey)]);
    expect(await states(alone, alone)).toContain('tooFewWitnesses failed');
  });
});

it('never throws, whatever is pasted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.tuple(fc.nat(), fc.string({ unit: 'binary', maxLength: 5 })).map(([at, put]) => {
          const place = at % receipt.length;
          return receipt.slice(0, place) + put + receipt.slice(place + 1);
        }),
      ),
      async (text) => {
        const { findings } = await paper(text, { policy: withPromises });
        expect(findings.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 200 },
  );
});
