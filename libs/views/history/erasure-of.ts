/** One erasure, from its history: pure. */
import type {
  erasureCarriedOut,
  erasureOrdered,
  erasureRefused,
  erasureRequested,
} from '@fil/facts/events/erasure.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { Named } from '../names/named';
import { eventsOf, type History } from '../reading/history';
import { happening } from '../reading/happening';
import type { ShownErasure } from './shown-erasure.answer';

type NameOffice = (code: string | undefined) => Named | null;

export function erasureOf(id: string, history: History, named: NameOffice): ShownErasure {
  const standing: Pick<ShownErasure, 'requested' | 'ordered' | 'carriedOut' | 'refused'> = {
    requested: requestIn(history, named),
    ordered: orderIn(history, named),
    carriedOut: carriedOutIn(history),
    refused: refusalIn(history, named),
  };
  const steps = ['carriedOut', 'ordered', 'refused', 'requested'] as const;
  return {
    id,
    target: history.events[0]!.data['target'] as string,
    standing: steps.find((step) => standing[step] !== null)!,
    ...standing,
  };
}

function requestIn(history: History, named: NameOffice): ShownErasure['requested'] {
  const [event] = eventsOf(history, 'erasure.requested/1');
  if (!event) return null;
  const { what, by, office } = event.data as KnownData<typeof erasureRequested>;
  return { given: happening(event), what: what!, by: by!, office: named(office) };
}

function orderIn(history: History, named: NameOffice): ShownErasure['ordered'] {
  const [event] = eventsOf(history, 'erasure.ordered/2');
  if (!event) return null;
  const { ground, office, wholeSubject, fields, archivesVisa } = event.data as KnownData<typeof erasureOrdered>;
  return {
    given: happening(event),
    ground: ground!,
    office: named(office),
    what: wholeSubject ? 'everything' : 'fields',
    fields: fields!.length,
    archivesVisa: archivesVisa ?? null,
  };
}

function carriedOutIn(history: History): ShownErasure['carriedOut'] {
  const [event] = eventsOf(history, 'erasure.carriedOut/1');
  if (!event) return null;
  const { places } = event.data as KnownData<typeof erasureCarriedOut>;
  return { given: happening(event), places: places! };
}

function refusalIn(history: History, named: NameOffice): ShownErasure['refused'] {
  const [event] = eventsOf(history, 'erasure.refused/1');
  if (!event) return null;
  const { ground, office } = event.data as KnownData<typeof erasureRefused>;
  return { given: happening(event), ground: ground!, office: named(office) };
}
