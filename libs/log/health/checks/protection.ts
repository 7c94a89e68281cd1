import type { Pool } from 'pg';
import type { Label } from '@fil/facts/codes/label';
import { APPLICATION_ROLE } from '../../postgres/application-role';
import type { Check } from '../check';
import { fault, type Finding, ok, plain } from '../finding';

/** Bits of `pg_trigger.tgtype`. */
const DELETE = 8;
const UPDATE = 16;
const TRUNCATE = 32;

/** What must be refused by a trigger, whoever asks. */
const TRIGGERS: readonly { readonly table: string; readonly refuses: number }[] = [
  { table: 'log.event', refuses: DELETE | UPDATE | TRUNCATE },
  { table: 'log.head', refuses: DELETE | TRUNCATE },
  { table: 'log.register', refuses: DELETE | UPDATE | TRUNCATE },
  { table: 'log.passed_over', refuses: DELETE | UPDATE | TRUNCATE },
  { table: 'log.tile', refuses: DELETE | UPDATE | TRUNCATE },
  { table: 'log.integrated', refuses: DELETE | TRUNCATE },
  { table: 'log.checkpoint', refuses: DELETE | UPDATE | TRUNCATE },
  { table: 'log.publication', refuses: DELETE | UPDATE | TRUNCATE },
  { table: 'log.cosignature', refuses: DELETE | UPDATE | TRUNCATE },
  { table: 'log.timestamp_token', refuses: DELETE | UPDATE | TRUNCATE },
  { table: 'log.signing_key', refuses: DELETE | TRUNCATE },
  { table: 'log.alarm', refuses: DELETE | TRUNCATE },
  { table: 'log.promise_key', refuses: DELETE | UPDATE | TRUNCATE },
];

/** What the application writes by calling functions only. */
const UNWRITABLE = [
  'log.event',
  'log.head',
  'log.register',
  'log.integration',
  'log.passed_over',
  'log.tile',
  'log.integrated',
  'log.checkpoint',
  'log.publication',
  'log.cosignature',
  'log.timestamp_token',
  'log.signing_key',
  'log.promise_key',
  'log.alarm',
  'vault.openings',
  'vault.attempt',
  'keys.subject_key',
  'keys.reserved_key',
];

/** Whether what keeps the log as it is stands. */
export const protectionCheck = (pool: Pool): Check => ({
  name: 'protection',
  title: { fr: 'Protection du journal', en: 'Protection of the log' },
  look: async () => {
    const findings = [...ofTriggers(await unguarded(pool)), ...ofRights(await writable(pool))];
    if (findings.length > 0) return findings;
    return [
      ok('protection.stands', {
        fr: 'Personne ne peut modifier ce qui est inscrit',
        en: 'Nobody can change what has been entered',
      }),
    ];
  },
});

/** Tables of which a trigger is missing, switched off, or another one. */
async function unguarded(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ table: string; refuses: number }>(
    `SELECT k.name AS table, coalesce(bit_or(t.tgtype), 0)::int AS refuses FROM unnest($1::text[]) AS k(name)
     LEFT JOIN pg_trigger t ON t.tgrelid = to_regclass(k.name) AND t.tgenabled IN ('O', 'A')
       AND t.tgfoid = to_regprocedure('log.refuse_change()')
     GROUP BY k.name`,
    [TRIGGERS.map(({ table }) => table)],
  );
  const refused = new Map(rows.map(({ table, refuses }) => [table, refuses]));
  return TRIGGERS.filter(({ table, refuses }) => ((refused.get(table) ?? 0) & refuses) !== refuses).map(
    ({ table }) => table,
  );
}

/** Tables that the application may write directly. */
async function writable(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ table: string }>(
    `SELECT k.name AS table FROM pg_roles r, unnest($2::text[]) WITH ORDINALITY AS k(name, n)
     WHERE r.rolname = $1 AND (has_table_privilege(r.oid, to_regclass(k.name), 'DELETE, TRUNCATE')
       OR has_any_column_privilege(r.oid, to_regclass(k.name), 'INSERT, UPDATE')) ORDER BY k.n`,
    [APPLICATION_ROLE, UNWRITABLE],
  );
  return rows.map(({ table }) => table);
}

const EXAMINE: Label = {
  fr: 'Quelqu’un l’a changé en tant qu’administrateur : cherchez qui et pourquoi, lancez « fil doctor --deep », puis restaurez une sauvegarde dans une base neuve, qui aura de nouveau ses protections.',
  en: 'Somebody changed this as an administrator: find out who and why, run "fil doctor --deep", then restore a backup into a new database, which will have its protections again.',
};

const ofTriggers = (tables: readonly string[]): Finding[] =>
  tables.length === 0
    ? []
    : [
        fault('protection.triggers', {
          title: {
            fr: 'Des déclencheurs qui refusent toute modification manquent ou sont coupés',
            en: 'Triggers that refuse every change are missing or switched off',
          },
          detail: plain(tables.join(', ')),
          whatToDo: EXAMINE,
        }),
      ];

const ofRights = (tables: readonly string[]): Finding[] =>
  tables.length === 0
    ? []
    : [
        fault('protection.rights', {
          title: {
            fr: `Le rôle ${APPLICATION_ROLE} a le droit d’écrire là où il ne doit pas`,
            en: `The role ${APPLICATION_ROLE} may write where it must not`,
          },
          detail: plain(tables.join(', ')),
          whatToDo: {
            fr: `Retirez-lui ces droits : REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ${tables.join(', ')} FROM ${APPLICATION_ROLE}; puis lancez « fil doctor --deep ».`,
            en: `Take these rights away: REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ${tables.join(', ')} FROM ${APPLICATION_ROLE}; then run "fil doctor --deep".`,
          },
        }),
      ];
