import { z } from 'zod';
import { SENSITIVITIES } from '@fil/facts/codes/contribution';
import { contributionRecorded } from '@fil/facts/events/contribution.events';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';
import type { Recorded } from '../../deciding/take-decision';

// Counted and made here.
const { attachmentCount: _count, reachable: _reachable, ...facts } = inputs(contributionRecorded.facts);
const { authorKey: _key, ...words } = inputs(contributionRecorded.sealed);

export const recordContributionInput = z.strictObject({
  ...facts,
  ...words,
  /** Number printed on a slip of the encounter, such as `F412-017-V`, instead of the number of a sheet. */
  slip: z.string().max(60).optional(),
  /** Absent: public, and restricted for a field report. */
  sensitivity: z
    .enum(SENSITIVITIES, { error: ({ input: given }) => (given === 'secret' ? 'secretNeverEntered' : undefined) })
    .optional(),
  themes: input(contributionRecorded.facts.themes).default([]),
  /** The day it was said or deposited, when that is not today. */
  occurredOn: occurredOnInput,
  assisted: input(COMMON_FACTS.assisted),
  takenOver: input(COMMON_FACTS.takenOver),
});
export type RecordContributionInput = z.infer<typeof recordContributionInput>;

/** `authorKey`: shown to the author now, and kept nowhere; absent for what is taken over. */
export type RecordedContributionAnswer = Recorded & { readonly authorKey?: string };

export class RecordContribution {
  constructor(
    readonly input: RecordContributionInput,
    readonly requested: RequestedBy,
  ) {}
}
