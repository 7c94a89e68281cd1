import fc from 'fast-check';
import { STAGES } from '@fil/facts/codes/progress';
import { REASONS } from '@fil/facts/codes/reason';
import { stageReached } from '@fil/facts/events/commitment.events';
import { evolveCommitment, isOpen, type CommitmentFacts } from '@fil/facts/figures/commitment-progress';
import { sharesByCouncil } from '@fil/facts/figures/councils';
import type { Actor } from '@fil/facts/kit/actor';
import { event } from '@fil/facts/kit/event-definition';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import { expectEvents, someId } from '../deciding/specification/given-when-then';
import { holdsAfterAnySequence, type DrawnCommand } from '../deciding/specification/random-commands';
import { decideAbandonment } from './abandon-commitment/abandon-commitment.decide';
import { decideBudgetCommitted } from './commit-budget/commit-budget.decide';
import { commitment, type CommitmentState } from './commitment.state';
import { decideConfirmation } from './confirm-commitment/confirm-commitment.decide';
import { decideContest } from './contest-completion/contest-completion.decide';
import { decideCompletion } from './declare-done/declare-done.decide';
import { decideStageLost } from './lose-stage/lose-stage.decide';
import { decideMaking } from './make-commitment/make-commitment.decide';
import { decideModification } from './modify-commitment/modify-commitment.decide';
import { decideSourceNoLongerLists } from './note-source-no-longer-lists/note-source-no-longer-lists.decide';
import { decideStageReached } from './reach-stage/reach-stage.decide';
import { decideReassignment } from './reassign-commitment/reassign-commitment.decide';
import { decideReopening } from './reopen-commitment/reopen-commitment.decide';
import { decideProgressReport } from './report-progress/report-progress.decide';
import { decideRescheduling } from './reschedule-commitment/reschedule-commitment.decide';
import { decideResumption } from './resume-commitment/resume-commitment.decide';
import { claimed, context, findingId, someCommittee, townUnder } from './specification/some-commitment';
import { decideBudgetSpent } from './spend-budget/spend-budget.decide';
import { decideStart } from './start-commitment/start-commitment.decide';
import { decideSuspension } from './suspend-commitment/suspend-commitment.decide';
import { decideVerification } from './verify-commitment/verify-commitment.decide';

type Command = DrawnCommand<CommitmentState>;
const ID = someId('commitment');
const authority = townUnder({ '2026-2032': '2026-02-01' });
const reason = { fr: 'Une raison.' };
const by: Actor = { role: 'committeeMember', body: 'comite-suivi' };
const independent = someCommittee({ findings: [ID, ID, ID] });
const tied = someCommittee({ findings: [ID], tied: true });

const when = fc.constantFrom(null, '2026-01', '2026-02-20', '2026-06', '2027', '2026-01/2026-04');
const stage = fc.constantFrom(...STAGES);
const cents = fc.integer({ min: -100, max: 100 });
const evidence = fc.constantFrom([], ['PV de réception']);
const verdict = fc.record({
  finding: fc.integer({ min: 1, max: 4 }).map(findingId),
  committee: fc.constantFrom(independent, independent, tied),
});

/** What is drawn refers to the state now and then: else nearly every change of a date or an owner would be refused. */
const known = (state: CommitmentState): CommitmentFacts | null => (state.exists ? state.facts : null);

const working: fc.Arbitrary<Command>[] = [
  fc.constant((state) => decideStart(state, {}, context)),
  fc.tuple(stage, fc.boolean()).map(
    ([to, ok]): Command =>
      (state) =>
        decideStageReached(
          state,
          { stage: to, from: ok ? (known(state)?.advance.stage ?? undefined) : 'works' },
          context,
        ),
  ),
  stage.map(
    (to): Command =>
      (state) =>
        decideStageLost(state, { from: known(state)?.advance.stage ?? 'works', to, reason }, context),
  ),
  fc.record({ percent: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }), evidence }).map(
    (report): Command =>
      (state) =>
        decideProgressReport(state, report, context),
  ),
  cents.map(
    (amount): Command =>
      (state) =>
        decideBudgetCommitted(state, { cents: amount, reference: 'M-1' }, undefined, context),
  ),
  cents.map(
    (amount): Command =>
      (state) =>
        decideBudgetSpent(state, { cents: amount, reference: 'M-1' }, undefined, context),
  ),
  when.map(
    (to): Command =>
      (state) =>
        decideRescheduling(
          state,
          { from: known(state)?.plannedNow ?? null, to, reason, decidedBy: 'adjointe-espace-public' },
          authority,
          context,
        ),
  ),
  fc.constant((state) => decideSuspension(state, { reason }, { authority }, context)),
  fc.constant((state) => decideResumption(state, {}, context)),
  fc
    .record({
      means: fc.constantFrom(undefined, reason, reason, reason),
      weight: fc.constantFrom(undefined, undefined, undefined, 3),
    })
    .map(
      (change): Command =>
        (state) =>
          decideModification(state, { ...change, reason }, { authority }, context),
    ),
  fc.constantFrom('voirie', 'parcs', 'ancien', null).map(
    (to): Command =>
      (state) =>
        decideReassignment(state, { owner: { from: known(state)?.owner ?? null, to } }, authority, context),
  ),
  fc.constant((state) => decideConfirmation(state, {}, { authority }, context)),
];

const ending: fc.Arbitrary<Command>[] = [
  evidence.map(
    (items): Command =>
      (state) =>
        decideCompletion(state, { evidence: items }, context),
  ),
  verdict.map(
    ({ finding, committee }): Command =>
      (state) =>
        decideVerification(ID, state, { committee: someId('committee'), finding }, { committee, by }, context),
  ),
  verdict.map(
    ({ finding, committee }): Command =>
      (state) =>
        decideContest(ID, state, { committee: someId('committee'), finding }, { committee, by }, context),
  ),
  fc.subarray([...REASONS], { maxLength: 2 }).map(
    (reasons): Command =>
      (state) =>
        decideAbandonment(state, { reasons, reason, decidedBy: 'adjointe-espace-public' }, { authority }, context),
  ),
  fc.constant((state) => decideReopening(state, { reason }, context)),
  fc.constant((state) => decideSourceNoLongerLists(state, { lastListedOn: '2026-01' }, context)),
];

const making = (state: CommitmentState) =>
  decideMaking(
    state,
    {
      authority: someId('authority'),
      answers: [someId('contribution')],
      themes: [],
      owner: 'voirie',
      dueOn: '2026-06',
      title: reason,
      occurredOn: '2026-01-10',
      source: { name: 'plateforme', type: 'project', id: 'e-1' },
    },
    { authority },
    context,
  );

function legal(state: CommitmentState): void {
  if (!state.exists) throw new Error('a commitment that was made never ceases to exist');
  const { facts, progress } = state;
  if ((facts.closedOn === null) !== isOpen(facts)) throw new Error('closed and open at once');
  if (facts.budget.committed < 0 || facts.budget.spent < 0) throw new Error('less than nothing');
  if (facts.owner === null && facts.accountable === null) throw new Error('nobody owns it');
  if (progress === 'verified' && facts.stands.length === 0) throw new Error('verified by nobody');
  if (facts.stands.length > 0 && isOpen(facts)) throw new Error('a verdict on no claim');
  if (new Set(facts.stands.map(({ committee }) => committee)).size < facts.stands.length)
    throw new Error('a committee says two things');
  if ((progress === 'suspended') !== 'resumesAs' in facts.advance) throw new Error('suspended from nowhere');
  if (facts.reschedulings !== facts.slips.length) throw new Error('a slip was lost');
  for (const { slippedDays, daysLate } of sharesByCouncil(facts, [], context.today))
    if (!Number.isFinite(slippedDays) || daysLate < 0) throw new Error('lateness that is none');
}

const publicFolds = [
  (events: readonly RecordedEvent[]) =>
    events.reduce<CommitmentFacts | null>((facts, event) => evolveCommitment(facts, event), null),
];
const of = (...names: string[]) => expect.arrayContaining(names.map((name) => `commitment.${name}`)) as string[];

describe('no sequence of commands brings a commitment into an illegal state', () => {
  it('while work goes on', () => {
    const first = (state: CommitmentState) => [
      ...expectEvents(making(state)),
      event(stageReached, { data: { stage: 'works' }, words: {} }),
    ];
    const sequence = { decider: commitment, first, commands: [...working, ...ending], legal, publicFolds, runs: 200 };
    expect([...holdsAfterAnySequence<CommitmentState>(sequence).keys()]).toEqual(
      of('stageReached/1', 'stageLost/1', 'progressReported/2', 'rescheduled/1', 'suspended/1', 'modified/1'),
    );
  });

  it('once it is claimed done', () => {
    const first = (state: CommitmentState) => [...expectEvents(making(state)), claimed];
    const sequence = { decider: commitment, first, commands: ending, legal, publicFolds, runs: 200 };
    expect([...holdsAfterAnySequence<CommitmentState>(sequence).keys()]).toEqual(
      of('verifiedByCommittee/1', 'contestedByCommittee/1', 'reopened/2'),
    );
  });
});
