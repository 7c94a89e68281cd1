import { slipsAllocated } from '@fil/facts/events/encounter.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { lastSlip, type EncounterState } from '../encounter.state';
import { cancelledEncounter, missingEncounter } from '../missing-encounter';
import type { AllocateSlipsInput } from './allocate-slips.command';

const MOST = slipsAllocated.facts.from.most!;

/** What is printed on them follows from where the log puts this block. */
export function decideAllocation(
  state: EncounterState,
  command: AllocateSlipsInput,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingEncounter();
  if (state.cancelled) return cancelledEncounter();
  const from = lastSlip(state) + 1;
  if (from + command.count - 1 > MOST) {
    return refuse(
      'encounter.tooManySlips',
      {
        fr: `Une rencontre a au plus ${MOST} fiches numérotées.`,
        en: `An encounter has at most ${MOST} numbered slips.`,
      },
      { field: 'count' },
    );
  }
  return (
    notYetHappened('encounter.toCome', command.occurredOn, context.today) ?? [
      eventFrom(slipsAllocated, command, { from }),
    ]
  );
}
