/** Everything the figures need of the record, folded from the public entries up to a size. */
import { isCorrection } from '../events/about-entries';
import { aggregateOf } from '../kit/aggregates';
import { evolveCommitment, summedProgress, type CommitmentFacts } from './commitment-progress';
import { evolveConsultation, type ConsultationFacts } from './consultation-facts';
import { evolveCouncils, type Council } from './councils';
import { corrected } from './corrected';
import { evolveDecision, type DecisionFacts } from './decision-facts';
import { hasDuplicates, withDuplicates } from './duplicates';
import type { FactEvent } from './fact-event';
import { evolveContribution, standingAnswers, type ContributionFacts } from './standing';
import type { Progress } from '../codes/progress';

export interface RecordFacts {
  readonly contributions: ReadonlyMap<string, ContributionFacts>;
  readonly commitments: ReadonlyMap<string, CommitmentFacts>;
  readonly decisions: ReadonlyMap<string, DecisionFacts>;
  readonly consultations: ReadonlyMap<string, ConsultationFacts>;
  /** By authority, in order of office. */
  readonly councils: ReadonlyMap<string, readonly Council[]>;
}

/** The record as it grows: for whoever reads the log in pieces. */
export interface RecordFolding {
  /** One event more, in the order of the log, from its first one. */
  add(event: FactEvent): void;
  /** As they are now: duplicates stand as the contribution they count with. */
  readonly facts: RecordFacts;
}

export function recordFolding(): RecordFolding {
  const contributions = new Map<string, ContributionFacts>();
  const commitments = new Map<string, CommitmentFacts>();
  const decisions = new Map<string, DecisionFacts>();
  const consultations = new Map<string, ConsultationFacts>();
  const councils = new Map<string, readonly Council[]>();
  const fold = <F>(
    objects: Map<string, F>,
    event: FactEvent,
    evolve: (facts: F | null, event: FactEvent) => F | null,
  ): void => {
    const facts = evolve(objects.get(event.stream) ?? null, event);
    if (facts) objects.set(event.stream, facts);
  };
  /** Kept for when an entry is corrected. Contributions, of which there are many, fold their corrections themselves. */
  const histories = new Map<string, FactEvent[]>();
  const foldCorrected: typeof fold = (objects, event, evolve) => {
    const history = histories.get(event.stream) ?? [];
    history.push(event);
    histories.set(event.stream, history);
    if (!isCorrection(event.type)) return fold(objects, event, evolve);
    objects.delete(event.stream);
    for (const one of corrected(history)) fold(objects, one, evolve);
  };
  const add = (event: FactEvent): void => {
    switch (aggregateOf(event.stream)) {
      case 'contribution':
        fold(contributions, event, evolveContribution);
        break;
      case 'commitment':
        foldCorrected(commitments, event, evolveCommitment);
        break;
      case 'decision':
        foldCorrected(decisions, event, evolveDecision);
        break;
      case 'authority':
        foldCorrected(councils, event, (before, one) => evolveCouncils(before ?? [], one));
        break;
      case 'consultation':
        foldCorrected(consultations, event, evolveConsultation);
        break;
      default:
    }
  };
  return {
    add,
    get facts() {
      return { contributions: duplicatesResolved(contributions), commitments, decisions, consultations, councils };
    },
  };
}

/** The same map where there is no duplicate, as nearly everywhere. */
function duplicatesResolved(
  contributions: ReadonlyMap<string, ContributionFacts>,
): ReadonlyMap<string, ContributionFacts> {
  const duplicates = [...contributions].filter(([, facts]) => hasDuplicates(facts));
  if (duplicates.length === 0) return contributions;
  const resolved = new Map(contributions);
  for (const [id, facts] of duplicates)
    resolved.set(
      id,
      withDuplicates(facts, (one) => contributions.get(one), new Set([id])),
    );
  return resolved;
}

/** @param events in the order of the log, from its first one. */
export function recordFacts(events: Iterable<FactEvent>): RecordFacts {
  const folding = recordFolding();
  for (const event of events) folding.add(event);
  return folding.facts;
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
