import { z } from 'zod';
import { erasureRequested } from '@fil/facts/events/erasure.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';
import { contributionAuthorKey } from '../../contributions/contribution-author';

const asked = {
  what: input(erasureRequested.facts.what),
  /** None when everything is asked for. */
  fields: input(erasureRequested.facts.fields).default([]),
  ...inputs(erasureRequested.sealed),
};

/** By the author, with her key. */
export const authorsRequestInput = z.strictObject({ ...asked, authorKey: contributionAuthorKey });
export type AuthorsRequestInput = z.infer<typeof authorsRequestInput>;

/** By the office that received it, on the day it did. */
export const officesRequestInput = z.strictObject({
  ...asked,
  target: input(erasureRequested.facts.target),
  office: input(erasureRequested.facts.office).unwrap(),
  occurredOn: occurredOnInput,
});
export type OfficesRequestInput = z.infer<typeof officesRequestInput>;

export class RequestErasureAsAuthor {
  constructor(
    readonly contribution: ObjectId<'contribution'>,
    readonly input: AuthorsRequestInput,
    readonly requested: RequestedBy,
  ) {}
}

export class RequestErasureOnBehalf {
  constructor(
    readonly input: OfficesRequestInput,
    readonly requested: RequestedBy,
  ) {}
}
