import type { Outcome } from '@fil/facts/codes/outcome';
import type { SYNTHESIS_EVENTS } from '@fil/facts/events/synthesis.events';
import { givenIn, type Given } from '../contributions/contribution.state';
import type { Decider, RecordedOf } from '../deciding/decider';

export interface Member {
  readonly contribution: string;
  readonly point: number;
}

export interface CommonAnswer {
  readonly event: string;
  /** Revision of the synthesis at which it was given, and how many members it had then. */
  readonly rev: number;
  readonly members: number;
  readonly outcome: Outcome;
  readonly given: Given;
}

export interface OpenedSynthesis {
  readonly exists: true;
  readonly consultation: string;
  readonly published: boolean;
  /** Divergences and dissenting views recorded, on opening and since. */
  readonly divergences: number;
  /** By `memberKey`, in the order in which they joined. */
  readonly members: ReadonlyMap<string, Member>;
  /** The common answer that stands; null for none. */
  readonly answer: CommonAnswer | null;
}

export type SynthesisState = { readonly exists: false } | OpenedSynthesis;

export const memberKey = ({ contribution, point }: Member): string => `${contribution}#${point}`;

export const synthesis: Decider<SynthesisState> = {
  initial: { exists: false },
  evolve: (state: SynthesisState, event: RecordedOf<(typeof SYNTHESIS_EVENTS)[number]>): SynthesisState => {
    if (event.type === 'synthesis.opened/1') {
      return {
        exists: true,
        consultation: event.data.consultation,
        published: false,
        divergences: event.data.divergenceCount,
        members: new Map(),
        answer: null,
      };
    }
    if (!state.exists) return state;
    switch (event.type) {
      case 'synthesis.contributionsAttached/1': {
        const members = new Map(state.members);
        for (const member of event.data.members) members.set(memberKey(member), member);
        return { ...state, members };
      }
      case 'synthesis.contributionsDetached/1': {
        const members = new Map(state.members);
        for (const member of event.data.members) members.delete(memberKey(member));
        return { ...state, members };
      }
      case 'synthesis.divergenceRecorded/1':
        return { ...state, divergences: event.data.divergence };
      case 'synthesis.published/2':
        return { ...state, published: true };
      case 'synthesis.outcomeGiven/1': {
        const { outcome, members } = event.data;
        return { ...state, answer: { event: event.id, rev: event.rev, members, outcome, given: givenIn(event) } };
      }
      default:
        return state;
    }
  },
};

/** Whether any point of the contribution is in it. */
export const hasMember = (state: SynthesisState | undefined, contribution: string): boolean =>
  state?.exists === true && [...state.members.values()].some((member) => member.contribution === contribution);
