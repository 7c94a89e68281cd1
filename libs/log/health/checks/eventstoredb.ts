import type { Pool } from 'pg';
import { AllEvents } from '../../event-store/eventstoredb/all-events';
import { BEFORE_ALL } from '../../event-store/eventstoredb/integration-call';
import type { Integration } from '../../event-store/eventstoredb/eventstoredb-event-store';
import { readIntegration } from '../../event-store/eventstoredb/read-integration';
import { reconcile, type Reconciliation } from '../../event-store/eventstoredb/reconcile';
import { NotOurStore, sameStore } from '../../event-store/eventstoredb/same-store';
import { withoutQuotations } from '../../jobs/failure-text';
import { withOwner } from '../../backup/owner-connection';
import type { Check } from '../check';
import { fault, figure, type Finding, ok, plain, warning } from '../finding';
import { whyNot } from '../why-not';

/** Seconds since the log last had everything, beyond which something is wrong. */
const LATE = 30;

/** Whether the server answers. */
export const eventStoreDbCheck = (eventStoreUrl: string): Check => ({
  name: 'eventstoredb',
  title: { fr: 'EventStoreDB', en: 'EventStoreDB' },
  look: async () => {
    try {
      await asking(eventStoreUrl, (all) => all.end());
      return [ok('eventstoredb.reachable', { fr: 'Répond', en: 'Answers' })];
    } catch (error) {
      return [
        fault('eventstoredb.unreachable', {
          title: { fr: 'EventStoreDB ne répond pas', en: 'EventStoreDB does not answer' },
          detail: plain(whyNot(error)),
          whatToDo: {
            fr: 'Démarrez EventStoreDB ou corrigez EVENTSTORE_URL. D’ici là rien ne peut être inscrit ; les pages se lisent.',
            en: 'Start EventStoreDB or mend EVENTSTORE_URL. Until then nothing can be recorded; pages can be read.',
          },
        }),
      ];
    }
  },
});

export interface IntegrationSettings {
  readonly pool: Pool;
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
  /** Compares every event. */
  readonly deep: boolean;
}

/** Whether the log follows EventStoreDB, and whether it is the one that it has always followed. */
export const integrationCheck = ({ pool, databaseUrl, eventStoreUrl, deep }: IntegrationSettings): Check => ({
  name: 'integration',
  title: { fr: 'Journal et EventStoreDB', en: 'The log and EventStoreDB' },
  look: async () => {
    const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    return [
      ...ofIntegration(await readIntegration(pool), rows[0]!.now),
      ...(await ofStore(databaseUrl, eventStoreUrl)),
      ...(deep ? ofComparison(await reconcile(pool, eventStoreUrl)) : []),
    ];
  },
});

async function asking<T>(url: string, ask: (all: AllEvents) => Promise<T>): Promise<T> {
  const all = new AllEvents(url, BEFORE_ALL);
  try {
    return await ask(all);
  } finally {
    await all.close();
  }
}

/** @param now by the clock of the database */
export function ofIntegration({ caughtUpAt, halted, misfit, pending }: Integration, now: Date): Finding[] {
  if (halted !== null)
    return [
      fault('integration.halted', {
        title: {
          fr: 'Le journal s’est arrêté devant un événement d’EventStoreDB qui n’est pas de lui',
          en: 'The log stands still before an event in EventStoreDB that is not its own',
        },
        // The name of a stream that is not ours may be anything.
        detail: plain(withoutQuotations(halted)),
        whatToDo: {
          fr: `Rien ne peut plus être inscrit. Cherchez qui a écrit cet événement, puis : « fil log refuse ${misfit?.id ?? '<événement>'} --reason "…" » ; le motif sera public.`,
          en: `Nothing can be recorded any more. Find out who wrote this event, then: "fil log refuse ${misfit?.id ?? '<event>'} --reason '…'"; the reason will be public.`,
        },
      }),
    ];
  const late = caughtUpAt === null ? Infinity : (now.getTime() - caughtUpAt.getTime()) / 1000;
  const waiting = figure(pending);
  const detail = {
    fr: `Événements gardés et pas encore inscrits : ${waiting.fr}`,
    en: `Events that are kept and not in the log yet: ${waiting.en}`,
  };
  if (late <= LATE) return [ok('integration.current', { fr: 'Le journal suit', en: 'The log follows' }, detail)];
  return [
    warning('integration.behind', {
      title:
        caughtUpAt === null
          ? { fr: 'Le journal n’a jamais rattrapé EventStoreDB', en: 'The log has never caught up with EventStoreDB' }
          : {
              fr: `Le journal n’a pas été comparé à EventStoreDB depuis le ${instant(caughtUpAt)}`,
              en: `The log was last up to date with EventStoreDB at ${instant(caughtUpAt)}`,
            },
      detail,
      whatToDo: {
        fr: 'Chaque programme qui ouvre le registre l’alimente : démarrez-en un, ou voyez dans son journal ce qui l’en empêche.',
        en: 'Every program that opens the register feeds it: start one, or see in its log what keeps it from that.',
      },
    }),
  ];
}

const instant = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

async function ofStore(databaseUrl: string, eventStoreUrl: string): Promise<Finding[]> {
  try {
    await asking(eventStoreUrl, (all) => withOwner(databaseUrl, 'reading', (client) => sameStore(client, all)));
    return [ok('integration.sameStore', { fr: 'C’est bien son EventStoreDB', en: 'It is its own EventStoreDB' })];
  } catch (error) {
    if (!(error instanceof NotOurStore)) throw error;
    return [
      fault('integration.otherStore', {
        title: {
          fr: 'Cet EventStoreDB n’a pas la dernière inscription du journal',
          en: 'This EventStoreDB does not hold the last entry of the log',
        },
        whatToDo: {
          fr: 'Corrigez EVENTSTORE_URL, qui désigne un autre serveur ou une copie plus ancienne : continuer ferait deux journaux.',
          en: 'Mend EVENTSTORE_URL, which names another server or an older copy: going on would make two logs.',
        },
      }),
    ];
  }
}

function ofComparison({ same, found }: Reconciliation): Finding[] {
  const [sameOnes, differences] = [figure(same), figure(found)];
  if (found === 0)
    return [
      ok('integration.compared', {
        fr: `Événements comparés, identiques : ${sameOnes.fr}`,
        en: `Events compared and the same: ${sameOnes.en}`,
      }),
    ];
  return [
    fault('integration.differs', {
      title: {
        fr: `Le journal et EventStoreDB diffèrent : ${differences.fr} écarts`,
        en: `The log and EventStoreDB differ: ${differences.en} differences`,
      },
      whatToDo: {
        fr: '« fil log reconcile » les énumère. Le journal fait foi : restaurez EventStoreDB depuis sa propre sauvegarde.',
        en: '"fil log reconcile" lists them. The log is the authority: restore EventStoreDB from its own backup.',
      },
    }),
  ];
}
