import { z } from 'zod';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import type { Recorded } from '../../deciding/take-decision';

export const issueInvitationsInput = z.strictObject({
  /** How many codes to issue. */
  count: z.int().min(1).max(500),
});
export type IssueInvitationsInput = z.infer<typeof issueInvitationsInput>;

export interface IssuedInvitations extends Recorded {
  /** Told once; absent when the command was sent again. */
  readonly invitations?: readonly string[];
}

/** By the facilitator. */
export class IssueInvitations {
  constructor(
    readonly evaluation: ObjectId<'evaluation'>,
    readonly input: IssueInvitationsInput,
    readonly requested: RequestedBy,
  ) {}
}
