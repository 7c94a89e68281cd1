/** The objects that a commitment names beside its authority, each once. */
import type { commitmentMade, contestedByCommittee } from '@fil/facts/events/commitment.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import { eventsOf, type History } from '../reading/history';

const once = (ids: readonly (string | undefined)[]): string[] => [
  ...new Set(ids.filter((id): id is string => id !== undefined)),
];

/** The decision it follows from, and the one that abandoned it. */
export const decisionsNamedBy = (commitment: History): string[] =>
  once(
    eventsOf(commitment, 'commitment.made/1', 'commitment.abandoned/1').map(
      ({ data }) => (data as KnownData<typeof commitmentMade>).decision,
    ),
  );

/** Those that verified or contested it. */
export const committeesNamedBy = (commitment: History): string[] =>
  once(
    eventsOf(commitment, 'commitment.verifiedByCommittee/1', 'commitment.contestedByCommittee/1').map(
      ({ data }) => (data as KnownData<typeof contestedByCommittee>).committee,
    ),
  );
