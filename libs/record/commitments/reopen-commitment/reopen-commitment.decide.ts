import { commitmentReopened } from '@fil/facts/events/commitment.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitteeState } from '../../committees/committee.state';
import type { CommitmentState } from '../commitment.state';
import { unknownFinding } from '../findings';
import { alreadyOver, isNotStated, missingCommitment } from '../standing';
import type { ReopenCommitmentInput } from './reopen-commitment.command';

/** @param named the commitment's id and the committee whose finding the command names; absent when it names none */
export function decideReopening(
  state: CommitmentState,
  command: ReopenCommitmentInput,
  context: DecidingContext,
  named?: { readonly id: string; readonly committee: CommitteeState },
): Decided {
  if (!state.exists) return missingCommitment();
  if (!alreadyOver(state)) {
    return refuse(
      'commitment.notOver',
      {
        fr: 'Seul un engagement déclaré réalisé ou abandonné peut être rouvert.',
        en: 'Only a commitment that is declared done or abandoned can be reopened.',
      },
      { kind: 'conflict' },
    );
  }
  if (!command.reason && !command.finding && !isNotStated(command, 'reason')) {
    return refuse(
      'commitment.reasonMissing',
      {
        fr: 'Indiquez pourquoi l’engagement est rouvert, ou le constat de comité qui y conduit.',
        en: 'Say why the commitment is reopened, or name the committee’s finding that leads to it.',
      },
      { field: 'reason' },
    );
  }
  return (
    noSuchFinding(command, named) ??
    notYetHappened('commitment.toCome', command.occurredOn, context.today) ?? [eventFrom(commitmentReopened, command)]
  );
}

const noSuchFinding = (
  { finding }: ReopenCommitmentInput,
  named: { readonly id: string; readonly committee: CommitteeState } | undefined,
): Refusal | null => (finding && named ? unknownFinding(named.id, finding.finding, named.committee, 'finding') : null);
