import fc from 'fast-check';
import { DOCUMENT_KINDS, FACT_STANDINGS, MEANS, type Level } from '@fil/facts/codes/consultation';
import { answersBegan, depositOpened, mandateAmended } from '@fil/facts/events/consultation.events';
import { guarantorAppointed } from '@fil/facts/events/guarantor.events';
import { event } from '@fil/facts/kit/event-definition';
import { evolveConsultation, type ConsultationFacts } from '@fil/facts/figures/consultation-facts';
import { authority } from '../authority/authority.state';
import { CONSULTATION, TOWN, TOWN_EVENTS } from '../contributions/specification/some-mandate';
import type { Decided } from '../deciding/decider';
import { givenEventId, someId, stateAfter } from '../deciding/specification/given-when-then';
import { holdsAfterAnySequence, type DrawnCommand } from '../deciding/specification/random-commands';
import { encounter } from '../encounters/encounter.state';
import { guarantor, type AppointedGuarantor } from '../guarantors/guarantor.state';
import { amendMandateInput } from './amend-mandate/amend-mandate.command';
import { decideAmendment } from './amend-mandate/amend-mandate.decide';
import { decideAnnouncement } from './announce-encounter';
import { decideDepositClosing } from './close-deposit/close-deposit.decide';
import { consultation, type ConsultationState, type OpenedConsultation } from './consultation.state';
import { decideLabelContest } from './contest-label/contest-label.decide';
import { decideSignatures } from './count-signatures/count-signatures.decide';
import { decideExtension } from './extend-period/extend-period.decide';
import { decideJoining } from './join-addressee/join-addressee.decide';
import { decideNotingAnswer } from './note-answer';
import { openConsultationInput } from './open-consultation/open-consultation.command';
import { decideOpening } from './open-consultation/open-consultation.decide';
import { decideDepositOpening } from './open-deposit/open-deposit.decide';
import { decideDocument } from './publish-document/publish-document.decide';
import { decideRules } from './publish-rules/publish-rules.decide';
import { decideFact } from './record-fact/record-fact.decide';
import { decideMeans } from './report-means/report-means.decide';
import { decidePublics } from './report-publics/report-publics.decide';
import { decideSettlement } from './settle-label-contest/settle-label-contest.decide';
import { decidePublicsNotReached } from './state-publics-not-reached/state-publics-not-reached.decide';

const context = { today: '2026-03-03', at: '2026-03-03T09:42:00Z' };
const town = stateAfter(authority, ...TOWN_EVENTS);
const reason = { fr: 'Une raison.' };
const day = fc.constantFrom('2026-02-01', '2026-02-20', '2026-03-03', '2026-03-10', '2026-05-01');
const when = fc.option(fc.constantFrom('2026-01', '2026-02-10', '2026-03-02', '2027'), { nil: undefined });
const code = fc.constantFrom('arbres', 'bancs', 'jeux');
/** One of the first events of the history, which may be of any kind. */
const someEvent = fc.integer({ min: 0, max: 12 }).map(givenEventId);
const drawn = <C>(arbitrary: fc.Arbitrary<C>, decide: (state: ConsultationState, command: C) => Decided) =>
  arbitrary.map(
    (command): DrawnCommand<ConsultationState> =>
      (state) =>
        decide(state, command),
  );
const error = fc.option(
  someEvent.map((event) => ({ event })),
  { nil: undefined },
);

/** One of those there are, where there are any. */
const pick = (ids: Iterable<string>, n: number): string => [...ids].at(-1 - n) ?? givenEventId(n);

const opening = openConsultationInput.parse({
  organiser: TOWN,
  level: 'consult' satisfies Level,
  addressees: [{ authority: TOWN }],
  openPoints: [{ id: 'arbres' }],
  openPointTexts: [{ fr: 'Les arbres' }],
  constraints: [{ id: 'reseau', kind: 'technical' }],
  constraintTexts: [{ text: { fr: 'Le réseau' } }],
  channels: ['online'],
  wordsPublic: 'onAdmission',
  title: { fr: 'La place' },
});
const opinions = new Map(
  Array.from({ length: 13 }, (_, n) => [
    `0b6c1b2e-6f0e-4d2b-9f43-${String(n).padStart(12, '0')}`,
    {
      consultation: CONSULTATION,
      subject: 'mandateAmendment' as const,
      opinion: 'reserved' as const,
      agreement: n % 2 === 0,
    },
  ]),
);
const appointed = event(guarantorAppointed, {
  data: { authority: TOWN, code: 'garante', consultations: [], appointedBy: 'authority', chosenBy: 'openCall' },
  words: { title: { fr: 'La garante' } },
});
const watching = { ...(stateAfter(guarantor, appointed) as AppointedGuarantor), opinions };
const opinion = fc.option(
  fc.constantFrom(...opinions.keys()).map((event) => ({ guarantor: someId('guarantor'), event })),
  { nil: undefined },
);

const commands = [
  drawn(
    fc.record({ until: fc.constantFrom(undefined, '2026-03-10', '2026-02-20'), occurredOn: when }),
    (state, command) => decideDepositOpening(state, command, context),
  ),
  drawn(fc.record({ occurredOn: when }), (state, command) =>
    decideDepositClosing(
      state,
      command,
      state.exists ? Object.fromEntries(state.encounters.map((id) => [id, encounter.initial])) : {},
      context,
    ),
  ),
  drawn(fc.record({ until: day }), (state, command) => decideExtension(state, { ...command, reason }, context)),
  drawn(
    fc.record({ added: fc.option(code), removed: fc.option(code), guarantor: opinion, period: fc.boolean() }),
    (state, drew) =>
      decideAmendment(
        CONSULTATION,
        state,
        amendMandateInput.parse({
          ...(drew.added && { openPointsAdded: [{ id: drew.added }], openPointTexts: [reason] }),
          ...(drew.removed && { openPointsRemoved: [drew.removed] }),
          ...(drew.period && { depositPeriod: null }),
          guarantor: drew.guarantor,
          reason,
        }),
        { organiser: town, guarantor: watching },
        context,
      ),
  ),
  drawn(fc.constantFrom(undefined, { by: '2026-12-31' }), (state, promise) =>
    decideJoining(state, { authority: TOWN, promise }, town, context),
  ),
  drawn(when, (state, occurredOn) => decideRules(state, { rules: reason, occurredOn }, context)),
  drawn(
    fc.record({ category: fc.constantFrom(...MEANS), cents: fc.nat(1_000_000), enteredInError: error }),
    (state, command) => decideMeans(state, command, context),
  ),
  drawn(
    fc.record({ counts: fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }), enteredInError: error }),
    (state, command) =>
      decidePublics(
        state,
        {
          of: 'participants',
          rowsBy: 'age',
          rows: ['a', 'b', 'c'],
          rowLabels: [reason, reason, reason],
          columns: [],
          ...command,
        },
        context,
      ),
  ),
  drawn(when, (state, occurredOn) => decidePublicsNotReached(state, { statement: reason, occurredOn }, context)),
  drawn(fc.record({ count: fc.nat(1_000_000), on: day, enteredInError: error }), (state, command) =>
    decideSignatures(state, command, context),
  ),
  drawn(fc.constantFrom(...DOCUMENT_KINDS), (state, kind) =>
    decideDocument(
      state,
      { kind, sha256: 'a'.repeat(64), title: reason, address: 'https://a.invalid/' },
      town,
      context,
    ),
  ),
  drawn(fc.nat(2), (state, n) =>
    decideLabelContest(
      CONSULTATION,
      state,
      { document: state.exists ? pick(state.documents.keys(), n) : givenEventId(n), text: reason },
      { actor: { role: 'guarantor', body: 'garante' }, contribution: null },
      undefined,
      context,
    ),
  ),
  drawn(fc.tuple(fc.nat(1), fc.constantFrom('upheld' as const, 'corrected' as const)), (state, [n, result]) =>
    decideSettlement(
      state,
      { contest: state.exists ? pick(state.labelContests.keys(), n) : givenEventId(n), result, reason },
      town,
      context,
    ),
  ),
  drawn(fc.record({ fact: code, standing: fc.constantFrom(...FACT_STANDINGS) }), (state, command) =>
    decideFact(state, { ...command, statement: reason, sources: ['Une étude'] }, context),
  ),
  drawn(fc.integer({ min: 1, max: 3 }), (state, n) => decideAnnouncement(state, someId('encounter', n), undefined)),
  drawn(fc.option(code, { nil: undefined }), (state, openPoint) =>
    decideNotingAnswer(state, {
      answered: someId('contribution'),
      outcome: givenEventId(1),
      occurredOn: '2026-03-02',
      openPoint,
    }),
  ),
];

it('a consultation stays legal after any sequence of commands', () => {
  let before: OpenedConsultation | null = null;
  const recorded = holdsAfterAnySequence<ConsultationState>({
    decider: consultation,
    first: (state) => {
      before = null;
      return decideOpening(state, opening, { [TOWN]: town }, context);
    },
    commands,
    runs: 200,
    legal: (state, events) => {
      if (!state.exists) return;
      const last = events.at(-1)!;
      for (const point of state.openPoints) expect(state.everOpenPoints.has(point)).toBe(true);
      for (const point of state.invoked.openPoints) expect(state.everOpenPoints.has(point)).toBe(true);
      if (last.type === 'consultation.mandateAmended/1') {
        // Never for what has been answered; after answers began only with the guarantor's agreement recorded.
        for (const gone of (last.data['openPointsRemoved'] as string[] | undefined) ?? [])
          expect(before!.invoked.openPoints.has(gone)).toBe(false);
        const named = (last.data['guarantor'] as { event: string } | undefined)?.event;
        if (before!.deposits.length > 0) expect(named).toBeDefined();
        if (before!.answersBegan) expect(opinions.get(named!)!.agreement).toBe(true);
      }
      state.rules.forEach(({ version }, n) => expect(version).toBe(n + 1));
      state.deposits.forEach((deposit, n) => {
        if (n > 0)
          expect(deposit.openedOn >= (state.deposits[n - 1]!.closedOn ?? state.deposits[n - 1]!.until)!).toBe(true);
        if (deposit.closedOn && deposit.until) expect(deposit.closedOn <= deposit.until).toBe(true);
      });
      for (const { document } of state.labelContests.values()) expect(state.documents.has(document)).toBe(true);
      expect(new Set(state.encounters).size).toBe(state.encounters.length);
      expect(events.filter(({ type }) => type === 'consultation.answersBegan/1').length).toBeLessThanOrEqual(1);
      before = state;
    },
    publicFolds: [
      (events) => events.reduce<ConsultationFacts | null>((facts, event) => evolveConsultation(facts, event), null),
    ],
  });
  for (const type of [mandateAmended, answersBegan, depositOpened]) expect(recorded.has(type.type)).toBe(true);
});
