/** A commitment that its authority declared done, and whether it answers a contribution. */
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { fold } from '../../deciding/decider';
import type { DecisionTaker, Reads } from '../../deciding/take-decision';
import { hasMember, synthesis, type SynthesisState } from '../../syntheses/synthesis.state';
import type { RecordedContribution } from '../contribution.state';
import { declaredEnds, type DeclaredEnds } from './declared-ends';

/** The commitment that a command names, and whether one of the syntheses it answers has this contribution. */
export interface ClaimedEnd {
  readonly commitment: DeclaredEnds;
  readonly throughSynthesis: boolean;
}

export const NOTHING_CLAIMED: ClaimedEnd = { commitment: declaredEnds.initial, throughSynthesis: false };

/** A commitment, and the syntheses it answers: a member may act before the process has told her of it. */
export async function readsOfEnd(
  decisions: DecisionTaker,
  commitment: string,
): Promise<Record<string, Reads<unknown>>> {
  const ends = fold(declaredEnds, await decisions.load(commitment));
  const reads: Record<string, Reads<unknown>> = { [commitment]: { stream: commitment, decider: declaredEnds } };
  for (const stream of ends.answers)
    if (stream.startsWith('synthesis-')) reads[stream] = { stream, decider: synthesis };
  return reads;
}

/** @param seen what `readsOfEnd` found */
export function claimedEnd(
  seen: Readonly<Record<string, unknown>>,
  commitment: string,
  contribution: string,
): ClaimedEnd {
  const ends = seen[commitment] as DeclaredEnds;
  return {
    commitment: ends,
    throughSynthesis: [...ends.answers].some((one) => hasMember(seen[one] as SynthesisState | undefined, contribution)),
  };
}

export const notConcerned = (
  state: RecordedContribution,
  contribution: string,
  named: string,
  { commitment, throughSynthesis }: ClaimedEnd,
): Refusal | null =>
  throughSynthesis ||
  commitment.answers.has(contribution) ||
  state.namedInAnswers.has(named) ||
  (commitment.decision !== null && state.namedInAnswers.has(commitment.decision))
    ? null
    : refuse(
        'contest.notConcerned',
        {
          fr: 'Cet engagement ne répond pas à votre contribution.',
          en: 'This commitment does not answer your contribution.',
        },
        { field: 'commitment' },
      );
