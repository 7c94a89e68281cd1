/** `merged` — *Doublon de …* — names the other contribution and counts with it (02 §3): it ends no duty by itself. */
import type { Standing } from '../codes/outcome';
import type { When } from '../dates/when';
import {
  isAnswered,
  isSettled,
  nextAnswerOn,
  overallStanding,
  type ContributionFacts,
  type PointStanding,
} from './standing';

/** The facts of another contribution; undefined: there is none, or it is not in what was read. */
export type FactsOf = (contribution: string) => ContributionFacts | undefined;

const WAITS = { standing: 'pending', answerOn: null } as const;

/** The other one is read by everybody and still asks for an answer, or has it. */
const stands = (facts: ContributionFacts): boolean =>
  (facts.published || facts.takenOver) &&
  facts.kind !== null &&
  !facts.voided &&
  !facts.withdrawn &&
  !facts.undisclosed &&
  facts.inadmissible === null;

/** Where a duplicate stands: as the other one, once that is answered; while it waits, so does the duplicate. */
function countsWith(kept: ContributionFacts | undefined): {
  readonly standing: Standing;
  readonly answerOn: When | null;
} {
  if (!kept || !stands(kept)) return WAITS;
  if (isAnswered(kept)) return { standing: 'merged', answerOn: null };
  const standing = overallStanding(kept) as Standing;
  return isSettled(kept) ? { standing, answerOn: null } : { standing, answerOn: nextAnswerOn(kept) };
}

const isDuplicate = ({ answer, transferred }: PointStanding): boolean => answer?.outcome === 'merged' && !transferred;

export const hasDuplicates = ({ points }: Pick<ContributionFacts, 'points'>): boolean =>
  Object.values(points).some(isDuplicate);

/** A contribution with, for each point that is a duplicate, where the other one stands. */
export function withDuplicates(
  facts: ContributionFacts,
  factsOf: FactsOf,
  /** Whose standing is being found out: of two that name each other both wait. */
  seen: ReadonlySet<string> = new Set(),
): ContributionFacts {
  if (!hasDuplicates(facts)) return facts;
  const points = Object.entries(facts.points).map(([number, point]): [string, PointStanding] => {
    if (!isDuplicate(point)) return [number, point];
    const kept = point.answer!.mergedInto;
    if (kept === null || seen.has(kept)) return [number, { ...point, counts: WAITS }];
    const other = factsOf(kept);
    const resolved = other && withDuplicates(other, factsOf, new Set(seen).add(kept));
    return [number, { ...point, counts: countsWith(resolved) }];
  });
  return { ...facts, points: Object.fromEntries(points) };
}
