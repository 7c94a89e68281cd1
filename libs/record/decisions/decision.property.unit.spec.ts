import fc from 'fast-check';
import { CASE_OUTCOMES, COURTS, EXTENTS, STEP_OUTCOMES, UNDOERS } from '@fil/facts/codes/decision';
import { annulmentOf, decisionStanding, evolveDecision, type DecisionFacts } from '@fil/facts/figures/decision-facts';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import { expectEvents, someId } from '../deciding/specification/given-when-then';
import { holdsAfterAnySequence, type DrawnCommand } from '../deciding/specification/random-commands';
import { decideAmendment } from './amend-decision/amend-decision.decide';
import { decideAnnulment } from './annul-decision/annul-decision.decide';
import { decideChallenge } from './challenge-in-court/challenge-in-court.decide';
import { decision, type DecisionState } from './decision.state';
import { decideReasons } from './publish-reasons/publish-reasons.decide';
import { decideRuling } from './record-ruling/record-ruling.decide';
import { decideRegistration } from './register-decision/register-decision.decide';
import { decideRepeal } from './repeal-decision/repeal-decision.decide';
import { after, challenged, context, notRegistered, REASON, town } from './specification/some-decision';
import { decideSuspensionByCourt } from './suspend-by-court/suspend-by-court.decide';
import { decideStep } from './take-step/take-step.decide';

type Command = DrawnCommand<DecisionState>;
const id = someId('decision');

const occurredOn = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(undefined, '2026-02-01') },
  { weight: 1, arbitrary: fc.constantFrom('2025-12', '2026-05') },
);
const code = fc.constantFrom('recours-1', 'recours-2');
const court = fc.constantFrom(...COURTS);
const undoing = fc.record({
  by: fc.constantFrom(...UNDOERS),
  decision: fc.constantFrom(undefined, id, someId('decision', 2)),
  act: fc.constantFrom(
    undefined,
    { id: '2026-DELIB-020' },
    { id: '2026-1', date: '2026-02-02', prefectureDate: '2026-01-01' },
  ),
  occurredOn,
  reason: fc.constant(REASON),
});
const by = fc.constantFrom(undefined, notRegistered, after());

const inCourt: fc.Arbitrary<Command>[] = [
  fc.record({ case: code, court, occurredOn }).map(
    (one): Command =>
      (state) =>
        decideChallenge(state, one, context),
  ),
  fc.record({ case: code, court, occurredOn }).map(
    (one): Command =>
      (state) =>
        decideSuspensionByCourt(state, one, context),
  ),
  fc.record({ case: code, court, outcome: fc.constantFrom(...CASE_OUTCOMES), occurredOn }).map(
    (one): Command =>
      (state) =>
        decideRuling(state, one, context),
  ),
];
const ends: fc.Arbitrary<Command>[] = [
  fc.tuple(undoing, by).map(
    ([one, other]): Command =>
      (state) =>
        decideAmendment(id, state, one, other, context),
  ),
  fc.tuple(undoing, by).map(
    ([one, other]): Command =>
      (state) =>
        decideRepeal(id, state, one, other, context),
  ),
  fc.tuple(undoing, by, fc.constantFrom(...EXTENTS)).map(
    ([one, other, extent]): Command =>
      (state) =>
        decideAnnulment(id, state, { ...one, extent }, other, context),
  ),
];
const commands: fc.Arbitrary<Command>[] = [
  fc
    .record({
      step: fc.constantFrom('vote', 'bureau'),
      body: fc.constantFrom('conseil', 'senat'),
      outcome: fc.constantFrom(...STEP_OUTCOMES),
      session: fc.constantFrom(undefined, 'conseil-mars', 'conseil-avril'),
      occurredOn,
    })
    .map(
      (step): Command =>
        (state) =>
          decideStep(state, step, { authority: town }, context),
    ),
  occurredOn.map(
    (on): Command =>
      (state) =>
        decideReasons(state, { reasons: REASON, occurredOn: on }, context),
  ),
  ...ends,
  ...inCourt,
];

const registration = (state: DecisionState) =>
  decideRegistration(
    state,
    {
      authority: someId('authority'),
      kind: 'councilDeliberation',
      body: 'conseil',
      consultations: [],
      title: REASON,
      occurredOn: '2026-01-10',
    },
    town,
    context,
  );

function legal(state: DecisionState): void {
  if (!state.exists) throw new Error('a registered decision never ceases to exist');
  if (new Set(state.cases.map((one) => one.case)).size < state.cases.length) throw new Error('one code, two cases');
  const standing = decisionStanding(state);
  if ((annulmentOf(state)?.extent === 'whole') !== (standing === 'annulled')) throw new Error('annulled or not');
  for (const { suspended, ruling } of state.cases) {
    if (suspended && standing === 'inForce') throw new Error('suspended and in force');
    if (ruling?.outcome === 'annulled' && standing !== 'annulled') throw new Error('a ruling went unheard');
  }
}

const publicFolds = [
  (events: readonly RecordedEvent[]) =>
    events.reduce<DecisionFacts | null>((facts, event) => evolveDecision(facts, event), null),
];

describe('no sequence of commands brings a decision into an illegal state', () => {
  it('once it is registered', () => {
    const sequence = { decider: decision, first: registration, commands, legal, publicFolds, runs: 200 };
    const recorded = [...holdsAfterAnySequence<DecisionState>(sequence).keys()];
    expect(recorded).toEqual(
      expect.arrayContaining(['decision.stepTaken/1', 'decision.reasonsPublished/1', 'decision.amended/1']),
    );
  });

  it('once it is challenged in court', () => {
    const first = (state: DecisionState) => [...expectEvents(registration(state)), challenged('recours-1')];
    const sequence = { decider: decision, first, commands: [...inCourt, ...ends], legal, publicFolds, runs: 200 };
    const recorded = [...holdsAfterAnySequence<DecisionState>(sequence).keys()];
    expect(recorded).toEqual(
      expect.arrayContaining([
        'decision.challengedInCourt/1',
        'decision.suspendedByCourt/1',
        'decision.courtRuled/1',
        'decision.annulled/1',
        'decision.repealed/1',
      ]),
    );
  });
});
