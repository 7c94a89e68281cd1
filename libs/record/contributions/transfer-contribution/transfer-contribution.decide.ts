import { contributionTransferred } from '@fil/facts/events/contribution.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { pointOf, pointsMeant, type ContributionState } from '../contribution.state';
import { inadmissible } from '../moderation-rules';
import { closedToChanges, unknownContribution, unknownPoint } from '../still-open';
import type { TransferContributionInput } from './transfer-contribution.command';

/** Passes a point, or the whole, on to the authority that is competent: its name is obligatory. */
export function decideTransfer(
  state: ContributionState,
  command: TransferContributionInput,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  const refused =
    closedToChanges(state) ??
    inadmissible(state) ??
    (command.point === undefined ? null : unknownPoint(state, command.point)) ??
    notYetHappened('transfer.toCome', command.occurredOn, today);
  if (refused) return refused;
  if (!Object.values(command.authority).some((name) => name.trim() !== '')) {
    return refuse(
      'transfer.authorityMissing',
      {
        fr: 'Nommez l’autorité compétente à laquelle la contribution est transmise.',
        en: 'Name the competent authority to which the contribution is transferred.',
      },
      { field: 'authority' },
    );
  }
  if (pointsMeant(state, command.point).every((point) => pointOf(state, point).transferred)) {
    return refuse(
      'transfer.done',
      {
        fr: 'Cette contribution a déjà été transmise à une autre autorité.',
        en: 'This contribution was already transferred to another authority.',
      },
      { kind: 'conflict' },
    );
  }
  return [eventFrom(contributionTransferred, command)];
}
