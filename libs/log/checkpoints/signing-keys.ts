import type { Pool } from 'pg';
import { inTransaction } from '../projections/transaction';
import { formatVkey, noteSigner, parseVkey, type Signer, type VerifierKey } from '../transparency/keys';
import { CannotSign } from './damage';
import type { KeyFile } from './key-file';

/** A public key as this register has announced it. */
export interface AnnouncedKey extends VerifierKey {
  readonly vkey: string;
  readonly addedAt: Date;
  /** Null as long as it signs. What it has signed stays good. */
  readonly retiredAt: Date | null;
}

interface Row {
  readonly vkey: string;
  readonly addedAt: Date;
  readonly retiredAt: Date | null;
}

/** All that have ever signed, the oldest first. */
export async function readAnnouncedKeys(pool: Pool): Promise<readonly AnnouncedKey[]> {
  const { rows } = await pool.query<Row>(
    `SELECT vkey, added_at AS "addedAt", retired_at AS "retiredAt" FROM log.signing_key ORDER BY added_at, vkey`,
  );
  return rows.map((row) => ({ ...parseVkey(row.vkey), ...row }));
}

/**
 * Makes the first key of a register, unless it has one. Called by whoever begins a register, and before the first signature.
 *
 * @throws CannotSign when the register has keys and the file has none of them: they are lost, or elsewhere
 */
export async function ensureSigningKey(pool: Pool, file: KeyFile): Promise<void> {
  await inTransaction(pool, async (client) => {
    // Of two programs that begin at the same moment, one makes it.
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('log signing key'))`);
    const { rows } = await client.query<{ vkey: string }>('SELECT vkey FROM log.signing_key WHERE retired_at IS NULL');
    const kept = await file.read();
    if (rows.length > 0) {
      if (kept.some((key) => rows.some(({ vkey }) => vkey === formatVkey(key)))) return;
      throw new CannotSign(`${file.path} holds no key of this register: restore that file, or see "fil log keys"`);
    }
    const key = kept[0] ?? (await file.add());
    await client.query('SELECT log.add_signing_key($1)', [formatVkey(key)]);
  });
}

/** Those of the file that are announced and not retired. @throws CannotSign when there is none */
export async function signersOf(pool: Pool, file: KeyFile): Promise<readonly Signer[]> {
  await ensureSigningKey(pool, file);
  const active = (await readAnnouncedKeys(pool)).filter(({ retiredAt }) => retiredAt === null);
  return (await file.read()).filter((key) => active.some(({ vkey }) => vkey === formatVkey(key))).map(noteSigner);
}
