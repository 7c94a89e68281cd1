import type { Pool } from 'pg';
import { RESTORING } from '../../backup/restoring';
import type { MigrationClass } from '../../postgres/migrate';
import { fault, type Finding, ok, plain, warning } from '../finding';

/** What the tables of a database are, against what this release needs. */
export interface SchemaLook {
  /** A restore was begun and did not end. */
  readonly restoring: boolean;
  /** Names of migrations that this release has and the database does not. */
  readonly missing: readonly string[];
  /** The reverse: a later release has been here. */
  readonly unknown: readonly string[];
  /** None was ever made: there is no register here. */
  readonly empty: boolean;
}

export async function lookAtSchema(pool: Pool, migrations: readonly MigrationClass[]): Promise<SchemaLook> {
  const { rows } = await pool.query<{ restoring: boolean; migrated: boolean }>(
    `SELECT to_regnamespace($1) IS NOT NULL AS restoring, to_regclass('fil_migration') IS NOT NULL AS migrated`,
    [RESTORING],
  );
  const { restoring, migrated } = rows[0]!;
  const made = migrated
    ? await pool.query<{ name: string }>('SELECT name FROM fil_migration ORDER BY timestamp')
    : null;
  const there = made?.rows.map(({ name }) => name) ?? [];
  const known = migrations.map((Migration) => new Migration().name ?? Migration.name);
  return {
    restoring,
    missing: known.filter((name) => !there.includes(name)),
    unknown: there.filter((name) => !known.includes(name)),
    empty: there.length === 0,
  };
}

export function ofSchema({ restoring, missing, unknown, empty }: SchemaLook): Finding[] {
  if (restoring) return [UNFINISHED];
  if (empty) return [EMPTY];
  const findings: Finding[] = [];
  if (missing.length > 0)
    findings.push(
      warning('schema.missing', {
        title: {
          fr: `Migrations qui restent à faire : ${missing.length}`,
          en: `Migrations still to be made: ${missing.length}`,
        },
        detail: plain(missing.join(', ')),
        whatToDo: {
          fr: 'Démarrez un programme de cette version : il les fait avant tout autre travail.',
          en: 'Start a program of this release: it makes them before any other work.',
        },
      }),
    );
  if (unknown.length > 0)
    findings.push(
      fault('schema.unknown', {
        title: {
          fr: 'Une version plus récente de Fil rouge a modifié cette base',
          en: 'A later release of Fil rouge has changed this database',
        },
        detail: plain(unknown.join(', ')),
        whatToDo: {
          fr: 'Installez cette version ou une plus récente ; celle-ci n’en connaît pas les tables.',
          en: 'Install that release or a later one; this one does not know its tables.',
        },
      }),
    );
  return findings.length > 0 ? findings : [CURRENT];
}

/** Whether the tables are those that the other questions are asked of. */
export const canBeRead = ({ restoring, missing }: SchemaLook): boolean => !restoring && missing.length === 0;

const CURRENT = ok('schema.current', {
  fr: 'Les tables sont celles de cette version',
  en: 'The tables are those of this release',
});

const EMPTY = warning('schema.empty', {
  title: {
    fr: 'La base est vide : il n’y a pas encore de registre',
    en: 'The database is empty: there is no register yet',
  },
  whatToDo: {
    fr: 'Pour un vrai registre : « fil init --authority <SIRET> --origin <nom> » ; pour la démonstration : « npm start ».',
    en: 'For a real register: "fil init --authority <SIRET> --origin <name>"; for the demonstration: "npm start".',
  },
});

const UNFINISHED = fault('schema.restoring', {
  title: { fr: 'Une restauration n’est pas terminée', en: 'A restore is not finished' },
  detail: {
    fr: 'Le registre ne s’ouvre pas tant qu’elle dure.',
    en: 'The register does not open as long as it lasts.',
  },
  whatToDo: {
    fr: 'Relancez la même commande « fil restore » : elle reprend où elle s’était arrêtée.',
    en: 'Run the same "fil restore" command again: it goes on from where it stopped.',
  },
});
