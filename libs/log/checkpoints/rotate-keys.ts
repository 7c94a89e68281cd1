/** A key is added, and announced in the log, before another is retired: for a while both sign. */
import type { Pool } from 'pg';
import { logKeyAdded, logKeyRetired } from '@fil/facts/events/log.events';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { type EventStore, NO_STREAM } from '../event-store/event-store.port';
import { derivedEventId } from '../event-store/ids';
import { formatVkey, type VerifierKey } from '../transparency/keys';
import { sealEvents } from '../vault/sealer';
import { CannotSign } from './damage';
import type { KeyFile } from './key-file';
import { type AnnouncedKey, readAnnouncedKeys } from './signing-keys';

export interface KeyRing {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly file: KeyFile;
  /** Of the log. */
  readonly origin: string;
}

/** Adds a key that signs from the next checkpoint on. Interrupted and run again, it goes on with the same key. */
export async function addKey(ring: KeyRing): Promise<VerifierKey> {
  const { pool, file } = ring;
  const announced = await readAnnouncedKeys(pool);
  const begun = (await file.read()).find((key) => !announced.some(({ vkey }) => vkey === formatVkey(key)));
  const key = begun ?? (await file.add());
  await announce(
    ring,
    key,
    NO_STREAM,
    event(logKeyAdded, { data: { publicKey: key.publicKey.toString('hex') }, words: {} }),
  );
  await pool.query('SELECT log.add_signing_key($1)', [formatVkey(key)]);
  return key;
}

/**
 * Retires a key: it signs nothing more, and its secret is destroyed. What it has signed stays good.
 *
 * @throws CannotSign when no other key would be left to sign
 */
export async function retireKey(ring: KeyRing, key: AnnouncedKey): Promise<void> {
  const { pool, store, file, origin } = ring;
  const active = (await readAnnouncedKeys(pool)).filter(({ retiredAt }) => retiredAt === null);
  const kept = await file.read();
  const left = active.filter(({ keyId }) => keyId !== key.keyId && kept.some((one) => one.keyId === keyId));
  if (left.length === 0) throw new CannotSign('no other key of this register is in the key file');
  const rev = (await store.readStream(streamOf(origin, key))).length;
  await announce(
    ring,
    key,
    rev,
    event(logKeyRetired, { data: { publicKey: key.publicKey.toString('hex') }, words: {} }),
  );
  await pool.query('SELECT log.retire_signing_key($1)', [key.vkey]);
  await file.remove(key.keyId);
}

const streamOf = (origin: string, { publicKey }: VerifierKey): string =>
  `log-${derivedEventId(`log.key ${origin} ${publicKey.toString('hex')}`, 0)}`;

/** Once for each key, however often it is tried. */
async function announce({ store, origin }: KeyRing, key: VerifierKey, expected: number, told: NewEvent): Promise<void> {
  const stream = streamOf(origin, key);
  const id = derivedEventId(`${told.type} ${origin} ${key.publicKey.toString('hex')}`, 0);
  const entries = sealEvents(
    [told],
    {
      log: origin,
      stream,
      firstRev: expected + 1,
      ids: [id],
      at: `${new Date().toISOString().slice(0, 19)}Z`,
      actor: { role: 'administrator', body: null },
      account: null,
      cause: null,
      subject: null,
      concealed: null,
    },
    EVENT_SCHEMA,
  );
  const { status } = await store.append({ stream, expected, entries });
  if (status === 'ok' || status === 'duplicate' || status === 'pending') return;
  throw new Error(`the announcement of key ${key.keyId} was not recorded: ${status}`);
}
