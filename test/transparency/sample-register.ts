/** A small register with keys, witnesses and receipts, the same at every run: golden receipts are made from it. */
import { canonicalJson, type CanonicalValue } from '@fil/log/transparency/canonical-json';
import { openCheckpoint, signCheckpoint, type SignedCheckpoint } from '@fil/log/transparency/checkpoint';
import { commitment } from '@fil/log/transparency/commitment';
import { cosigner } from '@fil/log/transparency/cosignature';
import { type Entry, entryBytes } from '@fil/log/transparency/entry';
import { sha256 } from '@fil/log/transparency/hashing';
import {
  COSIGNATURE_KEY,
  formatVkey,
  type KeyType,
  NOTE_KEY,
  noteSigner,
  signingKey,
  type SigningKey,
} from '@fil/log/transparency/keys';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { parsePolicy, policyKeys } from '@fil/log/transparency/policy';
import { inclusionPath, rootAt } from '@fil/log/transparency/proofs';
import type { Receipt, ShownField } from '@fil/log/transparency/receipt';
import { MemoryTree } from './memory-tree';

export const ORIGIN = 'registre.vaubelle.example/log';
const seedOf = (label: string): Buffer => sha256(`sample register\n${label}\n`);
const keyOf = (name: string, type: KeyType): SigningKey => signingKey(name, type, seedOf(name));

export const logKey = keyOf(ORIGIN, NOTE_KEY);
export const promiseKey = keyOf(`${ORIGIN}/ack`, NOTE_KEY);
export const witnessKeys = [
  keyOf('comite.vaubelle.example/temoin', COSIGNATURE_KEY),
  keyOf('universite.example.org/temoin', COSIGNATURE_KEY),
];

export const POLICY_TEXT = `# À qui se fier pour le registre de Vaubelle
log ${formatVkey(logKey)}
witness comite ${formatVkey(witnessKeys[0]!)}
witness universite ${formatVkey(witnessKeys[1]!)}
group temoins all comite universite
quorum temoins
`;
export const policy = parsePolicy(POLICY_TEXT);

/** 2026-03-03T09:00:00Z. */
const START = Date.UTC(2026, 2, 3, 9) / 1000;

const uuid = (label: string): string =>
  sha256(label)
    .toString('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-9$4-$5');
export const instant = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

const words = (n: number): Record<string, CanonicalValue> => ({
  '/name': n % 2 === 0 ? 'Zoé Martin' : null,
  '/text': { fr: `Le passage piéton no ${n} de la rue Émile-Zola n’est plus éclairé.` },
});

export function shownFields(n: number): ShownField[] {
  return Object.entries(words(n)).map(([path, value]) => ({ path, value, salt: seedOf(`salt ${n} ${path}`) }));
}

export function sampleEntry(n: number): Entry {
  const id = uuid(`event ${n}`);
  const sealed = shownFields(n).map(({ path, salt, value }) => [
    path,
    commitment(salt, id, path, canonicalJson(value)).toString('base64'),
  ]);
  return {
    v: 1,
    log: ORIGIN,
    id,
    type: 'contribution.recorded/1',
    stream: `contribution-${uuid(`contribution ${n}`)}`,
    rev: 1,
    at: instant(START + n),
    occurredOn: null,
    cause: null,
    actor: { role: 'participant', body: null },
    data: { consultation: 'eclairage-2026', number: n + 1, themes: ['eclairage', 'voirie'] },
    sealed: Object.fromEntries(sealed) as Record<string, string>,
  };
}

export function sampleTree(size: number): MemoryTree {
  return new MemoryTree(Array.from({ length: size }, (_, n) => leafHash(entryBytes(sampleEntry(n)))));
}

/** Note of the checkpoint over these entries, cosigned by the first `witnesses`, three seconds after each other. */
export async function sampleCheckpoint(tree: MemoryTree, size: number, witnesses = 2): Promise<string> {
  const head = { origin: ORIGIN, size, root: await rootAt(tree, size) };
  const cosigners = witnessKeys.slice(0, witnesses).map((key, n) => cosigner(key, START + size + 3 * (n + 1)));
  return signCheckpoint(head, [noteSigner(logKey), ...cosigners]);
}

export async function sampleReceipt(
  tree: MemoryTree,
  index: number,
  size: number,
  open = shownFields(index),
  witnesses = 2,
): Promise<Receipt> {
  return {
    entry: entryBytes(sampleEntry(index)),
    open,
    index,
    path: await inclusionPath(tree, index, size),
    checkpoint: await sampleCheckpoint(tree, size, witnesses),
  };
}

export function openSample(note: string): SignedCheckpoint {
  const verdict = openCheckpoint(note, policyKeys(policy));
  if (!verdict.ok) throw new Error(verdict.reason);
  return verdict.checkpoint;
}
