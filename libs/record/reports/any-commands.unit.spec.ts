/** Any sequence of commands on a report: what was published stays, nothing is cited twice, every history can be folded. */
import fc from 'fast-check';
import { REPORT_PARTS } from '@fil/facts/codes/report';
import { committeeEstablished, opinionIssued } from '@fil/facts/events/committee.events';
import { guarantorAppointed, guarantorReportPublished } from '@fil/facts/events/guarantor.events';
import { REPORT_EVENTS } from '@fil/facts/events/report.events';
import { event } from '@fil/facts/kit/event-definition';
import { authority } from '../authority/authority.state';
import { committee } from '../committees/committee.state';
import { consultation } from '../consultations/consultation.state';
import { contribution } from '../contributions/contribution.state';
import {
  CONSULTATION,
  consultationEvents,
  CONTEXT,
  CONTRIBUTION,
  recorded,
  TOWN,
  TOWN_EVENTS,
} from '../contributions/specification/some-mandate';
import { givenEventId, stateAfter } from '../deciding/specification/given-when-then';
import { holdsAfterAnySequence, type DrawnCommand } from '../deciding/specification/random-commands';
import { guarantor } from '../guarantors/guarantor.state';
import { decideCommitteeOpinion } from './attach-committee-opinion/attach-committee-opinion.decide';
import { decideGuarantorOpinion } from './attach-guarantor-opinion/attach-guarantor-opinion.decide';
import { decideContestOfOverseer } from './contest-report-as-overseer/contest-report-as-overseer.decide';
import { decideContest } from './contest-report/contest-report.decide';
import { decideCorrection } from './correct-report/correct-report.decide';
import type { DrawnReport } from './drawn-report';
import { decidePublishing } from './publish-report/publish-report.decide';
import { publishReportInput } from './publish-report/publish-report.command';
import { report, type ReportState } from './report.state';
import { COMMITTEE, GUARANTOR } from '../../../test/register/accounting-town';

const text = { fr: 'Un texte.' };
const official = { role: 'official', body: 'voirie' } as const;
const town = stateAfter(authority, ...TOWN_EVENTS);
const garante = stateAfter(
  guarantor,
  event(guarantorAppointed, {
    data: { authority: TOWN, code: 'garante', consultations: [], appointedBy: 'authority', chosenBy: 'openCall' },
    words: { title: text },
  }),
  event(guarantorReportPublished, { data: { kind: 'final' }, words: { title: text } }),
  event(guarantorReportPublished, { data: { kind: 'followUp' }, words: { title: text } }),
);
const comite = stateAfter(
  committee,
  event(committeeEstablished, {
    data: { authority: TOWN, code: 'comite', scope: [], replyDays: 30 },
    words: { title: text, mandate: text, neutralityRule: text },
  }),
  event(opinionIssued, { data: {}, words: { title: text, text } }),
);
const said = stateAfter(contribution, recorded());
const here = stateAfter(consultation, ...consultationEvents());

const hash = (n: number): string => String(n).repeat(64);
const drawnAt = (size: number): DrawnReport => ({
  size,
  root: hash(size),
  cutOn: '2026-03-03',
  figures: {
    received: size,
    published: 0,
    moderated: 0,
    answered: 0,
    provisional: 0,
    late: 0,
    withdrawn: 0,
    transferred: 0,
    voided: 0,
    commitmentsMade: 0,
    commitmentsDone: 0,
    commitmentsAbandoned: 0,
    commitmentsLate: 0,
    commitmentsWaiting: 0,
    deadlinesMissed: 0,
  },
  dataSha256: hash(size),
  consultations: new Set([CONSULTATION]),
  previous: null,
  lastStated: null,
});
const published = publishReportInput.parse({
  authority: TOWN,
  scope: 'consultations',
  consultations: [CONSULTATION],
  size: 1,
  dataSha256: hash(1),
  title: text,
});
const publish = (state: ReportState) =>
  decidePublishing(
    state,
    published,
    drawnAt(1),
    { authority: town, overseers: new Map(), ofOthers: null, allWatch: true },
    official,
    CONTEXT,
  );

type Drawn = fc.Arbitrary<DrawnCommand<ReportState>>;
const drawn = <T>(
  content: fc.Arbitrary<T>,
  decide: (state: ReportState, content: T) => ReturnType<DrawnCommand<ReportState>>,
): Drawn => content.map((one) => (state) => decide(state, one));
const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });
const actor = fc.constantFrom(
  official,
  { role: 'guarantor', body: 'garante' } as const,
  { role: 'committeeMember', body: 'comite' } as const,
);
const opinion = fc.record({
  event: maybe(fc.integer({ min: 0, max: 2 }).map(givenEventId)),
  text: maybe(fc.constant(text)),
  actor,
});
const size = fc.integer({ min: 1, max: 3 });

const commands: Drawn[] = [
  drawn(fc.constant(null), publish),
  drawn(opinion, (state, { actor: by, ...content }) =>
    decideGuarantorOpinion(state, { guarantor: GUARANTOR, ...content }, garante, by, CONTEXT),
  ),
  drawn(opinion, (state, { actor: by, ...content }) =>
    decideCommitteeOpinion(state, { committee: COMMITTEE, ...content }, comite, by, CONTEXT),
  ),
  drawn(
    fc.record({ parts: fc.subarray([...REPORT_PARTS]), at: size, read: size, title: maybe(fc.constant(text)) }),
    (state, { at, read, ...content }) => {
      const figures = content.parts.includes('figures') ? { size: at, dataSha256: hash(read) } : {};
      const command = { ...content, ...figures, reason: text };
      return decideCorrection(state, command, 'size' in figures ? drawnAt(at) : null, undefined, official, CONTEXT);
    },
  ),
  drawn(fc.boolean(), (state, exists) =>
    decideContest(
      state,
      { contribution: CONTRIBUTION, text },
      { contribution: exists ? said : contribution.initial, consultation: here },
      CONTEXT,
    ),
  ),
  drawn(fc.record({ overseer: fc.constantFrom(GUARANTOR, COMMITTEE), actor }), (state, { overseer, actor: by }) =>
    decideContestOfOverseer(state, { overseer, text }, overseer === GUARANTOR ? garante : comite, by, CONTEXT),
  ),
];

it('of commands leaves a report whose first version stands, and in which no text is cited twice', () => {
  const happened = holdsAfterAnySequence<ReportState>({
    decider: report,
    commands,
    first: publish,
    legal: (state, events) => {
      expect(events[0]!.data).toMatchObject({ size: 1, dataSha256: hash(1) });
      expect(events.filter(({ type }) => type === 'report.published/1')).toHaveLength(1);
      const cited = events.flatMap(({ data }) => (typeof data['event'] === 'string' ? [data['event']] : []));
      expect(new Set(cited).size).toBe(cited.length);
      expect(state.exists && state.rests.dataSha256 === hash(state.rests.size)).toBe(true);
    },
    runs: 100,
  });
  expect([...happened.keys()].sort()).toEqual(REPORT_EVENTS.map(({ type }) => type).sort());
});
