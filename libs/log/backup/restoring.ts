/**
 * The mark of a restore under way, in the database it fills: made before anything else, gone when all is done. While it
 * stands, the register does not open.
 */
import { Client } from 'pg';
import { ExplainedError } from '@fil/facts/kit/explained-error';

/** Holds the mark and nothing else. */
export const RESTORING = 'fil_restoring';

/** As long as `migrate` has, which comes next. */
const PATIENCE = 10_000;

export class RestoreUnfinished extends ExplainedError {
  constructor() {
    super('register.restoring', 'busy', {
      fr: 'Une restauration de ce registre n’est pas terminée : relancez la même commande « fil restore » ; le registre s’ouvrira ensuite.',
      en: 'A restore of this register is not finished: run the same "fil restore" command again; the register opens after that.',
    });
  }
}

/**
 * To be asked before the database is migrated or anything is read from it.
 *
 * @throws RestoreUnfinished
 */
export async function refuseWhileRestoring(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE });
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (await isRestoring(client)) throw new RestoreUnfinished();
  } finally {
    await client.end();
  }
}

export async function isRestoring(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('SELECT to_regnamespace($1) IS NOT NULL AS there', [
    RESTORING,
  ]);
  return rows[0]!.there;
}

export interface RestoreProgress {
  /** SHA-256 of the manifest that is being restored. */
  readonly backup: string;
  /** SHA-256 of the keys; null without them. */
  readonly keys: string | null;
  /** Rows written of each table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Persons for whom there was no key. */
  readonly keyless: number;
  /** Everything that the files hold is written. */
  readonly filled: boolean;
}

/** The first thing that is written into an empty database. */
export async function beginRestoring(client: Client, backup: string, keys: string | null): Promise<void> {
  await client.query('BEGIN');
  await client.query(`CREATE SCHEMA ${RESTORING}`);
  await client.query(
    `CREATE TABLE ${RESTORING}.progress (
       one     boolean PRIMARY KEY DEFAULT true CHECK (one),
       backup  text NOT NULL,
       keys    text,
       rows    jsonb NOT NULL DEFAULT '{}',
       keyless bigint NOT NULL DEFAULT 0,
       filled  boolean NOT NULL DEFAULT false
     )`,
  );
  await client.query(`INSERT INTO ${RESTORING}.progress (backup, keys) VALUES ($1, $2)`, [backup, keys]);
  await client.query('COMMIT');
}

export async function readProgress(client: Client): Promise<RestoreProgress> {
  const { rows } = await client.query<Omit<RestoreProgress, 'keyless'> & { keyless: string }>(
    `SELECT backup, keys, rows, keyless, filled FROM ${RESTORING}.progress`,
  );
  const { keyless, ...progress } = rows[0]!;
  return { ...progress, keyless: Number(keyless) };
}

/** From here on the schema may become a later one, which the files do not fit. */
export async function keepFilled(client: Client): Promise<void> {
  await client.query(`UPDATE ${RESTORING}.progress SET filled = true`);
}

/** In the transaction that writes the rows. */
export async function keepRows(client: Client, table: string, rows: number): Promise<void> {
  await client.query(`UPDATE ${RESTORING}.progress SET rows = rows || jsonb_build_object($1::text, $2::bigint)`, [
    table,
    rows,
  ]);
}
