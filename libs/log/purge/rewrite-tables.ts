/**
 * Writes tables anew, with their indexes: PostgreSQL keeps what was deleted or changed in the files of a table until then,
 * and what it read in them in its statistics.
 */
import type { Client } from 'pg';
import { APPLICATION_ROLE } from '../postgres/application-role';
import { PurgeHeldUp } from './purge-held-up';
import { until, type Patience } from './until';

/** Entries, tiles and checkpoints: there is no word in them, and nothing of them is ever deleted. */
const WITHOUT_WORDS = ['log'];

const NO_SUCH_TABLE = '42P01';
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Every table of the register that may hold words, the smallest first: of who owns the vault, and of the application, which
 * makes the read models. Indexes and overflow (TOAST) go along with them. What others keep in the same database is theirs.
 *
 * @throws PurgeHeldUp when this user may not write one anew: PostgreSQL would pass over it with a warning
 */
export async function tablesWithWords(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; may: boolean }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name, pg_has_role(c.relowner, 'USAGE') AS may
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_roles o ON o.oid = c.relowner
     WHERE c.relkind IN ('r', 'm') AND c.relpersistence <> 't' AND n.nspname <> ALL ($1)
       AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
       AND (o.rolname = $2 OR o.oid = (SELECT relowner FROM pg_class WHERE oid = 'vault.openings'::regclass))
     ORDER BY pg_total_relation_size(c.oid), 1`,
    [WITHOUT_WORDS, APPLICATION_ROLE],
  );
  if (rows.some(({ may }) => !may)) throw new PurgeHeldUp('notOwner', NOT_OWNER);
  return rows.map(({ name }) => name);
}

/**
 * Nobody reads or writes the table meanwhile.
 *
 * @throws PurgeHeldUp while somebody else uses it, or may still see what was deleted
 */
export const rewriteTable = (client: Client, table: string, patience: Patience): Promise<void> =>
  vacuum(client, 'FULL, ANALYZE', table, patience);

async function vacuum(client: Client, how: string, table: string, patience: Patience): Promise<void> {
  await waitForReaders(client, patience);
  await client.query(`SET lock_timeout = ${patience.limit ?? 0}`);
  try {
    await client.query(`VACUUM (${how}) ${table}`);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === NO_SUCH_TABLE) return; // an earlier version of a projection, dropped meanwhile
    if (code !== LOCK_NOT_AVAILABLE) throw error;
    throw new PurgeHeldUp(
      'tableInUse',
      {
        fr: `La table ${table} est en cours d’utilisation. Relancez la commande à une heure calme, ou avec --wait.`,
        en: `The table ${table} is in use. Run the command again at a quiet hour, or with --wait.`,
      },
      { cause: error },
    );
  }
}

/** Statistics quote values of columns; they are in a table of PostgreSQL's own. @returns false when this user may not */
export async function rewriteStatistics(client: Client, patience: Patience): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `SELECT rolsuper OR pg_has_role(datdba, 'USAGE') AS may FROM pg_roles, pg_database
     WHERE rolname = current_user AND datname = current_database()`,
  );
  if (!rows[0]!.may) return false;
  for (const table of ['pg_catalog.pg_statistic', 'pg_catalog.pg_statistic_ext_data'])
    await vacuum(client, 'FULL', table, patience);
  return true;
}

/** What an older transaction can still see is copied along. */
async function waitForReaders(client: Client, patience: Patience): Promise<void> {
  const { rows } = await client.query<{ now: string }>('SELECT pg_current_xact_id()::xid::text AS now');
  const found = await until(async () => {
    const { rows: older } = await client.query<{ who: string }>(
      `SELECT who FROM (
         SELECT format('%s (pid %s)', application_name, pid) AS who, greatest(age(backend_xmin), age(backend_xid)) AS since
         FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND (datname = current_database() OR backend_type = 'walsender')
         UNION ALL SELECT format('slot %s', slot_name), greatest(age(xmin), age(catalog_xmin)) FROM pg_replication_slots
         UNION ALL SELECT format('prepared %s', gid), age(transaction) FROM pg_prepared_xacts
       ) AS held WHERE since > age($1::xid)`,
      [rows[0]!.now],
    );
    return older.length === 0 ? null : older.map(({ who }) => who.trim()).join(', ');
  }, patience);
  if (found === null) return;
  throw new PurgeHeldUp('olderTransactions', {
    fr: `Des transactions commencées avant peuvent encore voir ce qui est effacé : ${found}. Attendez leur fin, puis relancez la commande, ou lancez-la avec --wait.`,
    en: `Transactions that began before can still see what was erased: ${found}. Wait for them to end and run the command again, or run it with --wait.`,
  });
}

const NOT_OWNER = {
  fr: 'Le compte de DATABASE_URL n’est pas propriétaire des tables du registre et ne peut pas les réécrire. Lancez la commande avec celui qui l’est.',
  en: 'The account of DATABASE_URL does not own the tables of the register and may not write them anew. Run the command as the one that does.',
};
