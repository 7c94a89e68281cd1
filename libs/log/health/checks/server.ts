import type { Pool } from 'pg';
import { APPLICATION_ROLE, hasApplicationRole } from '../../postgres/application-role';
import type { Check } from '../check';
import { fault, figure, type Finding, ok, warning } from '../finding';

/** Of `server_version_num`. */
const OLDEST = 150_000;
/** Part of the connections beyond which one more program may find none. */
const CROWDED = 0.8;

export interface ServerFacts {
  readonly version: string;
  /** As `server_version_num`. */
  readonly number: number;
  readonly connections: number;
  /** How many there may be, without those kept for the administrator. */
  readonly most: number;
  readonly superuser: boolean;
  readonly roleExists: boolean;
  readonly mayActAsRole: boolean;
}

export interface ServerExpectation {
  /** Whether people rely on it: then nobody should be connected as the administrator of the server. */
  readonly production: boolean;
  /** The server is our own and has no other user. */
  readonly embedded: boolean;
}

export const serverCheck = (pool: Pool, expected: ServerExpectation): Check => ({
  name: 'postgresql',
  title: { fr: 'PostgreSQL', en: 'PostgreSQL' },
  look: async () => ofServer(await askServer(pool), expected),
});

async function askServer(pool: Pool): Promise<ServerFacts> {
  const { rows } = await pool.query<Omit<ServerFacts, 'mayActAsRole'>>(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
       (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
       current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS most,
       (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
       EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS "roleExists"`,
    [APPLICATION_ROLE],
  );
  return { ...rows[0]!, mayActAsRole: await hasApplicationRole(pool) };
}

export const ofServer = (facts: ServerFacts, expected: ServerExpectation): Finding[] => [
  ofVersion(facts),
  ofConnections(facts),
  ofRole(facts),
  ...(expected.production && !expected.embedded && facts.superuser ? [SUPERUSER] : []),
];

const ofVersion = ({ version, number }: ServerFacts): Finding =>
  number >= OLDEST
    ? ok('postgresql.version', { fr: `Répond, version ${version}`, en: `Answers, version ${version}` })
    : fault('postgresql.version', {
        title: {
          fr: `La version ${version} est trop ancienne`,
          en: `Version ${version} is too old`,
        },
        whatToDo: {
          fr: 'Il faut PostgreSQL 15 ou plus récent : sauvegardez (« fil backup »), puis restaurez dans un serveur récent (« fil restore »).',
          en: 'PostgreSQL 15 or later is needed: back up ("fil backup"), then restore into a recent server ("fil restore").',
        },
      });

function ofConnections({ connections, most }: ServerFacts): Finding {
  const [used, all] = [figure(connections), figure(most)];
  const title = { fr: `Connexions : ${used.fr} sur ${all.fr}`, en: `Connections: ${used.en} of ${all.en}` };
  if (connections < most * CROWDED) return ok('postgresql.connections', title);
  return warning('postgresql.connections', {
    title,
    detail: {
      fr: 'Un programme de plus pourrait ne pas en trouver.',
      en: 'One more program may find none.',
    },
    whatToDo: {
      fr: 'Augmentez max_connections de PostgreSQL, ou arrêtez ce qui en tient sans raison (vue pg_stat_activity).',
      en: 'Raise max_connections of PostgreSQL, or stop what holds some for no reason (view pg_stat_activity).',
    },
  });
}

function ofRole({ roleExists, mayActAsRole }: ServerFacts): Finding {
  if (mayActAsRole)
    return ok('postgresql.role', {
      fr: `Les programmes agissent sous le rôle ${APPLICATION_ROLE}`,
      en: `Programs act as the role ${APPLICATION_ROLE}`,
    });
  return warning('postgresql.role', {
    title: roleExists
      ? {
          fr: `L’utilisateur de DATABASE_URL ne peut pas prendre le rôle ${APPLICATION_ROLE}`,
          en: `The user of DATABASE_URL may not act as the role ${APPLICATION_ROLE}`,
        }
      : { fr: `Le rôle ${APPLICATION_ROLE} n’existe pas`, en: `There is no role ${APPLICATION_ROLE}` },
    detail: {
      fr: 'Les programmes ont alors tous les droits de cet utilisateur ; seuls les déclencheurs protègent le journal.',
      en: 'Programs then have every right of that user; only the triggers protect the log.',
    },
    whatToDo: {
      fr: roleExists
        ? `Demandez à l’administrateur : GRANT ${APPLICATION_ROLE} TO <utilisateur>;`
        : `Demandez à l’administrateur : CREATE ROLE ${APPLICATION_ROLE} NOLOGIN; GRANT ${APPLICATION_ROLE} TO <utilisateur>; puis les droits, comme les migrations les donnent (une sauvegarde restaurée dans une base neuve les a).`,
      en: roleExists
        ? `Ask the administrator: GRANT ${APPLICATION_ROLE} TO <user>;`
        : `Ask the administrator: CREATE ROLE ${APPLICATION_ROLE} NOLOGIN; GRANT ${APPLICATION_ROLE} TO <user>; then the rights, as the migrations grant them (a backup restored into a new database has them).`,
    },
  });
}

const SUPERUSER = warning('postgresql.superuser', {
  title: {
    fr: 'L’utilisateur de DATABASE_URL est administrateur du serveur (superuser)',
    en: 'The user of DATABASE_URL is an administrator of the server (superuser)',
  },
  detail: {
    fr: 'Qui vole ce mot de passe peut lever les protections du journal, et lire les autres bases.',
    en: 'Whoever steals this password can lift the protections of the log, and read the other databases.',
  },
  whatToDo: {
    fr: 'Donnez à Fil rouge un utilisateur à lui, propriétaire de sa seule base (docs/how-to/use-your-own-postgresql.md).',
    en: 'Give Fil rouge a user of its own, that owns its database and nothing else (docs/how-to/use-your-own-postgresql.md).',
  },
});
