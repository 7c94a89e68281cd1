import { contributionsDetached } from '@fil/facts/events/synthesis.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { inEvents, namedTwice } from '../members-input';
import { memberKey, type SynthesisState } from '../synthesis.state';
import { unknownSynthesis } from '../unknown-synthesis';
import type { DetachContributionsInput } from './detach-contributions.command';

/** The answer a member was given in common stays hers; she gets no other from this synthesis. */
export function decideDetachment(
  state: SynthesisState,
  command: DetachContributionsInput,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownSynthesis();
  const toCome = notYetHappened('detachment.toCome', command.occurredOn, today);
  if (toCome) return toCome;
  const wrong = command.members.find((member) => !state.members.has(memberKey(member))) ?? namedTwice(command.members);
  if (wrong) {
    return refuse(
      'synthesis.notAMember',
      {
        fr: `Le point ${wrong.point} de « ${wrong.contribution} » ne figure pas dans cette synthèse, ou la liste le comporte deux fois.`,
        en: `Point ${wrong.point} of "${wrong.contribution}" is not in this synthesis, or the list has it twice.`,
      },
      { field: 'members' },
    );
  }
  return inEvents(command.members).map((members) => eventFrom(contributionsDetached, { ...command, members }));
}
