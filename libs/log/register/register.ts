/** The identity of this register: one database is one register, for ever. */
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';

export interface Register {
  /** Name of the log, such as `participation.example.fr`; stands in every entry. */
  readonly origin: string;
  readonly demonstration: boolean;
  /** Null only for a demonstration. */
  readonly authoritySiret: string | null;
  /** 32 secret bytes from which the ids of imported objects are derived. */
  readonly instanceKey: Buffer;
}

interface Row {
  origin: string;
  demonstration: boolean;
  authority_siret: string | null;
  instance_key: Buffer;
}

/** Null before `createRegister`. */
export async function readRegister(pool: Pool): Promise<Register | null> {
  const { rows } = await pool.query<Row>(
    'SELECT origin, demonstration, authority_siret, instance_key FROM log.register',
  );
  const row = rows[0];
  if (!row) return null;
  const { origin, demonstration, authority_siret: authoritySiret, instance_key: instanceKey } = row;
  return { origin, demonstration, authoritySiret, instanceKey };
}

/**
 * Creates the register unless there is one. Two starts at the same moment get the same register; `created` is true
 * for one of them.
 */
export async function createRegister(
  pool: Pool,
  { origin, demonstration, authoritySiret }: Omit<Register, 'instanceKey'>,
): Promise<{ register: Register; created: boolean }> {
  const { rows } = await pool.query<{ created: boolean }>('SELECT log.create_register($1, $2, $3, $4) AS created', [
    origin,
    demonstration,
    authoritySiret,
    randomBytes(32),
  ]);
  return { register: (await readRegister(pool))!, created: rows[0]!.created };
}
