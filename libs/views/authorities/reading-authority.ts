/** What the sections of an authority have in common: events by the code they are about. Pure. */
import type { AnyDefinition } from '@fil/facts/kit/event-definition';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { Named } from '../names/named';
import { happening, type KeptEvent } from '../reading/happening';
import type { History } from '../reading/history';
import type { Happened } from '../reading/happened';
import { words, type Words } from '../reading/words-of';

export interface AuthorityReading {
  readonly history: History;
  readonly bodyNamed: (code: string) => Named;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Of one definition, in order. */
export const told = ({ history }: AuthorityReading, { type }: AnyDefinition): readonly KeptEvent[] =>
  history.events.filter((event) => event.type === type);

export const dataOf = <D extends AnyDefinition>(event: KeptEvent, _: D): KnownData<D> => event.data as KnownData<D>;

/** Of one definition, about one code. @param field that holds the code */
export const about = (
  reading: AuthorityReading,
  definition: AnyDefinition,
  field: string,
  code: string,
): readonly KeptEvent[] => told(reading, definition).filter(({ data }) => data[field] === code);

export const withReason = (event: KeptEvent): Happened & { readonly reason: Words } => ({
  ...happening(event),
  reason: words(event, 'reason'),
});

/** How something ended; null while it stands. */
export function endOf(
  reading: AuthorityReading,
  definition: AnyDefinition,
  field: string,
  code: string,
): (Happened & { readonly successor: string | null; readonly reason: Words }) | null {
  const [ended] = about(reading, definition, field, code);
  return ended ? { ...withReason(ended), successor: (ended.data['successor'] as string | undefined) ?? null } : null;
}
