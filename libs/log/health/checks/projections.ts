import type { Pool } from 'pg';
import type { Label } from '@fil/facts/codes/label';
import { withoutQuotations } from '../../jobs/failure-text';
import { whoLeads } from '../../leadership/who-leads';
import { allTables } from '../../projections/create-tables';
import type { Projection } from '../../projections/projection';
import { leaderNames } from '../../projections/projection-runner';
import { heldVersions, type HeldVersion } from '../../projections/versions';
import type { Check } from '../check';
import { fault, figure, type Finding, ok, plain, warning } from '../finding';
import type { ProjectionLook, RegisterLook } from '../register-look';
import { standingStill } from '../standing-still';

export interface ProjectionsSettings {
  readonly pool: Pool;
  /** Those of this release. */
  readonly projections: readonly Projection[];
  readonly look: () => Promise<RegisterLook>;
}

/** Whether the read models say what the log says, or soon will. */
export const projectionsCheck = ({ pool, projections, look }: ProjectionsSettings): Check => ({
  name: 'projections',
  title: { fr: 'Vues', en: 'Read models' },
  look: async () => {
    const { size, projections: looks } = await look();
    const leaders = await whoLeads(pool, leaderNames(projections));
    const leaderOf = (projection: Projection): string | null => leaders.get(leaderNames([projection])[0]!) ?? null;
    const going = looks.filter(({ haltedAt }, n) => haltedAt === null && leaderOf(projections[n]!) !== null);
    const still = await standingStill(async () => (await look()).projections, new Set(going.map(({ name }) => name)));
    const missing = await missingTables(pool, projections);
    const incidents = await readIncidents(pool, looks);
    const current = projections.flatMap((projection, n) =>
      ofProjection(looks[n]!, {
        size,
        leader: leaderOf(projection),
        still: still.has(projection.name),
        missing: missing.filter((table) => allTables(projection).includes(table)),
        incident: incidents.get(projection.name) ?? null,
      }),
    );
    return [...current, ...ofHeld(await heldVersions(pool), projections)];
  },
});

interface Incident {
  readonly event: string;
  readonly message: string;
}

interface Circumstances {
  readonly size: number;
  /** From where a program keeps it in step at this moment. */
  readonly leader: string | null;
  /** It does not move, though it is behind. */
  readonly still: boolean;
  readonly missing: readonly string[];
  readonly incident: Incident | null;
}

/** Also those made when the projection was made: their own absence is told by `size`. */
async function missingTables(pool: Pool, projections: readonly Projection[]): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    'SELECT name FROM unnest($1::text[]) AS k(name) WHERE to_regclass(name) IS NULL',
    [projections.flatMap(allTables)],
  );
  return rows.map(({ name }) => name);
}

/** Why those that have halted did, by name. */
async function readIncidents(pool: Pool, looks: readonly ProjectionLook[]): Promise<ReadonlyMap<string, Incident>> {
  const halted = looks.filter(({ haltedAt }) => haltedAt !== null);
  const { rows } = await pool.query<Incident & { projection: string }>(
    `SELECT projection, event_id AS event, message FROM views.incident
     JOIN unnest($1::text[], $2::int[], $3::bigint[]) AS h(projection, version, index) USING (projection, version, index)`,
    [halted.map(({ name }) => name), halted.map(({ version }) => version), halted.map(({ haltedAt }) => haltedAt)],
  );
  return new Map(rows.map(({ projection, event, message }) => [projection, { event, message }]));
}

function ofProjection(look: ProjectionLook, { size, leader, still, missing, incident }: Circumstances): Finding[] {
  const { name, version, size: reached, lag, haltedAt } = look;
  const title = plain(`${name} (v${version})`);
  const because = (fr: string, en: string): Label => ({ fr: `${title.fr} : ${fr}`, en: `${title.en}: ${en}` });
  if (reached === null) {
    return [
      warning('projection.none', {
        title: because('n’a jamais été préparée', 'has never been made'),
        whatToDo: START,
      }),
    ];
  }
  const findings: Finding[] = [];
  if (missing.length > 0)
    findings.push(
      fault('projection.tables', {
        title: because('des tables manquent', 'tables are missing'),
        detail: plain(missing.join(', ')),
        whatToDo: rebuild(name),
      }),
    );
  if (haltedAt !== null)
    findings.push(
      fault('projection.halted', {
        title: because(`arrêtée devant l’événement ${haltedAt}`, `halted before event ${haltedAt}`),
        // Messages of the database quote the values it was given, which may be somebody's words.
        ...(incident ? { detail: plain(`${incident.event}: ${withoutQuotations(incident.message)}`) } : {}),
        whatToDo: {
          fr: `Le reste du registre fonctionne ; cette vue n’avance plus. Installez une version de Fil rouge qui sait lire cet événement, puis redémarrez ; si elle s’arrête encore, « fil rebuild ${name} ».`,
          en: `The rest of the register works; this read model no longer moves. Install a release of Fil rouge that can take this event, then start again; if it halts once more, "fil rebuild ${name}".`,
        },
      }),
    );
  if (reached > size)
    findings.push(
      fault('projection.ahead', {
        title: because(
          'elle a lu plus d’inscriptions que le journal n’en a',
          'it has read more entries than the log has',
        ),
        detail: ofSizes(reached, size),
        whatToDo: {
          fr: `Le journal a perdu des inscriptions : voyez ce qui en est dit plus haut. Une fois le journal rétabli : « fil rebuild ${name} ».`,
          en: `The log has lost entries: see what is said of it above. Once the log is mended: "fil rebuild ${name}".`,
        },
      }),
    );
  if (findings.length > 0) return findings;
  if (lag > 0 && leader === null)
    return [
      warning('projection.behind', {
        title: because('en retard, et personne ne la tient à jour', 'behind, and nobody keeps it in step'),
        detail: ofSizes(reached, size),
        whatToDo: START,
      }),
    ];
  if (still)
    return [
      warning('projection.still', {
        title: because(
          `en retard, et elle n’avance pas (programme connecté depuis ${leader})`,
          `behind, and it does not move (program connected from ${leader})`,
        ),
        detail: ofSizes(reached, size),
        whatToDo: {
          fr: 'Voyez dans le journal de ce programme ce qui l’arrête ; s’il n’en dit rien, redémarrez-le.',
          en: 'See in the log of that program what stops it; if it says nothing, start it again.',
        },
      }),
    ];
  return [
    ok(
      'projection.current',
      lag === 0 ? because('à jour', 'up to date') : because('rattrape son retard', 'is catching up'),
      leader === null
        ? { fr: 'Aucun programme ne la suit en ce moment.', en: 'No program keeps it in step at this moment.' }
        : {
            fr: `${ofSizes(reached, size).fr} ; programme connecté depuis ${leader}`,
            en: `${ofSizes(reached, size).en}; program connected from ${leader}`,
          },
    ),
  ];
}

const ofSizes = (reached: number, size: number): Label => {
  const [of, all] = [figure(reached), figure(size)];
  return { fr: `${of.fr} inscriptions lues sur ${all.fr}`, en: `${of.en} entries read of ${all.en}` };
};

const START: Label = {
  fr: 'Démarrez le programme « projector », ou « npm start » si un seul programme fait tout.',
  en: 'Start the program "projector", or "npm start" where one program does everything.',
};

const rebuild = (name: string): Label => ({
  fr: `Reconstruisez-la depuis le journal : « fil rebuild ${name} ».`,
  en: `Make it again from the log: "fil rebuild ${name}".`,
});

const MEGABYTE = 1_000_000;

/** Versions of other releases, and copies whose making was interrupted. */
const ofHeld = (held: readonly HeldVersion[], projections: readonly Projection[]): Finding[] =>
  held.flatMap(({ name, version, bytes, readers, copied }) => {
    const current = projections.find((one) => one.name === name);
    const title = `${name} (v${version})`;
    if (copied !== null)
      return [
        ok('projection.copy', {
          fr: `${title} : une reconstruction est en cours, ou s’est arrêtée ; « fil rebuild ${name} » la reprend`,
          en: `${title}: it is being made anew, or that was interrupted; "fil rebuild ${name}" goes on with it`,
        }),
      ];
    if (current?.version === version) return [];
    const [size, all] = [figure(Math.ceil(bytes / MEGABYTE)), figure(readers)];
    const older = current !== undefined && version < current.version && readers === 0;
    return [
      ok(
        'projection.otherVersion',
        {
          fr: `${title} : version d’une autre livraison, conservée`,
          en: `${title}: version of another release, kept`,
        },
        {
          fr: `${size.fr} Mo ; programmes qui la lisent : ${all.fr}${older ? ' ; « fil projections drop-old » la supprime' : ''}`,
          en: `${size.en} MB; programs that read it: ${all.en}${older ? '; "fil projections drop-old" drops it' : ''}`,
        },
      ),
    ];
  });
