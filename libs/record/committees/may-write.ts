import { problemOfRefusal } from '@fil/ui/http/problem';
import type { RequestedBy } from '../deciding/by-request';
import { fold } from '../deciding/decider';
import type { DecisionTaker } from '../deciding/take-decision';
import { committee, type EstablishedCommittee } from './committee.state';
import { missingCommittee, notItsAuthor } from './standing';

/**
 * The committee, when whoever asks writes in its name: asked before the log is read from its beginning, which is too much
 * work to do for anybody else.
 *
 * @throws ProblemError
 */
export async function mayWrite(
  decisions: DecisionTaker,
  stream: string,
  { by }: RequestedBy,
): Promise<EstablishedCommittee> {
  const state = fold(committee, await decisions.load(stream));
  if (!state.exists) throw problemOfRefusal(missingCommittee());
  const refused = notItsAuthor(state, by.actor);
  if (refused) throw problemOfRefusal(refused);
  return state;
}
