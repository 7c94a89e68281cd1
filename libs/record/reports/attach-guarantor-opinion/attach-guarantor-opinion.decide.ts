import { guarantorOpinionAttached } from '@fil/facts/events/report.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { notAttachable, THE_GUARANTOR } from '../attaching';
import type { OverseerState } from '../own-texts';
import type { ReportState } from '../report.state';
import type { AttachGuarantorOpinionInput } from './attach-guarantor-opinion.command';

export const decideGuarantorOpinion = (
  state: ReportState,
  command: AttachGuarantorOpinionInput,
  guarantor: OverseerState,
  actor: Actor,
  { today }: DecidingContext,
): Decided =>
  notAttachable(state, guarantor, command, THE_GUARANTOR, actor) ??
  notYetHappened('report.toCome', command.occurredOn, today) ?? [eventFrom(guarantorOpinionAttached, command)];
