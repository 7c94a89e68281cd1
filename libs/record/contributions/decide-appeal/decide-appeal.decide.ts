import { appealDecided } from '@fil/facts/events/moderation.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { unknownFunction } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState, RecordedContribution } from '../contribution.state';
import type { Mandate } from '../mandate-of';
import type { Appeal } from '../moderation.state';
import { closedToChanges, unknownContribution } from '../still-open';
import type { DecideAppealInput } from './decide-appeal.command';

/** By another function than the one that had decided; a decision against the guarantor's opinion says why. */
export function decideOnAppeal(
  state: ContributionState,
  command: DecideAppealInput,
  { authority }: Pick<Mandate, 'authority'>,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  const closed = closedToChanges(state);
  if (closed) return closed;
  const appeal = state.moderation.appeals.get(command.appeal);
  if (!appeal) return unknownAppeal();
  return (
    alreadyDecided(appeal) ??
    unknownFunction(authority, command.decidedBy, 'decidedBy') ??
    sameFunction(state, appeal, command) ??
    unexplainedDeparture(appeal, command) ??
    notYetHappened('appeal.toCome', command.occurredOn, today) ?? [
      eventFrom(appealDecided, command, { opinion: appeal.opinion?.event ?? null }),
    ]
  );
}

const unknownAppeal = (): Refusal =>
  refuse(
    'appeal.unknown',
    {
      fr: 'L’événement indiqué n’est pas une demande de réexamen de cette contribution.',
      en: 'The event named is not a request to re-examine this contribution.',
    },
    { field: 'appeal' },
  );

const alreadyDecided = ({ decided }: Appeal): Refusal | null =>
  decided
    ? refuse(
        'appeal.alreadyDecided',
        { fr: 'Cette demande de réexamen a déjà été tranchée.', en: 'This request was already decided.' },
        { kind: 'conflict', field: 'appeal' },
      )
    : null;

const sameFunction = (
  { moderation }: RecordedContribution,
  { decision }: Appeal,
  { decidedBy }: DecideAppealInput,
): Refusal | null =>
  moderation.decisions.get(decision)?.decidedBy === decidedBy
    ? refuse(
        'appeal.sameFunction',
        {
          fr: 'Un réexamen est confié à une autre fonction que celle qui a pris la première décision.',
          en: 'A re-examination is for another function than the one that took the first decision.',
        },
        { field: 'decidedBy' },
      )
    : null;

const unexplainedDeparture = ({ opinion }: Appeal, { result, reason }: DecideAppealInput): Refusal | null =>
  opinion === null || opinion.opinion === result || reason !== undefined
    ? null
    : refuse(
        'appeal.departureUnexplained',
        {
          fr: 'Cette décision s’écarte de l’avis du garant : dites pourquoi.',
          en: 'This decision departs from the guarantor’s opinion: say why.',
        },
        { field: 'reason' },
      );
