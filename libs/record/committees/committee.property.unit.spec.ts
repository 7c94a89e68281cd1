import fc from 'fast-check';
import { ASSESSMENTS, TIES } from '@fil/facts/codes/oversight';
import { COMMITTEE_EVENTS } from '@fil/facts/events/committee.events';
import { evolveCommittee, independenceOn } from '@fil/facts/figures/independence';
import type { Actor } from '@fil/facts/kit/actor';
import type { NewEvent } from '@fil/facts/kit/event-definition';
import type { Decided } from '../deciding/decider';
import { expectEvents, givenEventId, someId, stateAfter } from '../deciding/specification/given-when-then';
import { holdsAfterAnySequence, type DrawnCommand } from '../deciding/specification/random-commands';
import { decideAppointment } from './appoint-member/appoint-member.decide';
import { decideAssessments } from './assess-sample/assess-sample.decide';
import { decideClosing } from './close-finding/close-finding.decide';
import { committee, mayVerify, type CommitteeState } from './committee.state';
import { decideTies } from './declare-ties/declare-ties.decide';
import { decideSample } from './draw-sample/draw-sample.decide';
import { decideEstablishing } from './establish-committee/establish-committee.decide';
import { decideCut } from './freeze-cut/freeze-cut.decide';
import { decideReply } from './give-reply/give-reply.decide';
import { decideOpinion } from './issue-opinion/issue-opinion.decide';
import { decideDeparture } from './record-departure/record-departure.decide';
import { decideFinding } from './record-finding/record-finding.decide';
import { decideIntegrityCheck } from './record-integrity-check/record-integrity-check.decide';
import { decideSuspensionReply } from './reply-to-committee-suspension/reply-to-committee-suspension.decide';
import { decideRestoration } from './restore-committee-passage/restore-committee-passage.decide';
import { context, itself, official, REPLY_DUE_ON, ROOT, text, TOMORROW, town } from './specification/some-committee';
import { decideSuspension } from './suspend-committee-passage/suspend-committee-passage.decide';

type Command = DrawnCommand<CommitteeState>;
const its: fc.Arbitrary<Actor> = fc.constantFrom(itself, itself, itself, official);
const hers: fc.Arbitrary<Actor> = fc.constantFrom(official, official, official, itself);
/** One of the ids a state knows, or one that nobody has. */
const among = (ids: Iterable<string> | undefined, n: number): string => {
  const known = [...(ids ?? [])];
  return known[n % (known.length + 1)] ?? givenEventId(99);
};
const known = (state: CommitteeState) => (state.exists ? state : undefined);
const oneOf = (state: CommitteeState, one: number): string =>
  among(
    known(state)?.members.map(({ member: code }) => code),
    one,
  );
const n = fc.nat({ max: 20 });
const member = fc.constantFrom('a', 'b', 'c');
const ties = fc.array(
  fc.record({ kind: fc.constantFrom(...TIES), endedOn: fc.constantFrom(undefined, '2021', '2023-03', '2025-12-31') }),
  { maxLength: 2 },
);
const occurredOn = fc.constantFrom(undefined, undefined, '2026-02', TOMORROW);
const items = fc.subarray([1, 2, 3, 4].map((n) => someId('contribution', n)));

const members: fc.Arbitrary<Command>[] = [
  fc.tuple(member, ties, occurredOn).map(
    ([one, declared, day]): Command =>
      (state) =>
        decideAppointment(
          state,
          { member: one, ties: declared, appointedBy: 'residents', chosenBy: 'election', occurredOn: day },
          official,
          context,
        ),
  ),
  fc.tuple(its, n, ties).map(
    ([actor, one, declared]): Command =>
      (state) =>
        decideTies(state, { member: oneOf(state, one), ties: declared }, actor, context),
  ),
  n.map(
    (one): Command =>
      (state) =>
        decideDeparture(
          state,
          {
            member: among(
              known(state)?.members.map(({ member: code }) => code),
              one,
            ),
            reason: 'resigned',
          },
          official,
          context,
        ),
  ),
];
const audits: fc.Arbitrary<Command>[] = [
  its.map(
    (actor): Command =>
      (state) =>
        decideCut(state, { size: 20 }, ROOT, actor),
  ),
  fc.tuple(n, items).map(
    ([one, population]): Command =>
      (state) =>
        decideSample(
          state,
          { cut: among(known(state)?.cuts.keys(), one), population: { of: 'contribution' }, count: 3 },
          population,
          itself,
        ),
  ),
  fc.tuple(n, n, fc.constantFrom(...ASSESSMENTS)).map(([one, other, found]): Command => (state) => {
    const sample = among(known(state)?.samples.keys(), one);
    const item = among(known(state)?.samples.get(sample)?.items, other) as `contribution-${string}`;
    const verdict = { item, found, restated: found, grouped: found, answered: found };
    return decideAssessments(state, { sample, items: [verdict] }, itself, context);
  }),
  fc.tuple(its, fc.boolean()).map(
    ([actor, same]): Command =>
      (state) =>
        decideIntegrityCheck(
          state,
          { size: 20, root: same ? ROOT : '00'.repeat(32), result: 'whole', tool: 'outil' },
          ROOT,
          actor,
          context,
        ),
  ),
];
const findings: fc.Arbitrary<Command>[] = [
  fc.tuple(its, fc.constantFrom(undefined, '2026-03-10', '2026-06-01')).map(
    ([actor, replyDueOn]): Command =>
      (state) =>
        decideFinding(
          state,
          { target: someId('commitment'), kind: 'alert', text, replyDueOn },
          { exists: true, hasEvent: true, inScope: true },
          actor,
          context,
        ),
  ),
  fc.tuple(hers, n).map(
    ([actor, one]): Command =>
      (state) =>
        decideReply(
          state,
          { finding: among(known(state)?.findings.keys(), one), text },
          { authority: town },
          actor,
          context,
        ),
  ),
  fc.tuple(its, n, fc.boolean()).map(
    ([actor, one, satisfied]): Command =>
      (state) =>
        decideClosing(state, { finding: among(known(state)?.findings.keys(), one), satisfied }, actor, context),
  ),
  its.map(
    (actor): Command =>
      (state) =>
        decideOpinion(state, { title: text, text }, false, actor, context),
  ),
];
const passages: fc.Arbitrary<Command>[] = [
  fc.tuple(hers, n, fc.constantFrom(['/text'], ['/note'], ['/kind'])).map(
    ([actor, named, paths]): Command =>
      (state) =>
        decideSuspension(
          state,
          {
            event: among(known(state)?.passages.texts.keys(), named),
            paths,
            ground: 'defamation',
            notifiedOn: '2026-03-01',
            shown: text,
          },
          { authority: town },
          actor,
          context,
        ),
  ),
  fc.tuple(its, n).map(
    ([actor, one]): Command =>
      (state) =>
        decideSuspensionReply(
          state,
          { suspension: among(known(state)?.passages.suspensions.keys(), one), text },
          actor,
        ),
  ),
  fc.tuple(hers, n).map(
    ([actor, one]): Command =>
      (state) =>
        decideRestoration(
          state,
          { suspension: among(known(state)?.passages.suspensions.keys(), one) },
          { authority: town },
          actor,
        ),
  ),
];

/** With a member, a sample, a finding replied to, a passage suspended: so that most of what is drawn has something to speak of. */
function begun(): NewEvent[] {
  const command = { authority: someId('authority'), code: 'suivi', scope: [], replyDays: 30, title: text } as const;
  const words = { mandate: text, neutralityRule: text };
  const life: NewEvent[] = [];
  const then = (decide: (state: CommitteeState) => Decided): void => {
    life.push(...expectEvents(decide(stateAfter(committee, ...life))));
  };
  const all = [1, 2, 3, 4].map((one) => someId('contribution', one));
  const toFinding = { target: someId('commitment'), kind: 'alert', text } as const;
  const passage = { event: givenEventId(4), paths: ['/text'], ground: 'defamation', shown: text } as const;
  then((s) => decideEstablishing(s, { ...command, ...words }, { authority: town, missing: null }, official, context));
  then((s) =>
    decideAppointment(s, { member: 'a', ties: [], appointedBy: 'residents', chosenBy: 'election' }, official, context),
  );
  then((s) => decideCut(s, { size: 20 }, ROOT, itself));
  then((s) => decideSample(s, { cut: givenEventId(2), population: { of: 'contribution' }, count: 3 }, all, itself));
  then((s) => decideFinding(s, toFinding, { exists: true, hasEvent: true, inScope: true }, itself, context));
  then((s) => decideReply(s, { finding: givenEventId(4), text }, { authority: town }, official, context));
  then((s) => decideSuspension(s, { ...passage, notifiedOn: '2026-03-01' }, { authority: town }, official, context));
  return life;
}

it('after any sequence of commands a committee is in a legal state, and every event fits its definition', () => {
  const recorded = holdsAfterAnySequence<CommitteeState>({
    decider: committee,
    first: begun,
    commands: [...members, ...members, ...audits, ...findings, ...passages, ...passages],
    legal: (state) => {
      if (!state.exists) throw new Error('a committee that was established exists');
      const codes = state.members.map((one) => one.member);
      if (new Set(codes).size < codes.length) throw new Error('two members have one code');
      if (mayVerify(state, context.today) !== (independenceOn(state.members, context.today) === 'independent'))
        throw new Error('one that is not independent could verify');
      for (const { items: drawn, assessed } of state.samples.values())
        if (![...assessed].every((item) => drawn.has(item))) throw new Error('assessed what was not drawn');
      for (const { replyDueOn, reply, closed } of state.findings.values()) {
        if (replyDueOn < REPLY_DUE_ON) throw new Error('less time than the mandate gives');
        if (closed && reply === null) throw new Error('closed before the reply and before it was due');
      }
    },
    publicFolds: [(events) => events.reduce<ReturnType<typeof evolveCommittee>>(evolveCommittee, null)],
    runs: 170,
  });
  expect([...recorded.keys()].sort()).toEqual(COMMITTEE_EVENTS.map(({ type }) => type).sort());
});
