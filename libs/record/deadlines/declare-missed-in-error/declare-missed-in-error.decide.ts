import { isInError } from '@fil/facts/deadlines/course';
import { recordedIn, type Recorded } from '@fil/facts/deadlines/started';
import { deadlineMissedInError } from '@fil/facts/events/deadline.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { Decided, Decider } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { DeadlineStreamState } from '../deadline.state';
import { missingDeadline } from '../which-deadline';
import type { DeclareMissedInErrorInput } from './declare-missed-in-error.command';

/** When one event of a stream happened; null: it has no such event. */
export const happeningOf = (event: string | undefined): Decider<Recorded | null> => ({
  initial: null,
  evolve: (found: Recorded | null, one: RecordedEvent) => (one.id === event ? recordedIn(one) : found),
});

/** Both stay: what the clock found, and that it was wrong. What was done in time names the event that says so. */
export function decideMissedInError(
  { exists, course }: DeadlineStreamState,
  command: DeclareMissedInErrorInput,
  overlooked: Recorded | null,
): Decided {
  if (!exists || course.rule === null || course.trigger === null) return missingDeadline();
  const found = course.missed.find(({ event }) => event === command.missed);
  if (!found) return notFound();
  if (isInError(course, found)) return alreadySaid();
  const owed = new Set(found.owed.map(({ object }) => object));
  if (command.objects?.some((object) => !owed.has(object))) return notAmongThem();
  if (command.oversight === 'doneInTime' && !command.overlooked) return overlookedMissing();
  if (command.overlooked && (!overlooked || (command.oversight === 'doneInTime' && overlooked.on > found.dueOn)))
    return notInTime(found.dueOn);
  return [
    eventFrom(deadlineMissedInError, command, {
      rule: course.rule,
      ruleVersion: course.ruleVersion!,
      trigger: course.trigger as never,
    }),
  ];
}

const notFound = (): Refusal =>
  refuse(
    'deadline.notMissed',
    {
      fr: 'Aucun constat de dépassement de ce délai ne porte cet identifiant. Indiquez le premier événement du constat.',
      en: 'This deadline has no finding with this id. Give the first event of the finding.',
    },
    { field: 'missed' },
  );

const alreadySaid = (): Refusal =>
  refuse(
    'deadline.errorDeclared',
    { fr: 'Ce constat est déjà déclaré erroné.', en: 'This finding was declared an error already.' },
    { kind: 'conflict' },
  );

const notAmongThem = (): Refusal =>
  refuse(
    'deadline.notOwed',
    {
      fr: 'L’un de ces objets ne figure pas dans le constat.',
      en: 'One of these objects is not in the finding.',
    },
    { field: 'objects' },
  );

const overlookedMissing = (): Refusal =>
  refuse(
    'deadline.overlookedMissing',
    {
      fr: 'Indiquez l’événement qui montre que c’était fait à temps (« overlooked »).',
      en: 'Name the event that shows that it was done in time ("overlooked").',
    },
    { field: 'overlooked' },
  );

const notInTime = (dueOn: string): Refusal =>
  refuse(
    'deadline.overlookedNotInTime',
    {
      fr: `Cet événement n’existe pas, ou ne dit pas que c’était fait le ${dueOn} au plus tard.`,
      en: `There is no such event, or it does not say that it was done by ${dueOn}.`,
    },
    { field: 'overlooked' },
  );
