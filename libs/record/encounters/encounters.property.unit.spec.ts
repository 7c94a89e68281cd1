import fc from 'fast-check';
import { COUNT_WITNESSES, ENCOUNTER_FORMATS } from '@fil/facts/codes/encounter';
import { encounterHeld, sheetsCounted, slipsAllocated } from '@fil/facts/events/encounter.events';
import { evolveEncounter, sheetsUnaccounted, type EncounterFacts } from '@fil/facts/figures/encounter-facts';
import { consultation } from '../consultations/consultation.state';
import { CONSULTATION, consultationEvents } from '../contributions/specification/some-mandate';
import { holdsAfterAnySequence, type DrawnCommand } from '../deciding/specification/random-commands';
import { stateAfter } from '../deciding/specification/given-when-then';
import { decideAllocation } from './allocate-slips/allocate-slips.decide';
import { decideCancelling } from './cancel-encounter/cancel-encounter.decide';
import { decideCounting } from './count-sheets/count-sheets.decide';
import { encounter, sheetsDiffer, type EncounterState } from './encounter.state';
import { decideEntering } from './enter-sheets/enter-sheets.decide';
import { decideHolding } from './hold-encounter/hold-encounter.decide';
import { decideRestitution } from './hold-restitution/hold-restitution.decide';
import { decidePlanning } from './plan-encounter/plan-encounter.decide';
import { decidePostponing } from './postpone-encounter/postpone-encounter.decide';
import { decideMinutes } from './publish-minutes/publish-minutes.decide';

const context = { today: '2026-03-03', at: '2026-03-03T09:42:00Z' };
const open = stateAfter(consultation, ...consultationEvents());
const reason = { fr: 'Une raison.' };
const occurredOn = fc.constantFrom(undefined, '2026-02', '2026-03-01', '2027');
const few = fc.integer({ min: 0, max: 12 });
const drawn = <C>(
  arbitrary: fc.Arbitrary<C>,
  decide: (state: EncounterState, command: C) => ReturnType<DrawnCommand<EncounterState>>,
) =>
  arbitrary.map(
    (command): DrawnCommand<EncounterState> =>
      (state) =>
        decide(state, command),
  );

it('an encounter stays legal after any sequence of commands', () => {
  const recorded = holdsAfterAnySequence<EncounterState>({
    decider: encounter,
    first: (state) =>
      decidePlanning(state, { consultation: CONSULTATION, format: 'stall', title: reason }, open, context),
    runs: 200,
    commands: [
      drawn(fc.record({ format: fc.constantFrom(...ENCOUNTER_FORMATS), occurredOn }), (state, command) =>
        decidePlanning(state, { consultation: CONSULTATION, title: reason, ...command }, open, context),
      ),
      drawn(fc.record({ occurredOn }), (state, command) => decidePostponing(state, { ...command, reason }, context)),
      fc.oneof(
        {
          weight: 1,
          arbitrary: drawn(fc.record({ occurredOn }), (state, command) =>
            decideCancelling(state, { ...command, reason }, context),
          ),
        },
        {
          weight: 9,
          arbitrary: drawn(fc.record({ participants: few, occurredOn }), (state, command) =>
            decideHolding(state, command, context),
          ),
        },
      ),
      drawn(fc.record({ count: fc.integer({ min: 1, max: 999 }) }), (state, command) =>
        decideAllocation(state, command, context),
      ),
      drawn(fc.record({ handedIn: few, blank: few, presence: fc.subarray([...COUNT_WITNESSES]) }), (state, command) =>
        decideCounting(state, command, context),
      ),
      drawn(
        fc.record({ entered: few, unreadable: few, difference: fc.constantFrom(undefined, reason) }),
        (state, command) => decideEntering(state, { ...command, missing: [] }, context),
      ),
      drawn(fc.record({ occurredOn }), (state, command) =>
        decideMinutes(state, { ...command, sha256: 'a'.repeat(64), address: 'https://ville.invalid/cr.pdf' }, context),
      ),
      drawn(fc.record({ participants: few }), (state, command) => decideRestitution(state, command, context)),
    ],
    legal: (state, events) => {
      if (!state.exists) return;
      expect(state.cancelled && state.heldOn !== null).toBe(false);
      expect(state.counted !== null && state.heldOn === null).toBe(false);
      expect(state.entered !== null && state.counted === null).toBe(false);
      let next = 1;
      for (const { from, count } of state.slips) {
        expect(from).toBe(next);
        next += count;
      }
      // What holds the collection back is what the figures show.
      const facts = events.reduce<EncounterFacts | null>((before, event) => evolveEncounter(before, event), null)!;
      expect(sheetsDiffer(state)).toBe(sheetsUnaccounted(facts) !== 0 && facts.entered?.explained !== true);
    },
    publicFolds: [
      (events) => events.reduce<EncounterFacts | null>((before, event) => evolveEncounter(before, event), null),
    ],
  });
  for (const type of [encounterHeld, sheetsCounted, slipsAllocated]) expect(recorded.has(type.type)).toBe(true);
});
