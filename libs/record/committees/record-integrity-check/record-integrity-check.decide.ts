import { integrityChecked } from '@fil/facts/events/committee.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitteeState } from '../committee.state';
import { missingCommittee, notItsAuthor } from '../standing';
import type { RecordIntegrityCheckInput } from './record-integrity-check.command';

/**
 * What the committee found with its own tool. That the root differs is a finding, never refused.
 *
 * @param root of the log at the size named
 */
export function decideIntegrityCheck(
  state: CommitteeState,
  command: RecordIntegrityCheckInput,
  root: string,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommittee();
  return (
    notItsAuthor(state, actor) ??
    wholeWithAnotherRoot(command, root) ??
    notYetHappened('committee.toCome', command.occurredOn, today) ?? [eventFrom(integrityChecked, command)]
  );
}

const wholeWithAnotherRoot = (
  { result, root: found, size }: RecordIntegrityCheckInput,
  root: string,
): Refusal | null =>
  result !== 'whole' || found === root
    ? null
    : refuse(
        'integrity.rootDiffers',
        {
          fr: `À la taille ${size}, la racine de ce registre est ${root} : si votre outil en trouve une autre, le résultat est « differs ».`,
          en: `At size ${size} the root of this register is ${root}: if your tool finds another, the result is "differs".`,
        },
        { field: 'root' },
      );
