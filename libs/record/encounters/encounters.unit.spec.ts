import type { NewEvent } from '@fil/facts/kit/event-definition';
import { slipNumber, slipOfNumber } from '@fil/facts/numbers/slip-number';
import { CONSULTATION, consultationEvents } from '../contributions/specification/some-mandate';
import { consultation } from '../consultations/consultation.state';
import type { Decided } from '../deciding/decider';
import { expectEvents, expectRefusal, stateAfter } from '../deciding/specification/given-when-then';
import { decideAllocation } from './allocate-slips/allocate-slips.decide';
import { decideCancelling } from './cancel-encounter/cancel-encounter.decide';
import { decideCounting } from './count-sheets/count-sheets.decide';
import { decideEntering } from './enter-sheets/enter-sheets.decide';
import { encounter, isSlip, sheetOfSlip, type EncounterState, type PlannedEncounter } from './encounter.state';
import { decideHolding } from './hold-encounter/hold-encounter.decide';
import { decideRestitution } from './hold-restitution/hold-restitution.decide';
import { planEncounterInput } from './plan-encounter/plan-encounter.command';
import { decidePlanning } from './plan-encounter/plan-encounter.decide';
import { decidePostponing } from './postpone-encounter/postpone-encounter.decide';
import { decideMinutes } from './publish-minutes/publish-minutes.decide';

const context = { today: '2026-03-03', at: '2026-03-03T09:42:00Z' };
const reason = { fr: 'Salle indisponible.' };
const open = stateAfter(consultation, ...consultationEvents());
const plan = planEncounterInput.parse({
  consultation: CONSULTATION,
  format: 'workshop',
  title: { fr: 'Atelier' },
  questions: [{ fr: 'Où planter ?' }, { fr: 'Qui arrose ?' }],
});
const planned = expectEvents(decidePlanning(encounter.initial, plan, open, context))[0]!;
const after = (...steps: ((state: EncounterState) => Decided)[]): PlannedEncounter => {
  const events: NewEvent[] = [planned];
  for (const step of steps) events.push(...expectEvents(step(stateAfter(encounter, ...events))));
  return stateAfter(encounter, ...events) as PlannedEncounter;
};
const hold = (state: EncounterState): Decided => decideHolding(state, { participants: 20, approximate: true }, context);
const count = (state: EncounterState): Decided =>
  decideCounting(state, { handedIn: 20, blank: 1, presence: ['participants'] }, context);
const allocate =
  (n: number) =>
  (state: EncounterState): Decided =>
    decideAllocation(state, { count: n }, context);
const cancel = (state: EncounterState): Decided => decideCancelling(state, { reason }, context);

describe('planning an encounter', () => {
  it('numbers its questions from 1', () => {
    expect(planned).toMatchObject({ data: { questionCount: 2 }, words: { questions: plan.questions } });
  });

  it('may promise its minutes, a time after it is held', () => {
    const minutesPromise = { amount: 3, unit: 'weeks' } as const;
    const promising = planEncounterInput.parse({ ...plan, minutesPromise });
    const [event] = expectEvents(decidePlanning(encounter.initial, promising, open, context));
    expect(event).toMatchObject({ data: { minutesPromise } });
  });

  it('needs a consultation, and happens once', () => {
    expect(expectRefusal(decidePlanning(encounter.initial, plan, consultation.initial, context))).toBe(
      'consultation.unknown',
    );
    expect(expectRefusal(decidePlanning(after(), plan, open, context))).toBe('encounter.exists');
  });

  it('may be recorded after the fact', () => {
    const past = { ...plan, expectedOn: '2025-06-05', occurredOn: '2025-05' };
    expectEvents(decidePlanning(encounter.initial, past, open, context));
    const held = decideHolding(after(), { participants: 20, approximate: true, occurredOn: '2025-06-05' }, context);
    expect(expectEvents(held)[0]).toMatchObject({ occurredOn: '2025-06-05' });
  });
});

describe('an encounter', () => {
  it('is postponed or cancelled before it is held, and held once', () => {
    expectEvents(decidePostponing(after(), { reason, to: '2026-04' }, context));
    for (const decided of [decidePostponing(after(hold), { reason }, context), cancel(after(hold)), hold(after(hold))])
      expect(expectRefusal(decided)).toBe('encounter.alreadyHeld');
    for (const decided of [
      decidePostponing(after(cancel), { reason }, context),
      cancel(after(cancel)),
      hold(after(cancel)),
    ])
      expect(expectRefusal(decided)).toBe('encounter.cancelled');
    expect(expectRefusal(decideHolding(after(), { occurredOn: '2026-03-04' }, context))).toBe('encounter.toCome');
  });

  it('is held before sheets are counted, minutes published and what was said reported back', () => {
    const minutes = { sha256: 'a'.repeat(64), address: 'https://ville.invalid/cr.pdf' };
    for (const decided of [
      count(after()),
      decideMinutes(after(), minutes, context),
      decideRestitution(after(), { participants: 12 }, context),
    ])
      expect(expectRefusal(decided)).toBe('encounter.notHeld');
    expectEvents(decideMinutes(after(hold), minutes, context));
    expectEvents(decideRestitution(after(hold), { participants: 12 }, context));
  });

  it('counts blank sheets among those handed in', () => {
    const wrong = { handedIn: 3, blank: 4, presence: [] };
    expect(expectRefusal(decideCounting(after(hold), wrong, context))).toBe('encounter.moreBlankThanHandedIn');
  });

  it('has its sheets counted before they are entered, and says whether a difference was explained', () => {
    const done = { entered: 18, unreadable: 0, missing: [7] };
    expect(expectRefusal(decideEntering(after(hold), done, context))).toBe('encounter.notCounted');
    const counted = after(hold, count);
    expect(expectEvents(decideEntering(counted, done, context))[0]!.data).toMatchObject({ differenceExplained: false });
    expect(expectEvents(decideEntering(counted, { ...done, difference: reason }, context))[0]!.data).toMatchObject({
      differenceExplained: true,
    });
  });

  it('does nothing before it exists', () => {
    for (const decided of [
      hold(encounter.initial),
      count(encounter.initial),
      cancel(encounter.initial),
      allocate(1)(encounter.initial),
    ])
      expect(expectRefusal(decided)).toBe('encounter.missing');
  });
});

describe('numbers allocated in advance by blocks', () => {
  it('go on from block to block', () => {
    const state = after(allocate(20), allocate(5));
    expect(state.slips).toEqual([
      { block: 1, from: 1, count: 20 },
      { block: 2, from: 21, count: 5 },
    ]);
    expect([1, 25, 26].map((sheet) => isSlip(state, sheet))).toEqual([true, true, false]);
    expect(expectRefusal(allocate(1)(after(cancel)))).toBe('encounter.cancelled');
  });

  it('a printed slip has one before anything is typed, and it leads to its place in the encounter', () => {
    const state = after(allocate(20), allocate(5));
    const printed = slipNumber({ block: 2, place: 3 });
    expect(sheetOfSlip(state, slipOfNumber(printed)!)).toBe(23);
    expect(sheetOfSlip(state, { block: 2, place: 6 })).toBeNull();
    expect(sheetOfSlip(state, { block: 3, place: 1 })).toBeNull();
  });
});
