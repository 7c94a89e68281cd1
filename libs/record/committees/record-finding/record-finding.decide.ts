import { addDays } from '@fil/facts/dates/calendar-date';
import { findingRecorded } from '@fil/facts/events/committee.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitteeState, EstablishedCommittee } from '../committee.state';
import { missingCommittee, notItsAuthor } from '../standing';
import type { RecordFindingInput } from './record-finding.command';

/** What the finding is about: whether it exists, and whether the event named is one of its. */
export interface FindingTarget {
  readonly exists: boolean;
  readonly hasEvent: boolean;
  /** The committee follows it. */
  readonly inScope: boolean;
}

export function decideFinding(
  state: CommitteeState,
  command: RecordFindingInput,
  target: FindingTarget,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommittee();
  const earliest = addDays(today, state.replyDays);
  return (
    notItsAuthor(state, actor) ??
    unknownTarget(target) ??
    unknownSample(state, command) ??
    fieldOfNoEvent(command) ??
    replyTooSoon(command, earliest) ??
    notYetHappened('committee.toCome', command.occurredOn, today) ?? [
      eventFrom(findingRecorded, command, { replyDueOn: command.replyDueOn ?? earliest }),
    ]
  );
}

function unknownTarget({ exists, hasEvent, inScope }: FindingTarget): Refusal | null {
  if (!exists) {
    return refuse(
      'finding.unknownTarget',
      { fr: 'L’objet visé par ce constat n’existe pas.', en: 'There is no such object for this finding to be about.' },
      { field: 'target' },
    );
  }
  if (!inScope) {
    return refuse(
      'finding.outOfScope',
      {
        fr: 'L’objet visé ne relève pas de ce que ce comité suit : sa lettre de mission énumère les démarches, décisions et engagements, ou tout ce que fait sa collectivité.',
        en: 'This object is not among what the committee follows: its mandate names consultations, decisions and commitments, or everything its authority does.',
      },
      { field: 'target' },
    );
  }
  return hasEvent
    ? null
    : refuse(
        'finding.unknownEvent',
        {
          fr: 'L’événement indiqué n’est pas un événement de l’objet visé.',
          en: 'The event named is not one of the object this finding is about.',
        },
        { field: 'event' },
      );
}

const unknownSample = ({ samples }: EstablishedCommittee, { sample }: RecordFindingInput): Refusal | null =>
  sample === undefined || samples.has(sample)
    ? null
    : refuse(
        'finding.unknownSample',
        {
          fr: 'L’événement indiqué n’est pas un échantillon de ce comité.',
          en: 'The event named is no sample of this committee.',
        },
        { field: 'sample' },
      );

const fieldOfNoEvent = ({ field, event }: RecordFindingInput): Refusal | null =>
  field === undefined || event !== undefined
    ? null
    : refuse(
        'finding.eventMissing',
        { fr: 'Indiquez l’événement dont ce champ est visé.', en: 'Name the event whose field this is about.' },
        { field: 'event' },
      );

/** The mandate says how long the authority has: no finding shortens it. */
const replyTooSoon = ({ replyDueOn }: RecordFindingInput, earliest: string): Refusal | null =>
  replyDueOn === undefined || replyDueOn >= earliest
    ? null
    : refuse(
        'finding.replyTooSoon',
        {
          fr: `La lettre de mission laisse à la collectivité jusqu’au ${earliest} pour répondre : indiquez ce jour ou un jour plus tardif.`,
          en: `The mandate gives the authority until ${earliest} to reply: name that day or a later one.`,
        },
        { field: 'replyDueOn' },
      );
