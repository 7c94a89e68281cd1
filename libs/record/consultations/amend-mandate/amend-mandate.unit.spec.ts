import { answersBegan, depositClosed, mandateInvoked } from '@fil/facts/events/consultation.events';
import { guarantorAppointed, guarantorWithdrew, opinionOfGuarantorGiven } from '@fil/facts/events/guarantor.events';
import { event, type DataOf, type NewEvent } from '@fil/facts/kit/event-definition';
import type { Decided } from '../../deciding/decider';
import {
  expectEvents,
  expectRefusal,
  givenEventId,
  recordedForm,
  someId,
  stateAfter,
} from '../../deciding/specification/given-when-then';
import { authority } from '../../authority/authority.state';
import { contribution } from '../../contributions/contribution.state';
import { fold } from '../../deciding/decider';
import { guarantor, type GuarantorState } from '../../guarantors/guarantor.state';
import { MemoryRegister, requestedWith } from '../../contributions/specification/memory-register';
import {
  answered,
  CONSULTATION,
  CONTEXT,
  consultationEvents,
  depositFrom,
  recorded as deposit,
  TOWN,
  TOWN_EVENTS,
} from '../../contributions/specification/some-mandate';
import { consultation, type ConsultationState, type OpenedConsultation } from '../consultation.state';
import { AmendMandate, amendMandateInput } from './amend-mandate.command';
import { answersGiven, knowing } from './answers-given';
import { decideAmendment } from './amend-mandate.decide';
import { AmendMandateHandler } from './amend-mandate.handler';

const GUARANTOR = someId('guarantor');
const reason = { fr: 'Une étude est arrivée.' };
const opened: NewEvent = consultationEvents()[0]!;
const after = (...events: NewEvent[]): ConsultationState => stateAfter(consultation, opened, ...events);
const outcome = { answered: someId('contribution'), outcome: givenEventId(9) };
const began = event(answersBegan, { data: outcome, words: {} });
const adding = {
  openPointsAdded: [{ id: 'bancs' }],
  openPointTexts: [{ fr: 'Les bancs' }],
  reason,
};
const named = (n: number) => ({ guarantor: { guarantor: GUARANTOR, event: givenEventId(n) } });
const appointedFor = (...consultations: `consultation-${string}`[]): NewEvent =>
  event(guarantorAppointed, {
    data: { authority: TOWN, code: 'garante', consultations, appointedBy: 'authority', chosenBy: 'openCall' },
    words: { title: { fr: 'La garante' } },
  });
const appointed = appointedFor();
const opinion = (agreement: boolean, more: Partial<DataOf<typeof opinionOfGuarantorGiven>> = {}): NewEvent =>
  event(opinionOfGuarantorGiven, {
    data: { consultation: CONSULTATION, subject: 'mandateAmendment', opinion: 'favourable', agreement, ...more },
    words: { text: { fr: 'Vu.' } },
  });
const afterAppointment = (...events: NewEvent[]): GuarantorState => stateAfter(guarantor, appointed, ...events);

const amend = (state: ConsultationState, command: object, seen?: GuarantorState): Decided =>
  decideAmendment(
    CONSULTATION,
    state,
    amendMandateInput.parse(command),
    { organiser: stateAfter(authority, ...TOWN_EVENTS), guarantor: seen },
    CONTEXT,
  );
const recorded = (state: ConsultationState, decided: Decided): OpenedConsultation =>
  expectEvents(decided).reduce(
    (now, one, n) => consultation.evolve(now, recordedForm(one, 50 + n) as never),
    state,
  ) as OpenedConsultation;

describe('amending a mandate', () => {
  it('before the deposit opens says which parts it changes, and needs no guarantor', () => {
    const [amended] = expectEvents(
      amend(after(), {
        ...adding,
        constraintsRemoved: ['reseau'],
        channels: ['online', 'workshop'],
        depositPeriod: null,
      }),
    );
    expect(amended).toMatchObject({
      data: {
        stage: 'beforeDeposit',
        parts: ['openPoints', 'constraints', 'channels', 'depositPeriod'],
        noticeDue: false,
        depositPeriod: null,
      },
      words: { reason, openPointTexts: adding.openPointTexts },
    });
    const now = recorded(after(), [amended!]);
    expect([[...now.openPoints], [...now.constraints], [...now.channels]]).toEqual([
      ['arbres', 'bancs'],
      [],
      ['online', 'workshop'],
    ]);
  });

  it('refuses an amendment that changes nothing, or of what does not exist', () => {
    expect(expectRefusal(amend(after(), { reason }))).toBe('consultation.amendsNothing');
    expect(expectRefusal(amend(consultation.initial, adding))).toBe('consultation.missing');
  });

  it('refuses points without words, codes that were used, and what is not there', () => {
    expect(expectRefusal(amend(after(), { ...adding, openPointTexts: [] }))).toBe('consultation.textsMiscounted');
    const twice = { ...adding, openPointsAdded: [{ id: 'arbres' }] };
    expect(expectRefusal(amend(after(), twice))).toBe('consultation.codeReused');
    const gone = recorded(after(), amend(after(), { openPointsRemoved: ['arbres'], reason }));
    expect(expectRefusal(amend(gone, twice))).toBe('consultation.codeReused');
    expect(expectRefusal(amend(after(), { constraintsRemoved: ['arbres'], reason }))).toBe('consultation.notInMandate');
    expect(expectRefusal(amend(after(), { themes: ['sport'], reason }))).toBe('authority.unknownTheme');
    const path = [{ step: 'vote', body: 'senat', role: 'decides' }];
    expect(expectRefusal(amend(after(), { decisionPath: path, reason }))).toBe('authority.unknownBody');
  });

  it('changes the promise of an addressee, until its time runs', () => {
    const promises = [{ authority: TOWN, promise: { amount: 6, unit: 'months' } }];
    expect(recorded(after(), amend(after(), { promises, reason })).addressees).toEqual(promises);
    const other = [{ authority: someId('authority', 2), promise: null }];
    expect(expectRefusal(amend(after(), { promises: other, reason }))).toBe('consultation.notAnAddressee');
    expect(expectRefusal(amend(after(), { promises: [{ authority: TOWN, promise: {} }], reason }))).toBe(
      'consultation.promiseIncomplete',
    );
    const closed = after(
      depositFrom('2026-02-01'),
      event(depositClosed, { occurredOn: '2026-02-20', data: {}, words: {} }),
    );
    expect(expectRefusal(amend(closed, { promises, reason }))).toBe('consultation.promiseRuns');
  });

  describe('after the first deposit, with the guarantor’s opinion published and notice to every contributor', () => {
    const open = after(depositFrom('2026-02-01'));

    it('refuses without an opinion', () => {
      expect(expectRefusal(amend(open, adding))).toBe('consultation.opinionMissing');
    });

    it('accepts with one, whatever it says, and every contributor is to be told', () => {
      const [amended] = expectEvents(amend(open, { ...adding, ...named(1) }, afterAppointment(opinion(false))));
      expect(amended).toMatchObject({
        data: { stage: 'afterFirstDeposit', noticeDue: true, guarantor: { event: givenEventId(1) } },
      });
    });

    it.each<[string, GuarantorState | undefined]>([
      ['that does not exist', guarantor.initial],
      ['not given yet', afterAppointment()],
      ['on another matter', afterAppointment(opinion(true, { subject: 'conduct' }))],
      ['on another consultation', afterAppointment(opinion(true, { consultation: someId('consultation', 2) }))],
      [
        'of the guarantor of another consultation',
        stateAfter(guarantor, appointedFor(someId('consultation', 2)), opinion(true)),
      ],
    ])('refuses an opinion %s', (_, seen) => {
      expect(expectRefusal(amend(open, { ...adding, ...named(1) }, seen))).toBe('consultation.unknownOpinion');
    });

    it('refuses an opinion that was about an earlier amendment', () => {
      const first = amend(open, { ...adding, ...named(1) }, afterAppointment(opinion(true)));
      const again = { openPointsRemoved: ['bancs'], reason, ...named(1) };
      expect(expectRefusal(amend(recorded(open, first), again, afterAppointment(opinion(true))))).toBe(
        'consultation.opinionUsed',
      );
    });
  });

  describe('after answers began, only with the guarantor’s agreement recorded', () => {
    const answering = after(depositFrom('2026-02-01'), began);

    it('refuses without it, or with an opinion that does not agree', () => {
      expect(expectRefusal(amend(answering, adding))).toBe('consultation.agreementMissing');
      expect(expectRefusal(amend(answering, { ...adding, ...named(1) }, afterAppointment(opinion(false))))).toBe(
        'consultation.guarantorDisagrees',
      );
    });

    it('accepts with it', () => {
      const decided = amend(answering, { ...adding, ...named(1) }, afterAppointment(opinion(true)));
      expect(expectEvents(decided)[0]).toMatchObject({ data: { stage: 'afterAnswersBegan', noticeDue: true } });
    });

    it('never for what has been answered', () => {
      const invoked = event(mandateInvoked, { data: { ...outcome, constraint: 'reseau' }, words: {} });
      const state = after(depositFrom('2026-02-01'), began, invoked);
      const removal = { constraintsRemoved: ['reseau'], reason, ...named(1) };
      expect(expectRefusal(amend(state, removal, afterAppointment(opinion(true))))).toBe(
        'consultation.alreadyAnswered',
      );
    });
  });

  describe('reads the stream of the guarantor', () => {
    let town: MemoryRegister;
    const run = (event: string, key?: string) =>
      new AmendMandateHandler(town.decisions).execute(
        new AmendMandate(
          CONSULTATION,
          amendMandateInput.parse({ ...adding, guarantor: { guarantor: GUARANTOR, event } }),
          requestedWith(key),
        ),
      );
    const NONE = '0b6c1b2e-6f0e-4d2b-9f43-6c1f2d3a4b5c';
    beforeEach(async () => {
      town = await new MemoryRegister().withConsultation();
    });

    it('after answersBegan only with the guarantor’s agreement: also before the process has noted it', async () => {
      const said = someId('contribution');
      await town.write(GUARANTOR, guarantor, appointed);
      const { events } = await town.write(GUARANTOR, guarantor, opinion(false));
      await town.write(said, contribution, deposit());
      const before = fold(consultation, await town.decisions.load(CONSULTATION)) as OpenedConsultation;
      expect(knowing(before, await answersGiven(town.decisions, CONSULTATION), CONTEXT.at).answersBegan).toBe(false);
      await town.write(said, contribution, answered({ outcome: 'outOfScope', constraint: 'reseau' }));
      await expect(run(events[0]!.id)).rejects.toMatchObject({ rule: 'consultation.guarantorDisagrees' });
      const after = knowing(before, await answersGiven(town.decisions, CONSULTATION), CONTEXT.at);
      expect([before.answersBegan, after.answersBegan, after.invoked.constraints]).toEqual([
        false,
        true,
        new Set(['reseau']),
      ]);
    });

    it('after answersBegan: an answer to what has limited access counts as any other', async () => {
      const said = someId('contribution');
      const { events } = await town.write(GUARANTOR, guarantor, appointed, opinion(false));
      await town.write(said, contribution, deposit({ sensitivity: 'restricted', channel: 'fieldReport' }), answered());
      await expect(run(events[1]!.id)).rejects.toMatchObject({ rule: 'consultation.guarantorDisagrees' });
    });

    it('that is missing', async () => {
      await expect(run(NONE)).rejects.toMatchObject({ rule: 'consultation.unknownOpinion' });
    });

    it('that was older a moment before', async () => {
      await town.write(GUARANTOR, guarantor, appointed);
      await expect(run(NONE)).rejects.toMatchObject({ rule: 'consultation.unknownOpinion' });
      const { events } = await town.write(GUARANTOR, guarantor, opinion(true));
      expect((await run(events[0]!.id)).events).toHaveLength(1);
    });

    it('and names it with its revision: repeated after the guarantor has left, the same is answered', async () => {
      const { events } = await town.write(GUARANTOR, guarantor, appointed, opinion(true));
      const key = '0190f3f4-0000-7000-8000-000000000001';
      const first = await run(events[1]!.id, key);
      const [amended] = (await town.decisions.load(CONSULTATION)).slice(-1);
      expect(amended!.data['basis']).toContainEqual({ stream: GUARANTOR, rev: 2 });
      await town.write(GUARANTOR, guarantor, event(guarantorWithdrew, { data: { reason: 'resigned' }, words: {} }));
      expect(await run(events[1]!.id, key)).toMatchObject({ revision: first.revision, duplicate: true });
    });
  });
});
