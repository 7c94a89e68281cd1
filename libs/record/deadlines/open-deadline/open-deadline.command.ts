import { z } from 'zod';
import { deadlineOpened } from '@fil/facts/events/deadline.events';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs } from '../../deciding/input-kinds';

const { authority, rule, startedOn, owner, about, reference, by } = deadlineOpened.facts;

export const openDeadlineInput = z.strictObject({
  authority: input(authority),
  /** A rule the authority adopted, or one of the start set. */
  rule: input(rule),
  /** The day that starts it; it is not counted. */
  startedOn: input(startedOn),
  owner: input(owner),
  about: input(about),
  reference: input(reference),
  /** The date that was promised, for a rule that says nothing but a promise. */
  by: input(by),
  ...inputs(deadlineOpened.sealed),
});
export type OpenDeadlineInput = z.infer<typeof openDeadlineInput>;

/** Have a deadline followed whose trigger is no event of this register, or adopt one that an import left aside. */
export class OpenDeadline {
  constructor(
    readonly input: OpenDeadlineInput,
    readonly requested: RequestedBy,
  ) {}
}
