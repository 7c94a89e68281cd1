import { outcomeRow, type Outcome } from './outcome';

/**
 * How favourable an answer is to what was asked, from 0. Provisional answers stand with the neutral ones: going back
 * from a yes to a study takes something away, going from a study to a no does not, since nothing had been answered yet.
 */
const FAVOUR: Record<Outcome, number> = {
  accepted: 3,
  alreadyPlanned: 3,
  alreadyDone: 3,
  partlyAccepted: 2,
  considered: 1,
  answered: 1,
  merged: 1,
  proposedForDecision: 1,
  underReview: 1,
  deferred: 1,
  notAccepted: 0,
  outOfScope: 0,
};

/** True when `after` takes back something that the final answer `before` gave: it must then say why (02 §2.2). */
export const isWorse = (after: Outcome, before: Outcome): boolean =>
  !outcomeRow(before).provisional && FAVOUR[after] < FAVOUR[before];
