/** Receipts to specify pages with, of a register of a million entries, in each state. */
import type { EntryReceipt } from '@fil/log/receipts/entry-receipt';
import { signCheckpoint } from '@fil/log/transparency/checkpoint';
import { cosigner } from '@fil/log/transparency/cosignature';
import { entryBytes } from '@fil/log/transparency/entry';
import { sha256 } from '@fil/log/transparency/hashing';
import { COSIGNATURE_KEY, NOTE_KEY, noteSigner, signingKey, type KeyType } from '@fil/log/transparency/keys';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { promiseKeyName, signPromise } from '@fil/log/transparency/promise';
import type { Disclosed } from '@fil/log/vault/vault';
import type { Authority } from '@fil/views/authorities/authorities.answer';
import { ReceiptPage, type ReceiptPageProps } from '../receipt/receipt.page';
import { consultation } from './lists-fixture';
import { frameAt } from './site-fixture';
import { CONTRIBUTION, thread } from './thread-fixture';

const ORIGIN = 'participation.valombre.invalid';
const EVENT = '0192f3a1-7c1e-7b52-9f0a-5d1c8a4b2e77';
const AT = '2026-03-03T09:42:31Z';
/** Always the same, so that a page asked for twice is the same. */
const keyOf = (name: string, type: KeyType) => signingKey(name, type, sha256(Buffer.from(name)));
const logKey = keyOf(ORIGIN, NOTE_KEY);
const promiseKey = keyOf(promiseKeyName(ORIGIN), NOTE_KEY);

const bytes = entryBytes({
  v: 1,
  log: ORIGIN,
  id: EVENT,
  type: 'contribution.recorded/2',
  stream: CONTRIBUTION,
  rev: 1,
  at: AT,
  occurredOn: null,
  cause: null,
  actor: { role: 'agent', body: 'proximite' },
  data: {},
  sealed: {},
});
const leaf = leafHash(bytes);

export const promised = (): EntryReceipt => {
  const promise = { origin: ORIGIN, event: EVENT, leaf, acceptedAt: AT, includedBy: '2026-03-04T09:42:31Z' };
  return {
    entry: { index: 758_259, id: EVENT, stream: CONTRIBUTION, rev: 1, type: 'contribution.recorded/2', bytes },
    leaf,
    promise: { ...promise, note: signPromise(promise, promiseKey) },
    proof: null,
    stampedAt: null,
  };
};

const AUDIT = 'comite-audit.valombre.invalid/temoin';
const UNIVERSITY = 'universite.invalid/temoin';
export const WITNESSES = [AUDIT, UNIVERSITY, 'gazette.invalid/temoin'];

/** @param by witnesses that have confirmed */
export function proved(by: readonly string[], of = WITNESSES.length): EntryReceipt {
  const head = { origin: ORIGIN, size: 1_000_000, root: Buffer.alloc(32, 7) };
  return {
    ...promised(),
    proof: {
      index: 758_259,
      leaf,
      path: Array.from({ length: 20 }, (_, n) => leafHash(Buffer.of(n))),
      checkpoint: {
        size: head.size,
        root: head.root,
        note: signCheckpoint(head, [
          noteSigner(logKey),
          ...by.map((name) => cosigner(keyOf(name, COSIGNATURE_KEY), 1_772_530_953)),
        ]),
        signedAt: new Date('2026-03-03T09:42:32Z'),
        confirmation: { state: by.length >= 2 ? 'confirmed' : 'recorded', by, of },
      },
    },
  };
}

export const VERIFIER = ['fil-verify.mjs', 'verify.html'].map((name, n) => ({
  name,
  sha256: `a${n}`.repeat(32),
  path: `/nowhere/${name}`,
}));

export const confirmed = (): EntryReceipt => proved([AUDIT, UNIVERSITY]);

/** @param type of the event */
export const ofAnother = (type: string): EntryReceipt => {
  const receipt = confirmed();
  return { ...receipt, entry: { ...receipt.entry, type } };
};

const about = (): ReceiptPageProps['about'] => ({
  thread: thread({ number: '758259-K' }),
  consultation: consultation(),
  authorities: [
    {
      id: 'authority-1',
      name: { fr: 'Commune de Valombre' },
      address: '1 place de la Mairie, 44990 Valombre',
      telephone: '02 40 00 00 00',
    } as Partial<Authority> as Authority,
  ],
});

const salt = Buffer.alloc(32, 9);
export const opened = (): Disclosed => ({
  event: {} as Disclosed['event'],
  fields: [
    { path: '/title', salt, value: { fr: 'Une piste jusqu’au collège' } },
    {
      path: '/text',
      salt,
      value: {
        fr: 'Ma fille va au collège à vélo. Entre le rond-point et la gare, elle roule au milieu des camions.\nIl faudrait une piste séparée de la route.',
      },
    },
    { path: '/place', salt, value: 'Rue de la Gare, entre le rond-point et le collège' },
    { path: '/contact', salt, value: { email: 'habitante@example.org', telephone: '06 00 00 00 00' } },
    { path: '/signature', salt, value: null },
  ],
  withheld: ['/authorKey', '/actor/account'],
  erased: [],
});
export const AUTHOR_KEY = '7Q2M-XK4T-9ZRB-0HWD-C3JN';

export const receiptPage = (more: Partial<ReceiptPageProps> = {}, url = `/recepisse/${EVENT}`) =>
  ReceiptPage({
    frame: frameAt(url),
    receipt: confirmed(),
    witnesses: WITNESSES,
    about: about(),
    own: null,
    site: 'participation.valombre.invalid',
    ...more,
  });
