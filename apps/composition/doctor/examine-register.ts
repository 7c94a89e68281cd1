import type { Pool } from 'pg';
import { engineOfLog } from '@fil/log/event-store/eventstoredb/engine-of-log';
import { EventStoreDbVaultStore } from '@fil/log/event-store/eventstoredb/eventstoredb-vault-store';
import { PostgresVaultStore } from '@fil/log/event-store/postgres/postgres-vault-store';
import { type Check, lookAt, type Looked, notExamined } from '@fil/log/health/check';
import { clockCheck } from '@fil/log/health/checks/clock';
import { eventStoreDbCheck, integrationCheck } from '@fil/log/health/checks/eventstoredb';
import { jobsCheck } from '@fil/log/health/checks/jobs';
import { logCheck } from '@fil/log/health/checks/log';
import { processesCheck } from '@fil/log/health/checks/processes';
import { projectionsCheck } from '@fil/log/health/checks/projections';
import { protectionCheck } from '@fil/log/health/checks/protection';
import { redisCheck } from '@fil/log/health/checks/redis';
import { type Engines, ofRegister } from '@fil/log/health/checks/register';
import { canBeRead, lookAtSchema, ofSchema } from '@fil/log/health/checks/schema';
import { signingCheck } from '@fil/log/health/checks/signing';
import { serverCheck } from '@fil/log/health/checks/server';
import { fault, type Finding, plain, warning } from '@fil/log/health/finding';
import { lookAtRegister } from '@fil/log/health/register-look';
import { whyNot } from '@fil/log/health/why-not';
import { lookForServer } from '@fil/log/postgres/embedded/look-for-server';
import { openLookingPool } from '@fil/log/postgres/looking-pool';
import { readRegister, type Register } from '@fil/log/register/register';
import { erasuresCheck } from '@fil/processes/erasure/check-erasures';
import { erasableBy, readErasureOrders } from '@fil/processes/erasure/erasure-orders';
import { PROCESSES } from '@fil/processes/processes.module';
import { leadershipOf } from '@fil/processes/running-processes';
import { VIEW_PROJECTIONS } from '@fil/views/projections';
import { embeddedFolder } from '../database';
import { MIGRATIONS } from '../migrations';
import { settingsFrom, type Settings } from '../settings';
import { keyFileOf, lockStoreOf, policyOf } from '../signing/log-places';
import { machineCheck } from './machine';
import { settingsCheck } from './settings-in-force';

export interface ExaminationOptions {
  /** Every entry, and every event of EventStoreDB, rather than some. */
  readonly deep: boolean;
  readonly onProgress?: (done: number, of: number) => void;
  /** Milliseconds. */
  readonly clock?: () => number;
}

/**
 * Looks at an installation from outside, a part at a time, and changes nothing: nothing is started, migrated or written,
 * and every question is asked on connections that may only read. What cannot be looked at is said.
 */
export async function* examineRegister(
  environment: NodeJS.ProcessEnv,
  options: ExaminationOptions,
): AsyncGenerator<Looked> {
  const settings = settingsFrom(environment);
  const { databaseUrl, dataDir, redisUrl, eventStoreUrl } = settings;
  yield await lookAt(settingsCheck(environment));
  yield await lookAt(machineCheck(databaseUrl === undefined ? dataDir : null));
  if (redisUrl !== undefined) yield await lookAt(redisCheck(redisUrl));
  if (eventStoreUrl !== undefined) yield await lookAt(eventStoreDbCheck(eventStoreUrl));
  const url = await urlOf(settings);
  if (typeof url !== 'string') {
    yield { check: POSTGRESQL, findings: [url, UNSEEN] };
    return;
  }
  const pool = openLookingPool(url);
  try {
    const unreachable = await reach(pool);
    if (unreachable) {
      yield { check: POSTGRESQL, findings: [unreachable, UNSEEN] };
      return;
    }
    const production = environment['NODE_ENV'] === 'production';
    yield await lookAt(serverCheck(pool, { production, embedded: databaseUrl === undefined }));
    yield await lookAt(clockCheck(pool, options.clock));
    try {
      yield* examineDatabase(pool, url, settings, options);
    } catch (error) {
      yield { check: SCHEMA, findings: [notExamined(SCHEMA.name, whyNot(error)), UNSEEN] };
    }
  } finally {
    await pool.end();
  }
}

async function* examineDatabase(
  pool: Pool,
  url: string,
  settings: Settings,
  options: ExaminationOptions,
): AsyncGenerator<Looked> {
  const { eventStoreUrl } = settings;
  const schema = await lookAtSchema(pool, MIGRATIONS);
  const findings = ofSchema(schema);
  const readable = canBeRead(schema);
  yield { check: SCHEMA, findings: readable || schema.empty ? findings : [...findings, UNSEEN] };
  if (!readable) return;
  const register = await readRegister(pool);
  if (!register) {
    yield { check: REGISTER, findings: [NOT_BEGUN] };
    return;
  }
  const engines: Engines = {
    set: eventStoreUrl === undefined ? 'postgres' : 'eventstoredb',
    written: await engineOfLog(pool),
  };
  yield { check: REGISTER, findings: ofRegister(register, engines) };
  for (const check of checksOf(pool, register, engines, settings, options)) yield await lookAt(check);
  if (eventStoreUrl !== undefined && engines.written !== 'postgres')
    yield await lookAt(integrationCheck({ pool, databaseUrl: url, eventStoreUrl, deep: options.deep }));
}

function checksOf(
  pool: Pool,
  { origin, demonstration }: Register,
  { written }: Engines,
  settings: Settings,
  { deep, onProgress }: ExaminationOptions,
): Check[] {
  const vaultStore = new PostgresVaultStore(pool);
  const names = PROCESSES.map(({ name }) => name);
  const look = () => lookAtRegister(pool, { size: () => sizeOf(pool) }, VIEW_PROJECTIONS, names);
  const erasable = async () => erasableBy((await readErasureOrders(pool)).orders);
  return [
    protectionCheck(pool),
    logCheck({ pool, vaultStore, origin, erasable, deep, onProgress }),
    signingCheck({
      pool,
      keys: keyFileOf(settings, origin),
      lockStore: lockStoreOf(settings, origin),
      lockStoreUnchosen: settings.signing.lockStore === undefined && !demonstration,
      witnesses: policyOf(settings)?.witnesses.map(({ name }) => name) ?? [],
      deep,
      onProgress,
    }),
    projectionsCheck({ pool, projections: VIEW_PROJECTIONS, look }),
    processesCheck({ pool, leadershipOf, look }),
    jobsCheck(pool),
    // Keys that are on their way count too.
    erasuresCheck(pool, written === 'eventstoredb' ? new EventStoreDbVaultStore(pool) : vaultStore),
  ];
}

async function sizeOf(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ size: number }>('SELECT size::float8 AS size FROM log.head');
  return rows[0]!.size;
}

/** Where the database answers, or why there is none that could. */
async function urlOf(settings: Settings): Promise<string | Finding> {
  if (settings.databaseUrl !== undefined) return settings.databaseUrl;
  try {
    const server = await lookForServer(embeddedFolder(settings));
    if (server.state === 'running') return server.url;
    if (server.state === 'closed') return closed(server.log);
    return server.state === 'stopped' ? STOPPED : NONE;
  } catch (error) {
    return fault('postgresql.unreadable', {
      title: {
        fr: 'Le dossier du PostgreSQL embarqué ne peut pas être lu',
        en: 'The folder of the embedded PostgreSQL cannot be read',
      },
      detail: plain(whyNot(error)),
      whatToDo: {
        fr: 'Lancez « fil doctor » sous le compte qui lance Fil rouge, et vérifiez FIL_DATA.',
        en: 'Run "fil doctor" as the account that runs Fil rouge, and check FIL_DATA.',
      },
    });
  }
}

async function reach(pool: Pool): Promise<Finding | null> {
  try {
    await pool.query('SELECT 1');
    return null;
  } catch (error) {
    return fault('postgresql.unreachable', {
      title: { fr: 'PostgreSQL ne répond pas', en: 'PostgreSQL does not answer' },
      detail: plain(whyNot(error)),
      whatToDo: {
        fr: 'Démarrez PostgreSQL, ou corrigez DATABASE_URL (machine, port, utilisateur, mot de passe, base).',
        en: 'Start PostgreSQL, or mend DATABASE_URL (machine, port, user, password, database).',
      },
    });
  }
}

const POSTGRESQL = { name: 'postgresql', title: plain('PostgreSQL') };
const SCHEMA = { name: 'schema', title: { fr: 'Tables', en: 'Tables' } };
const REGISTER = { name: 'register', title: { fr: 'Registre', en: 'Register' } };

const UNSEEN = warning('notExamined', {
  title: {
    fr: 'Le journal, les vues, les processus, les tâches et les effacements n’ont pas pu être examinés',
    en: 'The log, the read models, the processes, the jobs and the erasures could not be examined',
  },
  whatToDo: {
    fr: 'Corrigez d’abord ce qui précède, puis relancez « fil doctor ».',
    en: 'First mend what stands above, then run "fil doctor" again.',
  },
});

const NOT_BEGUN = warning('register.none', {
  title: { fr: 'Il n’y a pas encore de registre dans cette base', en: 'There is no register in this database yet' },
  whatToDo: {
    fr: 'Pour un vrai registre : « fil init --authority <SIRET> --origin <nom> » ; pour la démonstration : « npm start ».',
    en: 'For a real register: "fil init --authority <SIRET> --origin <name>"; for the demonstration: "npm start".',
  },
});

const NONE = warning('postgresql.none', {
  title: { fr: 'Il n’y a pas encore de base ici', en: 'There is no database here yet' },
  whatToDo: {
    fr: 'Indiquez DATABASE_URL, ou FIL_DATA si le registre est ailleurs ; pour en commencer un : « npm start » ou « fil init ».',
    en: 'Set DATABASE_URL, or FIL_DATA if the register is elsewhere; to begin one: "npm start" or "fil init".',
  },
});

const STOPPED = warning('postgresql.stopped', {
  title: { fr: 'Le PostgreSQL embarqué est arrêté', en: 'The embedded PostgreSQL is stopped' },
  detail: {
    fr: 'Il tourne quand Fil rouge tourne ; « fil doctor » ne le démarre pas.',
    en: 'It runs while Fil rouge runs; "fil doctor" does not start it.',
  },
  whatToDo: {
    fr: 'Démarrez Fil rouge (« npm start »), puis relancez « fil doctor » à côté.',
    en: 'Start Fil rouge ("npm start"), then run "fil doctor" again beside it.',
  },
});

const closed = (log: string): Finding =>
  fault('postgresql.closed', {
    title: {
      fr: 'Le PostgreSQL embarqué tourne, et ne répond pas',
      en: 'The embedded PostgreSQL runs, and does not answer',
    },
    whatToDo: {
      fr: `S’il vient d’être démarré, attendez une minute ; sinon, la fin de ${log} dit pourquoi.`,
      en: `If it was just started, wait a minute; else the end of ${log} says why.`,
    },
  });
