import { erasureRefused } from '@fil/facts/events/erasure.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ErasureState } from '../erasure.state';
import { alreadyDecided, anotherOffice, answersNoRequest, missingTarget } from '../order-rules';
import type { TargetState } from '../sealed-fields-of-target';
import type { RefuseErasureInput } from './refuse-erasure.command';

/** @param acting the body that the refusal is given for; null for the administrator */
export const decideErasureRefused = (
  state: ErasureState,
  command: RefuseErasureInput,
  target: TargetState,
  acting: string | null,
  { today }: DecidingContext,
): Decided =>
  alreadyDecided(state) ??
  answersNoRequest(state, command) ??
  missingTarget(target) ??
  anotherOffice(command, acting) ??
  notYetHappened('erasure.refusalToCome', command.occurredOn, today) ?? [eventFrom(erasureRefused, command)];
