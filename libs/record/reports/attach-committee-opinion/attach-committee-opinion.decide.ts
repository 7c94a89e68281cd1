import { committeeOpinionAttached } from '@fil/facts/events/report.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { notAttachable, THE_COMMITTEE } from '../attaching';
import type { OverseerState } from '../own-texts';
import type { ReportState } from '../report.state';
import type { AttachCommitteeOpinionInput } from './attach-committee-opinion.command';

export const decideCommitteeOpinion = (
  state: ReportState,
  command: AttachCommitteeOpinionInput,
  committee: OverseerState,
  actor: Actor,
  { today }: DecidingContext,
): Decided =>
  notAttachable(state, committee, command, THE_COMMITTEE, actor) ??
  notYetHappened('report.toCome', command.occurredOn, today) ?? [eventFrom(committeeOpinionAttached, command)];
