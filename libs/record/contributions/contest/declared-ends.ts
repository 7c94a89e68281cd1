import type { COMMITMENT_EVENTS } from '@fil/facts/events/commitment.events';
import type { Decider, RecordedOf } from '../../deciding/decider';

/** What the author of a contribution may contest of a commitment, and whether it concerns her. */
export interface DeclaredEnds {
  readonly decision: string | null;
  /** Contributions and syntheses that it answers. */
  readonly answers: ReadonlySet<string>;
  /** Every event that declared it done, those that were taken back too. */
  readonly declarations: ReadonlySet<string>;
}

export const declaredEnds: Decider<DeclaredEnds> = {
  initial: { decision: null, answers: new Set(), declarations: new Set() },
  evolve: (state: DeclaredEnds, event: RecordedOf<(typeof COMMITMENT_EVENTS)[number]>): DeclaredEnds => {
    switch (event.type) {
      case 'commitment.made/1':
        return { ...state, decision: event.data.decision ?? null, answers: new Set(event.data.answers) };
      case 'commitment.declaredDone/2':
        return { ...state, declarations: new Set(state.declarations).add(event.id) };
      default:
        return state;
    }
  },
};
