/** Everything the figures need of the record, folded from the public entries up to a size. */
import { aggregateOf } from '../kit/aggregates';
import { evolveCommitment, summedProgress, type CommitmentFacts } from './commitment-progress';
import { evolveConsultation, type ConsultationFacts } from './consultation-facts';
import type { FactEvent } from './fact-event';
import { evolveContribution, standingAnswers, type ContributionFacts } from './standing';
import type { Progress } from '../codes/progress';

export interface RecordFacts {
  readonly contributions: ReadonlyMap<string, ContributionFacts>;
  readonly commitments: ReadonlyMap<string, CommitmentFacts>;
  readonly consultations: ReadonlyMap<string, ConsultationFacts>;
}

/** @param events in the order of the log, from its first one. */
export function recordFacts(events: Iterable<FactEvent>): RecordFacts {
  const contributions = new Map<string, ContributionFacts>();
  const commitments = new Map<string, CommitmentFacts>();
  const consultations = new Map<string, ConsultationFacts>();
  const fold = <F>(
    objects: Map<string, F>,
    event: FactEvent,
    evolve: (facts: F | null, event: FactEvent) => F | null,
  ): void => {
    const facts = evolve(objects.get(event.stream) ?? null, event);
    if (facts) objects.set(event.stream, facts);
  };
  for (const event of events) {
    switch (aggregateOf(event.stream)) {
      case 'contribution':
        fold(contributions, event, evolveContribution);
        break;
      case 'commitment':
        fold(commitments, event, evolveCommitment);
        break;
      case 'consultation':
        fold(consultations, event, evolveConsultation);
        break;
      default:
    }
  }
  return { contributions, commitments, consultations };
}

/** Which commitments follow from what they answer: by the id of a contribution or synthesis. */
function commitmentsByAnswered(record: RecordFacts): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [id, { answers }] of record.commitments) {
    for (const answered of answers) found.set(answered, [...(found.get(answered) ?? []), id]);
  }
  return found;
}

/**
 * Progress of each contribution: that of the commitments its standing answers name, that answer it, or that answer a
 * synthesis it is in; each once, summed up by `summedProgress`. A commitment of which nothing is recorded is left out.
 */
export function contributionProgress(record: RecordFacts): (id: string, facts: ContributionFacts) => Progress | 'none' {
  const byAnswered = commitmentsByAnswered(record);
  return (id, facts) => {
    const following = new Set([
      ...standingAnswers(facts).flatMap(({ commitments }) => commitments),
      ...(byAnswered.get(id) ?? []),
      ...facts.groupedIn.flatMap(({ synthesis }) => byAnswered.get(synthesis) ?? []),
    ]);
    return summedProgress(
      [...following].flatMap((commitment) => record.commitments.get(commitment)?.advance.progress ?? []),
    );
  };
}
