import { fault, type Finding, ok } from '../finding';
import type { Register } from '../../register/register';

/** Which engine writes the log: as the settings say, and as the log was written (null: nothing is in it yet). */
export interface Engines {
  readonly set: 'postgres' | 'eventstoredb';
  readonly written: 'postgres' | 'eventstoredb' | null;
}

export const ofRegister = (
  { origin, demonstration, authoritySiret }: Omit<Register, 'instanceKey'>,
  engines: Engines,
): Finding[] => [
  ok(
    'register.begun',
    demonstration
      ? { fr: `Démonstration « ${origin} »`, en: `Demonstration "${origin}"` }
      : { fr: `Registre « ${origin} »`, en: `Register "${origin}"` },
    authoritySiret === null
      ? null
      : { fr: `Collectivité : SIRET ${authoritySiret}`, en: `Authority: SIRET ${authoritySiret}` },
  ),
  ofEngine(engines),
];

function ofEngine({ set, written }: Engines): Finding {
  if (written === null || written === set)
    return ok(
      'register.engine',
      set === 'postgres'
        ? { fr: 'Les événements sont dans PostgreSQL', en: 'The events stand in PostgreSQL' }
        : { fr: 'Les événements sont dans EventStoreDB', en: 'The events stand in EventStoreDB' },
    );
  return written === 'eventstoredb'
    ? fault('register.engine', {
        title: {
          fr: 'Les événements sont dans EventStoreDB, et EVENTSTORE_URL n’est pas indiqué',
          en: 'The events stand in EventStoreDB, and EVENTSTORE_URL is not set',
        },
        whatToDo: {
          fr: 'Indiquez l’adresse d’EventStoreDB dans EVENTSTORE_URL : sans elle le registre ne s’ouvre pas.',
          en: 'Name the address of EventStoreDB in EVENTSTORE_URL: the register does not open without it.',
        },
      })
    : fault('register.engine', {
        title: {
          fr: 'Les événements sont dans PostgreSQL, et EVENTSTORE_URL est indiqué',
          en: 'The events stand in PostgreSQL, and EVENTSTORE_URL is set',
        },
        whatToDo: {
          fr: 'Retirez EVENTSTORE_URL : un journal garde son moteur pour toujours.',
          en: 'Remove EVENTSTORE_URL: a log keeps its engine for ever.',
        },
      });
}
