import { isRefusal, type Refusal } from '@fil/facts/kit/refusal';
import { problemOfRefusal } from '@fil/ui/http/problem';
import type { Recorded } from './take-decision';

/** What was recorded; a refusal becomes a problem of the API. @throws ProblemError */
export function settled(outcome: Recorded | Refusal): Recorded {
  if (isRefusal(outcome)) throw problemOfRefusal(outcome);
  return outcome;
}
