import { commitmentReopened } from '@fil/facts/events/commitment.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitmentState } from '../commitment.state';
import { alreadyOver, isNotStated, missingCommitment } from '../standing';
import type { ReopenCommitmentInput } from './reopen-commitment.command';

export function decideReopening(
  state: CommitmentState,
  command: ReopenCommitmentInput,
  context: DecidingContext,
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
  if (!command.reason && !isNotStated(command, 'reason')) {
    return refuse(
      'commitment.reasonMissing',
      { fr: 'Indiquez pourquoi l’engagement est rouvert.', en: 'Say why the commitment is reopened.' },
      { field: 'reason' },
    );
  }
  return (
    notYetHappened('commitment.toCome', command.occurredOn, context.today) ?? [eventFrom(commitmentReopened, command)]
  );
}
