import { declaredDone } from '@fil/facts/events/commitment.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { beforeItBegan, notYetHappened } from '../../deciding/happened';
import type { CommitmentState } from '../commitment.state';
import { wrongEvidence } from '../evidence';
import { alreadyOver, isNotStated, missingCommitment, stillSuspended } from '../standing';
import type { DeclareDoneInput } from './declare-done.command';

export function decideCompletion(state: CommitmentState, command: DeclareDoneInput, context: DecidingContext): Decided {
  if (!state.exists) return missingCommitment();
  const over = alreadyOver(state) ?? stillSuspended(state, command);
  if (over) return over;
  const evidenceCount = command.evidence?.length ?? 0;
  if (evidenceCount === 0 && !isNotStated(command, 'evidence')) {
    return refuse(
      'commitment.evidenceMissing',
      {
        fr: 'Joignez au moins un justificatif : l’adresse d’un document, d’une photographie ou d’un procès-verbal de réception.',
        en: 'Give at least one item of evidence: the address of a document, a photograph or an acceptance report.',
      },
      { field: 'evidence' },
    );
  }
  return (
    wrongEvidence(command) ??
    beforeItBegan('commitment.beforeItWasMade', command, state.facts.madeOn) ??
    notYetHappened('commitment.toCome', command.occurredOn, context.today) ?? [
      eventFrom(declaredDone, command, { evidenceCount }),
    ]
  );
}
