import type { Pool } from 'pg';
import type { Check } from '@fil/log/health/check';
import { fault, figure, type Finding, ok, plain, warning } from '@fil/log/health/finding';
import { purgedUpTo } from '@fil/log/purge/purged-up-to';
import type { VaultStore } from '@fil/log/vault/vault-store.port';
import { type ErasureOrder, readErasureOrders } from './erasure-orders';

/** Milliseconds. Carrying an order out takes seconds; one that fails is tried again for a day. */
const LATE = 3_600_000;
const TOLD = 5;

/** Whether what was ordered to be erased is gone. */
export const erasuresCheck = (pool: Pool, vaultStore: VaultStore): Check => ({
  name: 'erasures',
  title: { fr: 'Effacements', en: 'Erasures' },
  look: async () => {
    const { orders, unreadable, carriedOutBy } = await readErasureOrders(pool);
    const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    const late = orders.filter(({ at, carriedOut }) => !carriedOut && rows[0]!.now.getTime() - at.getTime() > LATE);
    const survived = await survivors(
      orders.filter(({ carriedOut }) => carriedOut),
      vaultStore,
    );
    const unpurged = (await purgedUpTo(pool)) < carriedOutBy;
    const findings = [
      ...ofUnreadable(unreadable),
      ...ofLate(late),
      ...ofSurvivors(survived),
      ...(unpurged ? [NOT_PURGED] : []),
    ];
    if (findings.length > 0) return findings;
    const [all, done] = [figure(orders.length), figure(orders.filter(({ carriedOut }) => carriedOut).length)];
    return [
      ok('erasures.carriedOut', {
        fr: `Ordres d’effacement : ${all.fr}, exécutés : ${done.fr}`,
        en: `Orders of erasure: ${all.en}, carried out: ${done.en}`,
      }),
    ];
  },
});

/** Orders that were carried out, and of which a key or words are there all the same. */
async function survivors(orders: readonly ErasureOrder[], vaultStore: VaultStore): Promise<ErasureOrder[]> {
  const surviving: ErasureOrder[] = [];
  for (const order of orders) {
    const { fields, subject } = order;
    const openings = await vaultStore.openings(fields.map(({ event }) => event));
    const kept = openings.some(
      ({ eventId, path, content }) =>
        content !== null && fields.some((field) => field.event === eventId && field.path === path),
    );
    if (kept || (subject !== null && (await vaultStore.keyOf(subject)).state === 'active')) surviving.push(order);
  }
  return surviving;
}

const named = (streams: readonly string[]): string =>
  streams.slice(0, TOLD).join(', ') + (streams.length > TOLD ? ', …' : '');
const streamsOf = (orders: readonly ErasureOrder[]): string[] => orders.map(({ stream }) => stream);

const ofUnreadable = (streams: readonly string[]): Finding[] =>
  streams.length === 0
    ? []
    : [
        fault('erasures.unreadable', {
          title: {
            fr: 'Des ordres d’effacement ne peuvent pas être lus',
            en: 'Orders of erasure cannot be read',
          },
          detail: plain(named(streams)),
          whatToDo: {
            fr: 'Lancez « fil doctor --deep » : soit ces inscriptions sont abîmées, soit une version plus récente de Fil rouge les a écrites, et il faut l’installer.',
            en: 'Run "fil doctor --deep": either these entries are damaged, or a later release of Fil rouge wrote them and must be installed.',
          },
        }),
      ];

const ofLate = (orders: readonly ErasureOrder[]): Finding[] =>
  orders.length === 0
    ? []
    : [
        fault('erasures.late', {
          title: {
            fr: `Ordres d’effacement donnés il y a plus d’une heure et pas exécutés : ${figure(orders.length).fr}`,
            en: `Orders of erasure given more than an hour ago and not carried out: ${figure(orders.length).en}`,
          },
          detail: plain(named(streamsOf(orders))),
          whatToDo: {
            fr: 'Vérifiez qu’un programme « worker » (ou « npm start ») tourne, puis voyez « fil jobs list » : la personne attend.',
            en: 'Make sure that a program "worker" (or "npm start") runs, then see "fil jobs list": the person is waiting.',
          },
        }),
      ];

const ofSurvivors = (orders: readonly ErasureOrder[]): Finding[] =>
  orders.length === 0
    ? []
    : [
        fault('erasures.survived', {
          title: {
            fr: `Des mots, ou la clé d’une personne, existent encore malgré un ordre exécuté : ${figure(orders.length).fr}`,
            en: `Words, or the key of a person, are still there though the order was carried out: ${figure(orders.length).en}`,
          },
          detail: plain(named(streamsOf(orders))),
          whatToDo: {
            fr: 'Une base a sans doute été remise dans un état antérieur. Arrêtez les programmes et restaurez avec « fil restore », qui exécute de nouveau chaque ordre ; prévenez votre délégué à la protection des données.',
            en: 'A database was probably put back to an earlier state. Stop the programs and restore with "fil restore", which carries every order out again; tell your data protection officer.',
          },
        }),
      ];

const NOT_PURGED = warning('erasures.notPurged', {
  title: {
    fr: 'Des effacements sont exécutés, et la base n’a pas été purgée depuis',
    en: 'Erasures were carried out, and the database has not been purged since',
  },
  detail: {
    fr: 'Personne ne peut plus lire ces mots par le registre ; ils sont encore dans les fichiers de PostgreSQL.',
    en: 'Nobody can read these words through the register any more; they are still in the files of PostgreSQL.',
  },
  whatToDo: {
    fr: 'Lancez « fil erasure purge » à une heure calme : les enregistrements attendent pendant ce temps.',
    en: 'Run "fil erasure purge" at a quiet hour: recordings wait in the meantime.',
  },
});
