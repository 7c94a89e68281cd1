import { CONTESTABLE_LABELS } from '@fil/facts/codes/contribution';
import { contributionContested } from '@fil/facts/events/contribution.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState, RecordedContribution } from '../contribution.state';
import { closedToChanges, unknownContribution } from '../still-open';
import { notConcerned, type ClaimedEnd } from './claimed-end';
import type { ContestInput } from './contest.command';

/** The author disputes what was done with her contribution, once per event. Her key was checked before. */
export function decideContest(
  state: ContributionState,
  contribution: string,
  command: Omit<ContestInput, 'authorKey'>,
  end: ClaimedEnd,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  return (
    closedToChanges(state) ??
    contestedBefore(state, command.event) ??
    notYetHappened('contest.toCome', command.occurredOn, today) ??
    (command.what === 'declaredDone'
      ? notDeclaredFor(state, contribution, command, end)
      : notOfThisContribution(state, command)) ?? [eventFrom(contributionContested, command)]
  );
}

const contestedBefore = (state: RecordedContribution, event: string): Refusal | null =>
  state.contested.has(event)
    ? refuse(
        'contest.done',
        {
          fr: 'Vous avez déjà contesté cet événement. Une contestation se fait une fois ; la réponse paraîtra sur cette page.',
          en: 'You have already contested this event. An event is contested once; the reply will be on this page.',
        },
        { kind: 'conflict', field: 'event' },
      )
    : null;

const notOfThisContribution = (
  state: RecordedContribution,
  { event, what }: Pick<ContestInput, 'event' | 'what'>,
): Refusal | null =>
  state.contestable.get(event) === what
    ? null
    : refuse(
        'contest.unknownEvent',
        {
          fr: `Vous contestez ${CONTESTABLE_LABELS[what].fr}, mais l’événement indiqué n’est pas de cette nature, ou ne concerne pas cette contribution.`,
          en: `You contest ${CONTESTABLE_LABELS[what].en}, but the event named is not of that kind, or not of this contribution.`,
        },
        { field: 'event' },
      );

function notDeclaredFor(
  state: RecordedContribution,
  contribution: string,
  { event, commitment: named }: Pick<ContestInput, 'event' | 'commitment'>,
  end: ClaimedEnd,
): Refusal | null {
  if (named === undefined) {
    return refuse(
      'contest.commitmentMissing',
      {
        fr: 'Indiquez l’engagement dont vous contestez la réalisation.',
        en: 'Name the commitment whose completion you contest.',
      },
      { field: 'commitment' },
    );
  }
  if (!end.commitment.declarations.has(event)) {
    return refuse(
      'contest.unknownEvent',
      {
        fr: 'L’événement indiqué ne déclare pas la réalisation de cet engagement.',
        en: 'The event named does not declare this commitment done.',
      },
      { field: 'event' },
    );
  }
  return notConcerned(state, contribution, named, end);
}
