import fc from 'fast-check';
import { EVALUATION_EVENTS } from '@fil/facts/events/evaluation.events';
import { evaluationResults, evolveTally, type EvaluationTally } from '@fil/facts/figures/evaluation-results';
import type { Actor } from '@fil/facts/kit/actor';
import { someId } from '../deciding/specification/given-when-then';
import { holdsAfterAnySequence, type DrawnCommand } from '../deciding/specification/random-commands';
import { decideClosing } from './close-evaluation/close-evaluation.decide';
import { evaluation, type EvaluationState } from './evaluation.state';
import { decideManagementResponse } from './give-management-response/give-management-response.decide';
import { decidePanelScore } from './give-panel-score/give-panel-score.decide';
import { decideInvitations } from './issue-invitations/issue-invitations.decide';
import { decideOpening } from './open-evaluation/open-evaluation.decide';
import { decidePublication } from './publish-results/publish-results.decide';
import { CONSULTATION, context, CRITERIA, facilitator, official, text, town } from './specification/some-evaluation';

type Command = DrawnCommand<EvaluationState>;
const its: fc.Arbitrary<Actor> = fc.constantFrom(facilitator, facilitator, facilitator, official);
const RESULTS = { size: 4, ...evaluationResults({ criteria: CRITERIA, responses: 0, counts: {} }) };

const commands: fc.Arbitrary<Command>[] = [
  fc.tuple(its, fc.integer({ min: 1, max: 150 })).map(
    ([actor, count]): Command =>
      (state) =>
        decideInvitations(state, Array<string>(count).fill('ab'.repeat(32)), actor, context),
  ),
  fc
    .tuple(
      its,
      fc.constantFrom(
        { criterion: 'trust', mark: 3 },
        { criterion: 'again', choice: 'yes' },
        { criterion: 'again', choice: 'perhaps' },
        { criterion: 'inconnu', mark: 3 },
      ),
    )
    .map(
      ([actor, score]): Command =>
        (state) =>
          decidePanelScore(state, { ...score, evidence: [], explanation: text }, actor, context),
    ),
  fc.tuple(its, fc.constantFrom(text, undefined)).map(
    ([actor, reason]): Command =>
      (state) =>
        decideClosing(state, { reason }, actor, context),
  ),
  fc.tuple(its, fc.constantFrom(RESULTS, RESULTS, null), fc.constantFrom(undefined, null, 12)).map(
    ([actor, found, responses]): Command =>
      (state) =>
        decidePublication(state, { limits: text, responses }, found, actor),
  ),
  fc.constantFrom(official, facilitator).map(
    (actor): Command =>
      (state) =>
        decideManagementResponse(state, { text }, { authority: town }, actor, context),
  ),
];
/** What comes next: so that most sequences come to an end. */
const next: Command = (state) => {
  if (!state.exists || state.closedAt === null) return decideClosing(state, { reason: text }, facilitator, context);
  return state.published
    ? decideManagementResponse(state, { text }, { authority: town }, official, context)
    : decidePublication(state, { limits: text }, RESULTS, facilitator);
};
const tallied = (events: readonly { readonly type: string; readonly stream: string; readonly data: object }[]) =>
  events.reduce<EvaluationTally | null>((tally, event) => evolveTally(tally, 'test', event as never), null);

it('after any sequence of commands an evaluation is in a legal state, and every event fits its definition', () => {
  const recorded = holdsAfterAnySequence<EvaluationState>({
    decider: evaluation,
    first: (state) =>
      decideOpening(
        state,
        {
          authority: someId('authority'),
          target: CONSULTATION,
          criteria: CRITERIA,
          from: '2026-03-01',
          to: '2026-03-31',
          facilitator: 'animatrice',
          title: text,
          method: text,
          criterionTexts: [text, text],
        },
        { authority: town, missing: null },
        context,
      ),
    commands: [...commands, fc.constant(next), fc.constant(next)],
    legal: (state) => {
      if (!state.exists) throw new Error('an evaluation that was opened exists');
      if (state.published && state.closedAt === null) throw new Error('published while answers were expected');
      if (state.response !== null && !state.published) throw new Error('a response to results nobody has seen');
    },
    publicFolds: [(events) => evaluationResults(tallied(events)!)],
    runs: 120,
  });
  expect([...recorded.keys()].sort()).toEqual(EVALUATION_EVENTS.map(({ type }) => type).sort());
});
