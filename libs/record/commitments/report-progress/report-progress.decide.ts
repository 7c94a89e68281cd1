import { progressReported } from '@fil/facts/events/commitment.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { beforeItBegan, notYetHappened } from '../../deciding/happened';
import type { CommitmentState } from '../commitment.state';
import { wrongEvidence } from '../evidence';
import { alreadyOver, missingCommitment } from '../standing';
import type { ReportProgressInput } from './report-progress.command';

export function decideProgressReport(
  state: CommitmentState,
  command: ReportProgressInput,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingCommitment();
  const over = alreadyOver(state);
  if (over) return over;
  if (command.percent === undefined && command.indicatorValue === undefined && !command.note) {
    return refuse(
      'commitment.emptyReport',
      {
        fr: 'Un point d’avancement indique un pourcentage, la valeur de l’indicateur ou une note.',
        en: 'A progress report gives a percentage, the value of the indicator or a note.',
      },
      { field: 'note' },
    );
  }
  const evidenceCount = command.evidence?.length ?? 0;
  return (
    wrongEvidence(command) ??
    beforeItBegan('commitment.beforeItWasMade', command, state.facts.madeOn) ??
    notYetHappened('commitment.toCome', command.occurredOn, context.today) ?? [
      eventFrom(progressReported, command, { evidenceCount }),
    ]
  );
}
