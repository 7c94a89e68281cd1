/**
 * Puts a backup into an empty database: the schema it was made in, keys, rows, entries; then the migrations that have come
 * since, then every order of erasure once more, and only then the register. Stopped anywhere, it goes on when it is run again.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Client } from 'pg';
import type { StoredEntry } from '../event-store/event-store.port';
import { ENTRY_TEXT, type EntryRow, toStoredEntry } from '../event-store/postgres/stored-entry-row';
import { migrate, type MigrationClass } from '../postgres/migrate';
import { BackupRefused } from './backup-refused';
import { keyLines, keysOf, readKeysHead } from './keys-file';
import { linesOf } from './lines';
import { checkListed, checkShape } from './listed-files';
import { type Engine, type Manifest, manifestOf } from './manifest';
import { inOneGo, takeLock, withOwner } from './owner-connection';
import { restoreBundles } from './restore-bundles';
import { restoreTables } from './restore-tables';
import { beginRestoring, isRestoring, keepFilled, readProgress, RESTORING } from './restoring';

export interface BackupToRestore {
  /** Of an empty database, or of one in which this very restore was interrupted. */
  readonly url: string;
  readonly directory: string;
  /** Null: without keys, no person's words can be opened any more. */
  readonly keysFile: string | null;
  /** That is to hold the events from now on. */
  readonly engine: Engine;
  /** Whether events that were in EventStoreDB may go on in PostgreSQL, for ever. */
  readonly leaveEventStoreDb: boolean;
  /** Of this version, in order. */
  readonly migrations: readonly MigrationClass[];
  readonly orders: {
    /** Type of the events that order an erasure, without its version. */
    readonly type: string;
    /** Erases what they name. Doing it twice is the same. */
    readonly obey: (orders: readonly StoredEntry[]) => Promise<void>;
  };
  readonly progress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

export interface RestoredBackup {
  readonly manifest: Manifest;
  /** An interrupted restore was gone on with. */
  readonly resumed: boolean;
  readonly orders: number;
  /** Persons for whom the keys file had no key. */
  readonly keyless: number;
}

const RESTORE_LOCK = '7046029254386362';

/** @throws BackupRefused, BackupDamaged; what was written stays, and the register does not open */
export async function restoreBackup(asked: BackupToRestore): Promise<RestoredBackup> {
  const { url, directory, keysFile, engine, migrations } = asked;
  const { manifest, id } = await manifestOf(directory);
  checkShape(manifest);
  checkEngine(manifest, asked);
  const schema = schemaOf(manifest, migrations);
  const keys = keysFile === null ? null : await keysOf(keysFile, manifest.register.origin);
  return withOwner(url, 'writing', async (client) => {
    if (!(await takeLock(client, RESTORE_LOCK))) throw new BackupRefused('anotherRestore', ANOTHER);
    const resumed = await isRestoring(client);
    if (resumed) await checkSame(client, id, keys);
    else {
      await checkEmpty(client);
      await beginRestoring(client, id, keys);
    }
    // A crash loses the end of what was written, never the middle: what is missing is written again.
    await client.query('SET synchronous_commit = off');
    if (!(await readProgress(client)).filled) {
      await migrate(url, schema);
      if (keysFile !== null) await restoreTables(client, keyLines(keysFile), { file: keysFile, engine, firstLine: 2 });
      await restoreFiles(client, asked, manifest);
      await restoreBundles(client, directory, manifest, asked);
      await keepFilled(client);
    }
    await migrate(url, migrations);
    const orders = await obeyOrders(client, asked.orders);
    await client.query('ANALYZE');
    const { keyless } = await readProgress(client);
    await open(client, asked, manifest);
    return { manifest, resumed, orders, keyless };
  });
}

/** A log is written by one engine for ever; leaving EventStoreDB behind is the one way out, and must be asked for. */
function checkEngine(manifest: Manifest, { engine, leaveEventStoreDb }: BackupToRestore): void {
  if (manifest.engine === engine || manifest.size === 0) return;
  if (engine === 'eventstoredb') {
    throw new BackupRefused('engine', {
      fr: 'Les événements de cette sauvegarde étaient dans PostgreSQL : EventStoreDB ne peut pas les poursuivre. Restaurez sans EVENTSTORE_URL.',
      en: 'The events of this backup were in PostgreSQL: EventStoreDB cannot go on with them. Restore without EVENTSTORE_URL.',
    });
  }
  if (leaveEventStoreDb) return;
  throw new BackupRefused('engine', {
    fr: 'Les événements de cette sauvegarde sont dans EventStoreDB. S’il les a toujours, indiquez son adresse dans EVENTSTORE_URL : le registre le suivra à partir d’où la sauvegarde s’arrête. S’il est perdu, ou pour le quitter : --into-postgresql ; le registre continuera dans PostgreSQL, définitivement.',
    en: 'The events of this backup are in EventStoreDB. If it still has them, name its address in EVENTSTORE_URL: the register will follow it from where the backup ends. If it is lost, or to leave it: --into-postgresql; the register will go on in PostgreSQL, for good.',
  });
}

/** Rows fit the schema they were read from; what has been added since is then done to them as to any register. */
function schemaOf(manifest: Manifest, migrations: readonly MigrationClass[]): MigrationClass[] {
  const applied = new Set(manifest.migrations);
  const schema = migrations.filter((migration) => applied.delete(new migration().name ?? migration.name));
  if (applied.size === 0) return schema;
  throw new BackupRefused('laterVersion', {
    fr: `Cette sauvegarde vient d’une version plus récente de Fil rouge (${manifest.product}, ${[...applied].join(', ')}) : installez-la d’abord.`,
    en: `This backup was made by a later version of Fil rouge (${manifest.product}, ${[...applied].join(', ')}): install it first.`,
  });
}

async function checkEmpty(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
       AND n.nspname !~ '^pg_(toast|temp)'
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     ORDER BY n.nspname <> 'log', 1 LIMIT 4`,
  );
  if (rows.length === 0) return;
  const found = rows.map(({ name }) => name).join(', ');
  throw new BackupRefused('notEmpty', {
    fr: `La base n’est pas vide (elle contient ${found}…) : une sauvegarde se restaure dans une base vide. Rien n’a été modifié.`,
    en: `The database is not empty (it holds ${found}…): a backup is restored into an empty one. Nothing was changed.`,
  });
}

async function checkSame(client: Client, id: string, keys: string | null): Promise<void> {
  const begun = await readProgress(client);
  if (begun.backup === id && begun.keys === keys) return;
  throw new BackupRefused('otherRestore', {
    fr: 'La restauration d’une autre sauvegarde, ou avec d’autres clés, n’est pas terminée dans cette base. Relancez-la telle qu’elle était, ou repartez d’une base vide.',
    en: 'The restore of another backup, or with other keys, is not finished in this database. Run that one again as it was, or begin with an empty database.',
  });
}

async function restoreFiles(client: Client, { directory, engine }: BackupToRestore, manifest: Manifest): Promise<void> {
  for (const { file } of Object.values(manifest.tables)) {
    await checkListed(directory, manifest, file);
    await restoreTables(client, linesOf(join(directory, file)), { file, engine, firstLine: 1 });
  }
}

const ORDERS_AT_A_TIME = 200;

/** However old the keys are: what was ordered erased is erased before anybody can ask. */
async function obeyOrders(client: Client, { type, obey }: BackupToRestore['orders']): Promise<number> {
  let count = 0;
  for (let after = 0; ;) {
    const { rows } = await client.query<EntryRow>({
      text: `SELECT ${ENTRY_TEXT} FROM log.event WHERE idx >= $1 AND split_part(type, '/', 1) = $2 ORDER BY idx LIMIT ${ORDERS_AT_A_TIME}`,
      values: [after, type],
      rowMode: 'array',
    });
    if (rows.length === 0) return count;
    const orders = rows.map(toStoredEntry);
    await obey(orders);
    count += orders.length;
    after = orders.at(-1)!.index + 1;
  }
}

/** The register is there, and the mark gone, in one transaction. */
async function open(client: Client, { keysFile, engine }: BackupToRestore, manifest: Manifest): Promise<void> {
  const { origin, demonstration, authoritySiret, createdAt } = manifest.register;
  const instanceKey =
    keysFile === null ? randomBytes(32) : Buffer.from((await readKeysHead(keysFile)).instanceKey, 'base64');
  await client.query('SET synchronous_commit = on');
  await inOneGo(client, async () => {
    await client.query(
      `INSERT INTO log.register (origin, demonstration, authority_siret, instance_key, created_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [origin, demonstration, authoritySiret, instanceKey, createdAt],
    );
    if (engine === 'eventstoredb' && manifest.integration) {
      const { commit, prepare } = manifest.integration;
      await client.query('UPDATE log.integration SET commit_position = $1, prepare_position = $2', [commit, prepare]);
    }
    await client.query(`DROP SCHEMA ${RESTORING} CASCADE`);
  });
}

const ANOTHER = {
  fr: 'Une restauration est déjà en cours dans cette base.',
  en: 'A restore is under way in this database already.',
};
