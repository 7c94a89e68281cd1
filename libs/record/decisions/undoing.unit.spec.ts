import { decisionAnnulled, decisionRepealed } from '@fil/facts/events/decision.events';
import { event } from '@fil/facts/kit/event-definition';
import { decisionStanding } from '@fil/facts/figures/decision-facts';
import { expectEvents, expectRefusal, recordedForm, someId } from '../deciding/specification/given-when-then';
import { amendDecisionInput } from './amend-decision/amend-decision.command';
import { decideAmendment } from './amend-decision/amend-decision.decide';
import { annulDecisionInput } from './annul-decision/annul-decision.command';
import { decideAnnulment } from './annul-decision/annul-decision.decide';
import { decision, type DecisionState } from './decision.state';
import { repealDecisionInput } from './repeal-decision/repeal-decision.command';
import { decideRepeal } from './repeal-decision/repeal-decision.decide';
import { after, context, notRegistered, REASON } from './specification/some-decision';

const id = someId('decision');
const act = { id: '2026-DELIB-020' };
const said = { by: 'council', act, reason: REASON };

type Decide = (more?: object, state?: DecisionState, by?: DecisionState) => ReturnType<typeof decideAmendment>;
const amend: Decide = (more = {}, state = after(), by = undefined) =>
  decideAmendment(id, state, amendDecisionInput.parse({ ...said, ...more }), by, context);
const annul: Decide = (more = {}, state = after(), by = undefined) =>
  decideAnnulment(id, state, annulDecisionInput.parse({ ...said, extent: 'whole', ...more }), by, context);
const repeal: Decide = (more = {}, state = after(), by = undefined) =>
  decideRepeal(id, state, repealDecisionInput.parse({ ...said, ...more }), by, context);
const all: readonly [string, Decide][] = [
  ['amending', amend],
  ['annulling', annul],
  ['repealing', repeal],
];

const annulled = event(decisionAnnulled, { data: { by: 'court', extent: 'whole' }, words: { reason: REASON } });
const annulledInPart = event(decisionAnnulled, { data: { by: 'court', extent: 'part' }, words: { reason: REASON } });
const repealed = event(decisionRepealed, { data: { by: 'council', act }, words: { reason: REASON } });

describe.each(all)('%s a decision', (_, decide) => {
  it('says who, by which act and why', () => {
    expect(expectEvents(decide())[0]).toMatchObject({ data: { by: 'council', act }, words: { reason: REASON } });
  });

  it('refuses without the act by which the authority does it; a court and the prefect tell it in the reason', () => {
    expect(expectRefusal(decide({ act: undefined }))).toBe('decision.undoingActMissing');
    expect(expectRefusal(decide({ act: { date: '2026-02-01' }, by: 'executive' }))).toBe('decision.undoingActMissing');
    expectEvents(decide({ act: undefined, by: 'prefect' }));
    expectEvents(decide({ act: undefined, by: 'court' }));
  });

  it('reads the decision that does it in its stream: missing, there, and never itself', () => {
    const other = someId('decision', 2);
    expect(expectRefusal(decide({ decision: other }, after(), notRegistered))).toBe('decision.unknownDecision');
    expectEvents(decide({ decision: other, act: undefined }, after(), after()));
    expect(expectRefusal(decide({ decision: id }, after(), after()))).toBe('decision.undoneByItself');
  });

  it('refuses what is annulled already', () => {
    expect(expectRefusal(decide({}, after(annulled)))).toBe('decision.annulled');
    expectEvents(decide({}, after(annulledInPart)));
  });

  it('refuses a decision that is not registered, a day to come, and one before it was taken', () => {
    expect(expectRefusal(decide({}, notRegistered))).toBe('decision.missing');
    expect(expectRefusal(decide({ occurredOn: '2026-04' }))).toBe('decision.toCome');
    expect(expectRefusal(decide({ occurredOn: '2025' }))).toBe('decision.beforeItWasTaken');
  });
});

describe('a decision that was repealed', () => {
  it('is neither amended nor repealed, but may be annulled for the time it had effect', () => {
    expect(expectRefusal(amend({}, after(repealed)))).toBe('decision.repealed');
    expect(expectRefusal(repeal({}, after(repealed)))).toBe('decision.repealed');
    expectEvents(annul({}, after(repealed)));
  });
});

it('what rests on an annulled act is shown so; nothing is rewritten: the decision keeps what it said', () => {
  const before = after();
  const [event] = expectEvents(annul({}, before));
  const state = decision.evolve(before, recordedForm(event!, 1) as never);
  expect(state.exists && decisionStanding(state)).toBe('annulled');
  expect(state).toMatchObject({ takenOn: '2026-01-10', body: 'conseil', consultations: [someId('consultation')] });
});
