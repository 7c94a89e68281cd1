import {
  synthesisOutcomeGiven,
  contributionsAttached,
  contributionsDetached,
} from '@fil/facts/events/synthesis.events';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { CommonAnswer, Member, SynthesisState } from '@fil/record/syntheses/synthesis.state';

/** What is to be carried to one member because of an event of her synthesis. */
export interface Errand extends Member {
  readonly does: 'group' | 'remove' | 'answer';
}

/** What an event of a synthesis asks for. */
export interface Consequences {
  readonly errands: readonly Errand[];
  /** The common answer that goes with them: the one just given, or for who joins the one that stood. */
  readonly answer: CommonAnswer | null;
}

const NOTHING: Consequences = { errands: [], answer: null };

/**
 * Pure: what follows on the members from an event of a synthesis.
 *
 * @param synthesis its state just after this event, not as it is now: the same event always asks for the same
 */
export function whatFollows(event: Pick<RecordedEvent, 'type' | 'data'>, synthesis: SynthesisState): Consequences {
  if (!synthesis.exists) return NOTHING;
  const named = (does: Errand['does']): Errand[] =>
    (event.data['members'] as readonly Member[]).map(({ contribution, point }) => ({ contribution, point, does }));
  switch (event.type) {
    case contributionsAttached.type:
      return { errands: named('group'), answer: synthesis.answer };
    case contributionsDetached.type:
      return { errands: named('remove'), answer: null };
    case synthesisOutcomeGiven.type:
      return {
        errands: [...synthesis.members.values()].map(({ contribution, point }) => ({
          contribution,
          point,
          does: 'answer',
        })),
        answer: synthesis.answer,
      };
    default:
      return NOTHING;
  }
}

/** Errands by contribution, in order: two points of one contribution would only make each other try again. */
export function byContribution(errands: readonly Errand[]): Errand[][] {
  const groups = new Map<string, Errand[]>();
  for (const errand of errands) {
    const group = groups.get(errand.contribution);
    if (group) group.push(errand);
    else groups.set(errand.contribution, [errand]);
  }
  return [...groups.values()];
}
