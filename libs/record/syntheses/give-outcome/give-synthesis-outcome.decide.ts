import { outcomeRow } from '@fil/facts/codes/outcome';
import { synthesisOutcomeGiven } from '@fil/facts/events/synthesis.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { ContributionState } from '../../contributions/contribution.state';
import { refusedAnswer } from '../../contributions/answer-rules';
import { wronglyMerged } from '../../contributions/wrongly-merged';
import type { Mandate } from '../../contributions/mandate-of';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { OpenedSynthesis, SynthesisState } from '../synthesis.state';
import { unknownSynthesis } from '../unknown-synthesis';
import type { GiveSynthesisOutcomeInput } from './give-synthesis-outcome.command';

/**
 * One answer to all members. It obeys the rules of an answer to one; a process then gives it to each member.
 *
 * @param seen the mandate, and by its id what was found of each object the answer names
 * @param found the members, when the outcome is only for some kinds of contribution; else empty
 */
export function decideCommonOutcome(
  state: SynthesisState,
  command: GiveSynthesisOutcomeInput,
  seen: Mandate,
  found: ReadonlyMap<string, ContributionState>,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownSynthesis();
  const kinds = [...found.values()].flatMap((member) => (member.exists && !member.voided ? [member.kind] : []));
  const evidenceCount = command.evidence?.length ?? 0;
  return (
    notReady(state) ??
    mergedIntoMember(state, command) ??
    wronglyMerged(command, { contribution: null, consultation: state.consultation, seen }) ??
    refusedAnswer(command, { current: state.answer, kinds, seen, today }) ?? [
      eventFrom(synthesisOutcomeGiven, command, { members: state.members.size, evidenceCount }),
    ]
  );
}

/** Whether the members' kinds must be known. */
export const isForSomeKinds = ({ outcome }: GiveSynthesisOutcomeInput): boolean =>
  outcomeRow(outcome).only !== undefined;

function notReady(state: OpenedSynthesis): Refusal | null {
  if (!state.published) {
    return refuse(
      'synthesis.notPublished',
      {
        fr: 'Cette synthèse n’est pas encore publiée : publiez-la avant de lui donner une suite.',
        en: 'This synthesis is not published yet: publish it before answering it.',
      },
      { kind: 'conflict' },
    );
  }
  return state.members.size > 0
    ? null
    : refuse('synthesis.empty', {
        fr: 'Cette synthèse ne regroupe plus aucune contribution : il n’y a personne à qui répondre.',
        en: 'This synthesis groups no contribution any more: there is nobody to answer.',
      });
}

const mergedIntoMember = ({ members }: OpenedSynthesis, { mergedInto }: GiveSynthesisOutcomeInput): Refusal | null =>
  mergedInto !== undefined && [...members.values()].some(({ contribution }) => contribution === mergedInto)
    ? refuse(
        'outcome.wronglyMerged',
        {
          fr: 'La contribution conservée figure dans cette synthèse : elle serait le doublon d’elle-même. Retirez-la d’abord de la synthèse.',
          en: 'The contribution that is kept is in this synthesis: it would be a duplicate of itself. Detach it first.',
        },
        { field: 'mergedInto' },
      )
    : null;
