/** Any object as what is written in it: for rules that speak of entries and fields, whatever the object is. */
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { pathNow } from '@fil/facts/kit/event-schema';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { SealedField, SealedFields } from '@fil/facts/kit/sealed-fields';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import { contribution, type ContributionState } from '../contributions/contribution.state';
import type { Decider } from '../deciding/decider';

export interface Written {
  readonly events: ReadonlyMap<string, RecordedEvent>;
  /** The one kind of object that may be restricted: what is added to it then is sealed too. */
  readonly contribution: ContributionState;
}

export const written: Decider<Written> = {
  initial: { events: new Map(), contribution: contribution.initial },
  evolve: (state: Written, event: RecordedEvent): Written => ({
    events: new Map(state.events).set(event.id, event),
    contribution: event.stream.startsWith('contribution-')
      ? contribution.evolve(state.contribution, event as never)
      : state.contribution,
  }),
  concealment: (state) => contribution.concealment!(state.contribution),
};

export interface TextField {
  readonly event: RecordedEvent;
  /** As it is called now. */
  readonly name: string;
  /** Of a list, which item. */
  readonly item: number | null;
  readonly field: SealedField<unknown>;
}

/** Kinds of sealed value that are texts: a line is a name, an address or a link. */
const TEXTS: ReadonlySet<string> = new Set(['text', 'sourced']);

/** The text that a command names by event and path, or why there is none. */
export function textNamed(
  { events }: Written,
  named: { readonly event: string; readonly path: string },
): TextField | Refusal {
  if (events.size === 0) return unknownObject();
  const event = events.get(named.event);
  const reading = event && EVENT_SCHEMA.readingOf(event.recordedAs ?? event.type);
  const isThere = reading && Object.keys(event.sealed).some((path) => pathNow(reading, path) === named.path);
  const [, name, item] = named.path.split('/');
  const field = isThere ? (reading.current.sealed as SealedFields)[name!] : undefined;
  if (!field || !TEXTS.has(field.kind)) {
    return refuse(
      'text.unknown',
      {
        fr: `L’événement indiqué n’est pas de cet objet, ou n’a pas de texte « ${named.path} ».`,
        en: `The event named is not of this object, or has no text "${named.path}".`,
      },
      { field: event ? 'path' : 'event' },
    );
  }
  return { event: event!, name: name!, item: item === undefined ? null : Number(item), field };
}

export const unknownObject = (): Refusal =>
  refuse(
    'object.unknown',
    {
      fr: 'Rien ne porte cet identifiant. Vérifiez-le : il figure dans l’adresse de sa page.',
      en: 'There is nothing with this id. Check it: it is in the address of its page.',
    },
    { kind: 'notFound' },
  );
