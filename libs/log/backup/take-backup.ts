/**
 * Takes a backup of a register that goes on being used. The cut is a size; entries below it never change, so they are
 * read at leisure and only once. What stands beside them is compared by digest each time: words erased since the last
 * backup leave this one too.
 */
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { BackupDirectory, digestOfFile } from './backup-directory';
import { BackupRefused } from './backup-refused';
import { besideFile, BUNDLE, bundlesOf, entriesFile, tableFile, widthOf } from './layout';
import { besideBytes, bundleDigests, entriesBytes, type BundleDigests } from './log-bundles';
import { keysPath, removeDraft, writeKeys } from './keys-file';
import { besideNames } from './listed-files';
import { FORMAT, type ListedFile, type Manifest } from './manifest';
import { inSnapshot, takeLock, withOwner } from './owner-connection';
import { isRestoring, RestoreUnfinished } from './restoring';
import { type BackedUpTable, tableHead, tableLines } from './table-rows';

export interface BackupToTake {
  readonly url: string;
  readonly directory: string;
  /** Null: without keys. */
  readonly keysFile: string | null;
  readonly tables: readonly BackedUpTable[];
  /** Version of Fil rouge. */
  readonly product: string;
  /** Entries seen to, of how many. */
  readonly progress?: (done: number, of: number) => void;
  /** Stops between two stretches; what was written stays. */
  readonly signal?: AbortSignal;
}

export interface TakenBackup {
  readonly manifest: Manifest;
  /** Entries that were not in the directory before. */
  readonly newEntries: number;
  /** Bundles whose openings had changed since: words were erased. */
  readonly rewritten: number;
}

/** One backup of a register at a time. */
export const BACKUP_LOCK = '7046029254386361';
/** Bundles that are compared in one statement. */
const STRETCH = 64;

/** @throws BackupRefused, RestoreUnfinished; the directory then holds the backup it held before */
export async function takeBackup(asked: BackupToTake): Promise<TakenBackup | 'no register'> {
  return withOwner(asked.url, 'reading', async (client) => {
    if (await isRestoring(client)) throw new RestoreUnfinished();
    const register = await readIdentity(client);
    if (!register) return 'no register';
    if (!(await takeLock(client, BACKUP_LOCK))) throw new BackupRefused('another', ANOTHER);
    await mkdir(asked.directory, { recursive: true, mode: 0o700 });
    const { instanceKey, ...identity } = register;
    const keys = asked.keysFile === null ? null : await keysPath(asked.keysFile, asked.directory, register.origin);
    if (keys !== null) await removeDraft(keys);
    const directory = await BackupDirectory.open(asked.directory);
    const madeAt = `${new Date().toISOString().slice(0, 19)}Z`;
    const { tables, files, ...cut } = await readCut(client, directory, asked.tables);
    await checkHistory(client, directory.before, identity.origin, cut.size);
    const writer = new BundleWriter(client, directory, cut.size);
    const bundles = await writer.write(asked);
    if (keys !== null) {
      const head = { format: 1, kind: 'keys', origin: identity.origin, instanceKey, madeAt } as const;
      await inSnapshot(client, () => writeKeys(keys, head, keyTables(client, asked.tables)));
    }
    const manifest: Manifest = {
      format: FORMAT,
      product: asked.product,
      madeAt,
      register: identity,
      ...cut,
      tables,
      files: { ...files, ...bundles },
    };
    await directory.complete(manifest);
    return { manifest, newEntries: cut.size - (directory.before?.size ?? 0), rewritten: writer.rewritten };
  });
}

type Identity = Manifest['register'] & { readonly instanceKey: string };

async function readIdentity(client: Client): Promise<Identity | null> {
  const { rows: there } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('log.register') IS NOT NULL AS there`,
  );
  if (!there[0]!.there) return null;
  const { rows } = await client.query<Identity>(
    `SELECT origin, demonstration, authority_siret AS "authoritySiret", encode(instance_key, 'base64') AS "instanceKey",
       to_char(created_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "createdAt" FROM log.register`,
  );
  return rows[0] ?? null;
}

type Cut = Pick<Manifest, 'size' | 'engine' | 'integration' | 'migrations' | 'tables' | 'files'>;

/** The cut, and the tables of the same moment: a job that the log below the cut has not led to is not in them. */
function readCut(client: Client, directory: BackupDirectory, kept: readonly BackedUpTable[]): Promise<Cut> {
  return inSnapshot(client, async () => {
    const { rows: heads } = await client.query<{ size: string; migrations: string[]; follows: boolean }>(
      `SELECT size, ARRAY(SELECT name::text FROM fil_migration ORDER BY id) AS migrations,
         to_regclass('log.integration') IS NOT NULL AS follows FROM log.head`,
    );
    const { size, migrations, follows } = heads[0]!;
    const integration = follows ? await readIntegration(client) : null;
    const tables: Cut['tables'] = {};
    const files: Cut['files'] = {};
    for (const table of kept.filter(({ kept: where }) => where === 'directory')) {
      const head = await tableHead(client, table);
      if (!head) continue;
      let file = '';
      const written = await directory.keepAs(
        ({ sha256 }) => (file = tableFile(table.name, sha256)),
        tableLines(client, table, head),
      );
      files[file] = written;
      tables[table.name] = { file, rows: head.rows, engine: head.engine };
    }
    return {
      size: Number(size),
      engine: integration ? 'eventstoredb' : 'postgres',
      integration,
      migrations,
      tables,
      files,
    };
  });
}

/** Null when EventStoreDB has never fed this log. */
async function readIntegration(client: Client): Promise<Manifest['integration']> {
  const { rows } = await client.query<{ commit: string; prepare: string }>(
    `SELECT commit_position AS commit, prepare_position AS prepare FROM log.integration WHERE commit_position >= 0`,
  );
  return rows[0] ?? null;
}

async function* keyTables(client: Client, kept: readonly BackedUpTable[]): AsyncGenerator<string> {
  for (const table of kept.filter(({ kept: where }) => where === 'keys')) {
    const head = await tableHead(client, table);
    if (head) yield* tableLines(client, table, head);
  }
}

/** The directory must hold the beginning of this very log. Ids are random: two logs that part never meet again. */
async function checkHistory(client: Client, before: Manifest | null, origin: string, size: number): Promise<void> {
  if (!before) return;
  if (before.register.origin !== origin) {
    throw new BackupRefused('otherRegister', {
      fr: `Ce dossier contient la sauvegarde d’un autre registre (« ${before.register.origin} ») : indiquez-en un autre.`,
      en: `This directory holds the backup of another register ("${before.register.origin}"): name another one.`,
    });
  }
  if (before.size === 0) return;
  const bundle = bundlesOf(before.size) - 1;
  const [digest] = await bundleDigests(client, bundle * BUNDLE, before.size);
  const listed = before.files[entriesFile(bundle, widthOf(bundle, before.size))];
  if (before.size <= size && digest?.entries === listed?.sha256) return;
  throw new BackupRefused('otherHistory', {
    fr: `Ce dossier contient ${before.size} inscriptions de « ${origin} » qui ne sont pas le début de ce registre (${size}) : il a été restauré d’une sauvegarde plus ancienne, ou modifié. Gardez ce dossier tel quel et sauvegardez ailleurs.`,
    en: `This directory holds ${before.size} entries of "${origin}" that are not the beginning of this register (${size}): it was restored from an older backup, or changed. Keep this directory as it is and back up elsewhere.`,
  });
}

class BundleWriter {
  private readonly files: Record<string, ListedFile> = {};
  private readonly besideBefore: readonly string[];
  rewritten = 0;

  constructor(
    private readonly client: Client,
    private readonly directory: BackupDirectory,
    private readonly size: number,
  ) {
    this.besideBefore = directory.before ? besideNames(directory.before) : [];
  }

  async write({ progress, signal }: BackupToTake): Promise<Readonly<Record<string, ListedFile>>> {
    const bundles = bundlesOf(this.size);
    progress?.(0, this.size);
    for (let first = 0; first < bundles; first += STRETCH) {
      signal?.throwIfAborted();
      const end = Math.min(this.size, (first + STRETCH) * BUNDLE);
      const digests = await bundleDigests(this.client, first * BUNDLE, end);
      for (let n = 0; n < Math.min(STRETCH, bundles - first); n++) this.check(digests[n], first + n);
      for (const digest of digests) await this.keep(digest);
      progress?.(end, this.size);
    }
    return this.files;
  }

  private check(digest: BundleDigests | undefined, bundle: number): void {
    const width = widthOf(bundle, this.size);
    const listed = this.directory.before?.files[entriesFile(bundle, width)];
    const changed = listed !== undefined && digest !== undefined && listed.sha256 !== digest.entries;
    if (digest?.bundle === bundle && digest.width === width && digest.sound && !changed) return;
    const last = bundle * BUNDLE + width - 1;
    throw new BackupRefused('damagedLog', {
      fr: `Le registre lui-même est abîmé entre les inscriptions ${bundle * BUNDLE} et ${last} : une inscription manque, ou n’est plus celle qui a été enregistrée. La sauvegarde précédente reste telle quelle.`,
      en: `The register itself is damaged between entries ${bundle * BUNDLE} and ${last}: one is missing, or is no longer what was recorded. The backup made before stays as it is.`,
    });
  }

  private async keep({ bundle, entries, beside }: BundleDigests): Promise<void> {
    const from = bundle * BUNDLE;
    const to = from + widthOf(bundle, this.size);
    const name = entriesFile(bundle, to - from);
    const kept = (await this.isThere(name, entries)) ?? (await this.fetch(name, entries, from, to));
    this.files[name] = kept;
    await this.keepBeside(bundle, beside, from, to);
  }

  private async fetch(name: string, sha256: string, from: number, to: number): Promise<ListedFile> {
    const written = await this.directory.keep(name, await entriesBytes(this.client, from, to));
    if (written.sha256 === sha256) return written;
    throw new Error(`${name}: the database read other bytes than it had hashed (${written.sha256} for ${sha256})`);
  }

  private async keepBeside(bundle: number, sha256: string, from: number, to: number): Promise<void> {
    const name = besideFile(bundle, sha256);
    const there = await this.isThere(name, sha256);
    if (there) {
      this.files[name] = there;
      return;
    }
    const { before } = this.directory;
    if (before && before.size >= to && this.besideBefore[bundle] !== name) this.rewritten++;
    let written = name;
    // By now it may have changed again.
    const file = await this.directory.keepAs(
      (found) => (written = besideFile(bundle, found.sha256)),
      [await besideBytes(this.client, from, to)],
    );
    this.files[written] = file;
  }

  /** A listed file of the right length is taken at its word (`--verify` reads it); one that an interrupted run left is read. */
  private async isThere(name: string, sha256: string): Promise<ListedFile | null> {
    const path = join(this.directory.path, name);
    const listed = this.directory.before?.files[name];
    if (listed?.sha256 === sha256 && (await lengthOf(path)) === listed.bytes) return listed;
    const found = await digestOfFile(path);
    if (found?.sha256 !== sha256) return null;
    this.directory.willFlush(name);
    return found;
  }
}

const lengthOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ size }) => size,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return null;
    },
  );

const ANOTHER = {
  fr: 'Une sauvegarde de ce registre est déjà en cours.',
  en: 'A backup of this register is under way already.',
};
