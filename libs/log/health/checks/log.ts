import type { Pool } from 'pg';
import type { Label } from '@fil/facts/codes/label';
import { isDatabaseTrouble } from '../../projections/faults';
import type { Entry } from '../../transparency/entry';
import type { StoredOpening, VaultStore } from '../../vault/vault-store.port';
import type { Check } from '../check';
import { entriesAt, type EntryRow, everyEntry, someIndices } from '../entries/entry-row';
import { type EntryFault, examineEntry } from '../entries/examine-entry';
import { type Erasable, examineOpenings, type OpeningFault } from '../entries/examine-openings';
import { Tally } from '../entries/tally';
import { fault, figure, type Finding, ok, plain, type Trouble } from '../finding';

export interface LogSettings {
  readonly pool: Pool;
  readonly vaultStore: VaultStore;
  /** Of this register. */
  readonly origin: string;
  /** Asked once the log is looked at. */
  readonly erasable: () => Promise<Erasable>;
  /** Every entry rather than some. */
  readonly deep: boolean;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Entries that are read again when not all are. */
const SAMPLE = 2_000;
const MOST_STREAMS = 5;

/** Whether every entry is there once, in its place, as it was written, and what it commits itself to can be opened. */
export const logCheck = (settings: LogSettings): Check => ({
  name: 'log',
  title: { fr: 'Journal des inscriptions', en: 'Log of entries' },
  look: async () => {
    const places = await askPlaces(settings.pool);
    const complete = places.found === places.size && places.last === places.size - 1;
    const examined = await examineEntries(settings, places.size);
    return [
      ...ofPlaces(places, complete ? null : await firstGap(settings.pool)),
      ...ofStreams(settings.deep ? await brokenStreams(settings.pool) : await brokenAround(settings, places.size)),
      ...ofExamined(examined, settings.deep),
    ];
  },
});

interface Places {
  readonly size: number;
  readonly found: number;
  readonly last: number;
}

/** One statement, so that what is appended meanwhile is in both or in neither. */
async function askPlaces(pool: Pool): Promise<Places> {
  const { rows } = await pool.query<Places>(
    `SELECT h.size::float8 AS size, e.found::float8 AS found, e.last::float8 AS last
     FROM log.head h, (SELECT count(*) AS found, coalesce(max(idx), -1) AS last FROM log.event) e`,
  );
  return rows[0]!;
}

/** Index of the first entry that is not there. */
async function firstGap(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ gap: number }>(
    `SELECT min(n)::float8 AS gap FROM (
       SELECT 0 AS n WHERE NOT EXISTS (SELECT FROM log.event WHERE idx = 0)
       UNION ALL (SELECT e.idx + 1 FROM log.event e
         WHERE NOT EXISTS (SELECT FROM log.event n WHERE n.idx = e.idx + 1) ORDER BY e.idx LIMIT 1)) g`,
  );
  return rows[0]!.gap;
}

/** @param gap index of the first entry that is not there; null when all are, and no other */
function ofPlaces({ size, found }: Places, gap: number | null): Finding[] {
  const [sizes, founds] = [figure(size), figure(found)];
  if (gap === null)
    return [
      ok('log.complete', { fr: `Inscriptions : ${sizes.fr}, sans lacune`, en: `Entries: ${sizes.en}, without a gap` }),
    ];
  // The head may say less than there is.
  const first = figure(Math.min(gap, size));
  return [
    fault('log.gap', {
      title: {
        fr: `Le journal devrait avoir ${sizes.fr} inscriptions ; il en a ${founds.fr}`,
        en: `The log should have ${sizes.en} entries; it has ${founds.en}`,
      },
      detail: {
        fr: `Première place où il y a un écart : l’inscription ${first.fr}.`,
        en: `First place where they differ: entry ${first.en}.`,
      },
      whatToDo: RESTORE,
    }),
  ];
}

/** Of a stream, revision `rev` is not the one after the revision before it, or stands before it in the log. */
const BROKEN = `rev <> coalesce(before_rev, 0) + 1 OR before_idx > idx`;
const WITH_BEFORE = `SELECT stream, rev, idx, lag(rev) OVER s AS before_rev, lag(idx) OVER s AS before_idx
  FROM log.event WINDOW s AS (PARTITION BY stream ORDER BY rev)`;

/** As long as it takes: the whole log in the order of its streams. */
async function brokenStreams(pool: Pool): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('SET statement_timeout = 0');
    const { rows } = await client.query<{ stream: string }>(
      `SELECT DISTINCT stream FROM (${WITH_BEFORE}) b WHERE ${BROKEN} LIMIT ${MOST_STREAMS}`,
    );
    return rows.map(({ stream }) => stream);
  } finally {
    client.release(true);
  }
}

/** Only of the streams of some entries. */
async function brokenAround({ pool }: LogSettings, size: number): Promise<string[]> {
  const { rows } = await pool.query<{ stream: string }>(
    `SELECT DISTINCT e.stream FROM log.event e LEFT JOIN LATERAL (
       SELECT idx, rev FROM log.event b WHERE b.stream = e.stream AND b.rev < e.rev ORDER BY b.rev DESC LIMIT 1
     ) b ON true WHERE e.idx = ANY ($1::bigint[]) AND (e.rev <> coalesce(b.rev, 0) + 1 OR b.idx > e.idx)
     LIMIT ${MOST_STREAMS}`,
    [someIndices(size, SAMPLE)],
  );
  return rows.map(({ stream }) => stream);
}

const ofStreams = (streams: readonly string[]): Finding[] =>
  streams.length === 0
    ? []
    : [
        fault('log.revision', {
          title: {
            fr: 'Des objets ont des révisions qui manquent ou qui ne se suivent pas',
            en: 'Objects have revisions that are missing or out of order',
          },
          detail: plain(streams.join(', ')),
          whatToDo: RESTORE,
        }),
      ];

interface Examined {
  readonly read: number;
  readonly entries: Tally<EntryFault>;
  readonly openings: Tally<OpeningFault>;
}

async function examineEntries(settings: LogSettings, size: number): Promise<Examined> {
  const { pool, vaultStore, origin, deep, onProgress } = settings;
  const [entries, openings] = [new Tally<EntryFault>(), new Tally<OpeningFault>()];
  const sample = deep ? null : someIndices(size, SAMPLE);
  let erasable = await settings.erasable();
  let read = 0;
  for await (const page of sample ? entriesAt(pool, sample) : everyEntry(pool, size)) {
    const kept = await openingsOf(vaultStore, page);
    const examined = page.map((row) => ({ row, ...examineEntry(row, origin) }));
    const inDoubt = (): boolean =>
      examined.some(({ row, entry }) => entry && faultsOf(row, entry, kept, erasable).length);
    // What is emptied now may have been ordered since.
    if (inDoubt()) erasable = await settings.erasable();
    for (const { row, entry, faults } of examined) {
      for (const kind of faults) entries.add(kind, String(row.idx));
      if (entry) for (const kind of faultsOf(row, entry, kept, erasable)) openings.add(kind, String(row.idx));
    }
    read += page.length;
    onProgress?.(read, sample?.length ?? size);
  }
  return { read, entries, openings };
}

/** By event; null: what was kept cannot be read. */
type Kept = ReadonlyMap<string, readonly StoredOpening[] | null>;

function faultsOf({ id }: EntryRow, { sealed }: Entry, kept: Kept, erasable: Erasable): OpeningFault[] {
  const openings = kept.get(id) ?? (kept.has(id) ? null : []);
  // By the id of the row: an entry that speaks of another event is told as such.
  return openings ? examineOpenings({ id, sealed }, openings, erasable) : ['other'];
}

async function openingsOf(vaultStore: VaultStore, page: readonly EntryRow[]): Promise<Kept> {
  const kept = new Map<string, readonly StoredOpening[] | null>();
  const ids = page.map(({ id }) => id);
  const all = await vaultStore.openings(ids).catch(unlessUnreadable);
  for (const opening of all ?? []) kept.set(opening.eventId, [...(kept.get(opening.eventId) ?? []), opening]);
  if (all === null) for (const id of ids) kept.set(id, await vaultStore.openings([id]).catch(unlessUnreadable));
  return kept;
}

/** What was kept of some event has no form any more. */
function unlessUnreadable(error: unknown): null {
  if (isDatabaseTrouble(error)) throw error;
  return null;
}

function ofExamined({ read, entries, openings }: Examined, deep: boolean): Finding[] {
  const findings = [
    ...entries.kinds.map((kind) => fault(`log.${kind}`, { ...ENTRIES[kind], detail: entries.of(kind) })),
    ...openings.kinds.map((kind) => fault(`openings.${kind}`, { ...OPENINGS[kind], detail: openings.of(kind) })),
  ];
  if (findings.length > 0) return findings;
  const count = figure(read);
  return [
    ok(
      'log.asWritten',
      { fr: `Relues et ouvertes : ${count.fr} inscriptions`, en: `Read again and opened: ${count.en} entries` },
      deep ? null : { fr: 'Prises au hasard ; toutes avec --deep.', en: 'Taken at random; all of them with --deep.' },
    ),
  ];
}

const RESTORE: Label = {
  fr: 'Arrêtez les programmes, gardez la base telle qu’elle est pour l’enquête, et restaurez la dernière sauvegarde dans une base neuve (« fil restore »).',
  en: 'Stop the programs, keep the database as it is for the inquiry, and restore the last backup into a new database ("fil restore").',
};

const KEYS: Label = {
  fr: 'Si le registre a été restauré sans le fichier des clés, restaurez-le de nouveau avec lui ; sinon, cherchez qui a effacé ces mots sans ordre.',
  en: 'If the register was restored without the file of the keys, restore it again with it; else find out who erased these words without an order.',
};

const ENTRIES: Record<EntryFault, Trouble> = {
  leaf: {
    title: {
      fr: 'L’empreinte rangée à côté de l’inscription n’est pas la sienne',
      en: 'The hash beside the entry is not its own',
    },
    whatToDo: RESTORE,
  },
  unreadable: {
    title: {
      fr: 'Les octets ne forment pas une inscription lisible',
      en: 'The bytes are no entry that can be read',
    },
    whatToDo: RESTORE,
  },
  other: {
    title: {
      fr: 'L’inscription ne parle pas de l’événement à la place duquel elle est rangée',
      en: 'The entry speaks of another event than the one in whose place it stands',
    },
    whatToDo: RESTORE,
  },
  foreign: {
    title: { fr: 'L’inscription est d’un autre registre', en: 'The entry is of another register' },
    whatToDo: RESTORE,
  },
};

const OPENINGS: Record<OpeningFault, Trouble> = {
  missing: {
    title: {
      fr: 'Des champs scellés n’ont plus rien derrière eux',
      en: 'Sealed fields have nothing behind them any more',
    },
    whatToDo: RESTORE,
  },
  other: {
    title: {
      fr: 'Des champs scellés s’ouvrent sur autre chose que ce qui a été inscrit',
      en: 'Sealed fields open on something else than what was entered',
    },
    whatToDo: RESTORE,
  },
  emptied: {
    title: {
      fr: 'Des mots ont été effacés sans ordre d’effacement',
      en: 'Words were erased without an order of erasure',
    },
    whatToDo: KEYS,
  },
  keyless: {
    title: {
      fr: 'La clé d’une personne a disparu sans ordre d’effacement',
      en: 'The key of a person is gone without an order of erasure',
    },
    whatToDo: KEYS,
  },
};
