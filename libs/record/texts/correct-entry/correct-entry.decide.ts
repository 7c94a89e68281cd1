import { daysBetween } from '@fil/facts/dates/calendar-date';
import { parisDay } from '@fil/facts/dates/paris-day';
import { correctableFields, ENTRY_CORRECTED, type CorrectableAggregate } from '@fil/facts/events/correction.events';
import { definitionOf } from '@fil/facts/events/registry';
import type { Actor } from '@fil/facts/kit/actor';
import { isRefusal, refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { unknownObject, type Written } from '../written.state';
import type { CorrectEntryInput } from './correct-entry.command';
import { outOfOrder } from './dates-in-order';
import { doNotGoTogether } from './go-together';

/** Days in which a clerical error may be corrected (02 §2.1). */
const CORRECTABLE_DAYS = 30;

/** A clerical error of the body that wrote the entry: one event per field, and both values stay on the page. */
export function decideEntryCorrection(
  aggregate: CorrectableAggregate,
  state: Written,
  { event: named, to, reason }: CorrectEntryInput,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (state.events.size === 0) return unknownObject();
  const entry = entryNamed(state, named);
  if (isRefusal(entry)) return entry;
  const given = Object.entries(to).filter(([, value]) => value !== undefined);
  const refused =
    notItsWriter(entry, actor) ??
    tooLate(entry, today) ??
    notCorrectable(entry, given) ??
    same(entry, given) ??
    notYetHappened(
      'correction.toCome',
      (to['occurredOn'] as string | null | undefined) ?? undefined,
      today,
      'to/occurredOn',
    ) ??
    (to['occurredOn'] === undefined
      ? null
      : outOfOrder([...state.events.values()], { event: entry, occurredOn: to['occurredOn'] as string | null })) ??
    doNotGoTogether({ ...entry.data, ...to });
  if (refused) return refused;
  return given.map(([name, value]) =>
    eventFrom(ENTRY_CORRECTED[aggregate], {
      event: named,
      field: `/${name}`,
      from: { [name]: valueOf(entry, name) },
      to: { [name]: value },
      reason,
    }),
  );
}

const valueOf = (entry: RecordedEvent, name: string): unknown =>
  (name === 'occurredOn' ? entry.occurredOn : entry.data[name]) ?? null;

function entryNamed({ events }: Written, named: string): RecordedEvent | Refusal {
  const entry = events.get(named);
  if (entry && correctableFields(entry.type)) return entry;
  return refuse(
    entry ? 'correction.byAnotherEvent' : 'correction.unknownEvent',
    entry
      ? {
          fr: 'Cet événement ne se rectifie pas : une suite ou une réalisation saisie par erreur se corrige par un nouvel événement, qui le dit.',
          en: 'This event is never corrected: an outcome or a completion entered in error is set right by another event, which says so.',
        }
      : {
          fr: 'L’événement indiqué n’est pas de cet objet.',
          en: 'The event named is not of this object.',
        },
    { field: 'event' },
  );
}

/** Those who watch write in their own name: a department may have the same code. */
const watches = (role: Actor['role']): boolean => role === 'guarantor' || role === 'committeeMember';

const notItsWriter = ({ actor: writer }: RecordedEvent, { role, body }: Actor): Refusal | null =>
  body !== null && body === writer.body && (role === writer.role || !(watches(role) || watches(writer.role)))
    ? null
    : refuse(
        'correction.notItsWriter',
        writer.body === null
          ? {
              fr: 'Aucun service n’a fait cette saisie : aucun ne peut la rectifier.',
              en: 'No body made this entry: none can correct it.',
            }
          : {
              fr: `Une erreur de saisie est rectifiée par qui a saisi (« ${writer.body} »).`,
              en: `An error of entry is corrected by who made the entry ("${writer.body}").`,
            },
        { kind: 'forbidden' },
      );

const tooLate = ({ at }: RecordedEvent, today: string): Refusal | null =>
  daysBetween(parisDay(at), today) <= CORRECTABLE_DAYS
    ? null
    : refuse('correction.tooLate', {
        fr: `Une erreur de saisie se rectifie dans les ${CORRECTABLE_DAYS} jours.`,
        en: `An error of entry is corrected within ${CORRECTABLE_DAYS} days.`,
      });

type Given = readonly (readonly [string, unknown])[];

function notCorrectable({ type }: RecordedEvent, given: Given): Refusal | null {
  const fields = correctableFields(type)!;
  const names = Object.keys(fields).join(', ');
  const wrong = given.find(([name]) => !Object.hasOwn(fields, name));
  if (given.length === 0 || wrong) {
    return refuse(
      'correction.fields',
      {
        fr: `De cet événement, on ne rectifie que : ${names}. Donnez au moins une de ces valeurs.`,
        en: `Of this event only these are corrected: ${names}. Give one of these values at least.`,
      },
      { field: wrong ? `to/${wrong[0]}` : 'to' },
    );
  }
  const facts = definitionOf(type).facts as Record<string, { optional: boolean }>;
  const needed = given.find(([name, value]) => value === null && facts[name] && !facts[name].optional);
  return needed
    ? refuse(
        'correction.needed',
        {
          fr: 'Cet événement doit porter une valeur dans ce champ : donnez la bonne.',
          en: 'This event must have a value in this field: give the right one.',
        },
        { field: `to/${needed[0]}` },
      )
    : null;
}

function same(entry: RecordedEvent, given: Given): Refusal | null {
  const unchanged = given.find(([name, value]) => JSON.stringify(value) === JSON.stringify(valueOf(entry, name)));
  return unchanged
    ? refuse(
        'correction.same',
        {
          fr: 'La nouvelle valeur est celle qui figure déjà au registre.',
          en: 'The new value is the one already on record.',
        },
        { field: `to/${unchanged[0]}` },
      )
    : null;
}
