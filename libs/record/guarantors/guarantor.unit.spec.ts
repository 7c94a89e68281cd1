import {
  guarantorPassageSuspended,
  guarantorReportPublished,
  guarantorSuspensionReplied,
  guarantorWithdrew,
  opinionOfGuarantorGiven,
  recommendationAnswered,
} from '@fil/facts/events/guarantor.events';
import { watchesOver } from '@fil/facts/figures/guarantors';
import type { Actor } from '@fil/facts/kit/actor';
import { event } from '@fil/facts/kit/event-definition';
import type { Decided } from '../deciding/decider';
import { expectEvents, expectRefusal, givenEventId, someId } from '../deciding/specification/given-when-then';
import { decideAnswer } from './answer-recommendation/answer-recommendation.decide';
import { decideAppointment } from './appoint-guarantor/appoint-guarantor.decide';
import { decideOpinion } from './give-guarantor-opinion/give-guarantor-opinion.decide';
import type { AppointedGuarantor, GuarantorState } from './guarantor.state';
import { decideRecommendation } from './make-recommendation/make-recommendation.decide';
import { decideReport } from './publish-guarantor-report/publish-guarantor-report.decide';
import { decideObservation } from './receive-observation/receive-observation.decide';
import { decideSuspensionReply } from './reply-to-guarantor-suspension/reply-to-guarantor-suspension.decide';
import { decideRestoration } from './restore-guarantor-passage/restore-guarantor-passage.decide';
import { decideSuspension } from './suspend-guarantor-passage/suspend-guarantor-passage.decide';
import { decideWithdrawal } from './withdraw-guarantor/withdraw-guarantor.decide';
import {
  after,
  consultationOf,
  CONSULTATION,
  context,
  itself,
  official,
  others,
  recommended,
  TOMORROW,
  town,
  unappointed,
} from './specification/some-guarantor';

const text = { fr: 'Un texte.' };
const seen = { consultation: consultationOf(someId('authority')) };
const withdrew = event(guarantorWithdrew, { data: { reason: 'resigned' }, words: {} });
const report = event(guarantorReportPublished, {
  data: { kind: 'final' },
  words: { title: text, text },
});

const ownActs: readonly [string, (state: GuarantorState, actor: Actor) => Decided][] = [
  ['recommendation', (state, actor) => decideRecommendation(state, { text }, {}, actor, context)],
  ['report', (state, actor) => decideReport(state, { kind: 'final', title: text, text }, {}, actor, context)],
  [
    'opinion',
    (state, actor) =>
      decideOpinion(
        state,
        { consultation: CONSULTATION, subject: 'mandateAmendment', opinion: 'reserved', agreement: false, text },
        seen,
        actor,
        context,
      ),
  ],
  ['withdrawal', (state, actor) => decideWithdrawal(state, { reason: 'resigned' }, actor, context)],
];

describe('appointing a guarantor', () => {
  const command = {
    authority: someId('authority'),
    code: 'garante',
    consultations: [CONSULTATION],
    appointedBy: 'cndp' as const,
    chosenBy: 'fromList' as const,
    title: text,
  };
  const appoint = (state = unappointed, actor = official, missing: string | null = null, occurredOn?: string) =>
    decideAppointment(state, { ...command, occurredOn }, { authority: town, missing }, actor, context);

  it('records by whom, how, for which consultations', () => {
    expect(expectEvents(appoint())[0]).toMatchObject({
      type: 'guarantor.appointed/1',
      data: { code: 'garante', consultations: [CONSULTATION], appointedBy: 'cndp', chosenBy: 'fromList' },
      words: { title: text },
    });
  });

  it('is for the authority to do, with a code that no guarantor ever had', () => {
    expect(expectRefusal(appoint(unappointed, itself))).toBe('guarantor.byTheAuthority');
    expect(expectRefusal(appoint(after()))).toBe('guarantor.codeTaken');
    expect(expectRefusal(appoint(after(withdrew)))).toBe('guarantor.codeTaken');
  });

  it('names an authority and consultations that exist, and a day that has come', () => {
    const unknown = { authority: { ...town, exists: false }, missing: null };
    expect(expectRefusal(decideAppointment(unappointed, command, unknown, official, context))).toBe(
      'authority.unknown',
    );
    expect(expectRefusal(appoint(unappointed, official, CONSULTATION))).toBe('guarantor.unknownConsultation');
    expect(expectRefusal(appoint(unappointed, official, null, TOMORROW))).toBe('guarantor.toCome');
  });
});

describe('nobody but its author changes a guarantor’s text', () => {
  it.each(ownActs)('%s: by the guarantor, in its own name, while it is one', (_, act) => {
    expectEvents(act(after(), itself));
    for (const actor of others) {
      const refused = act(after(), actor);
      expect(expectRefusal(refused)).toBe('guarantor.notItsAuthor');
      expect(refused).toMatchObject({ kind: 'forbidden' });
    }
    expect(expectRefusal(act(after(withdrew), itself))).toBe('guarantor.withdrawn');
    expect(expectRefusal(act(unappointed, itself))).toBe('guarantor.missing');
  });
});

describe('a guarantor', () => {
  it('watches over the consultations named, or over all of its authority', () => {
    const one = after() as AppointedGuarantor;
    expect(watchesOver(one, CONSULTATION, someId('authority', 2))).toBe(true);
    expect(watchesOver(one, someId('consultation', 2), someId('authority'))).toBe(false);
    const all: AppointedGuarantor = { ...one, consultations: [] };
    expect(watchesOver(all, someId('consultation', 2), someId('authority'))).toBe(true);
    expect(watchesOver(all, someId('consultation', 2), someId('authority', 2))).toBe(false);
  });

  it('writes of no other consultation, nor of one that does not exist', () => {
    const opinion = (consultation: `consultation-${string}`, found: Parameters<typeof decideOpinion>[2]) =>
      decideOpinion(
        after(),
        { consultation, subject: 'rules', opinion: 'favourable', agreement: true, text },
        found,
        itself,
        context,
      );
    expect(expectRefusal(opinion(someId('consultation', 2), seen))).toBe('guarantor.notItsConsultation');
    expect(expectRefusal(opinion(CONSULTATION, { consultation: { exists: false } }))).toBe(
      'guarantor.notItsConsultation',
    );
  });

  it('does not agree by an unfavourable opinion, and tells its opinions by their event', () => {
    const opinion = { consultation: CONSULTATION, subject: 'mandateAmendment' as const, text };
    expect(
      expectRefusal(
        decideOpinion(after(), { ...opinion, opinion: 'unfavourable', agreement: true }, seen, itself, context),
      ),
    ).toBe('guarantorOpinion.contradictory');
    const { text: _, ...data } = opinion;
    const state = after(
      event(opinionOfGuarantorGiven, { data: { ...data, opinion: 'favourable', agreement: true }, words: { text } }),
    ) as AppointedGuarantor;
    expect(state.opinions.get(givenEventId(1))).toEqual({ ...data, opinion: 'favourable', agreement: true });
  });

  it('reports by a text or a document', () => {
    const publish = (more: object) =>
      decideReport(after(), { kind: 'final', title: text, ...more }, {}, itself, context);
    expectEvents(publish({ document: 'ab'.repeat(32) }));
    expect(expectRefusal(publish({}))).toBe('guarantorReport.empty');
  });

  it('receives observations, whoever enters them', () => {
    const observe = (state: GuarantorState, more: object = {}) =>
      decideObservation(state, { from: 'resident', text, ...more }, {}, context);
    expectEvents(observe(after()));
    expect(expectRefusal(observe(after(withdrew)))).toBe('guarantor.withdrawn');
    expect(expectRefusal(observe(after(), { occurredOn: TOMORROW }))).toBe('guarantor.toCome');
  });

  it('expects an answer on a day to come', () => {
    expect(expectRefusal(decideRecommendation(after(), { text, answerBy: '2026-03-03' }, {}, itself, context))).toBe(
      'recommendation.answerBefore',
    );
  });
});

describe('a recommendation', () => {
  const command = { recommendation: givenEventId(1), answer: 'followed' as const, dueOn: '2026-06', text };
  const answer = (more: object = {}, state = after(recommended), actor = official) =>
    decideAnswer(state, { ...command, ...more }, { authority: town }, actor, context);

  it('is answered by the authority, with a time limit for what is followed', () => {
    expectEvents(answer());
    expectEvents(answer({ answer: 'notFollowed', dueOn: undefined }));
    expect(expectRefusal(answer({ dueOn: undefined }))).toBe('recommendation.dueOnMissing');
    expect(expectRefusal(answer({}, after(recommended), itself))).toBe('recommendation.byTheAuthority');
    expect(expectRefusal(answer({ recommendation: givenEventId(7) }))).toBe('recommendation.unknown');
    expect(expectRefusal(answer({ decidedBy: 'inconnue' }))).toBe('authority.unknownFunction');
  });

  it('keeps its first answer: a later one supplements it', () => {
    const first = event(recommendationAnswered, {
      data: { recommendation: givenEventId(1), answer: 'underReview', dueOn: '2026-04' },
      words: { text },
    });
    expect(expectEvents(answer())[0]!.data).not.toHaveProperty('supplements');
    for (const state of [after(recommended, first), after(recommended, first, first)])
      expect(expectEvents(answer({}, state))[0]!.data).toMatchObject({ supplements: givenEventId(2) });
  });
});

describe('a passage of a guarantor’s text', () => {
  const command = {
    event: givenEventId(1),
    paths: ['/text'],
    ground: 'defamation' as const,
    notifiedOn: '2026-03-02',
    shown: text,
  };
  const suspend = (more: object = {}, state = after(report), actor = official) =>
    decideSuspension(state, { ...command, ...more }, { authority: town }, actor, context);
  const { shown, ...facts } = command;
  const suspended = event(guarantorPassageSuspended, { data: facts, words: { shown } });
  const suspension = givenEventId(2);

  it('is suspended by the authority on a ground that was notified, never edited', () => {
    expectEvents(suspend());
    expect(expectRefusal(suspend({}, after(report), itself))).toBe('passage.byTheAuthority');
    expect(expectRefusal(suspend({ notifiedOn: TOMORROW }))).toBe('passage.notNotified');
    expect(expectRefusal(suspend({ decidedBy: 'inconnue' }))).toBe('authority.unknownFunction');
  });

  it('is of its own texts, and of public words only', () => {
    expect(expectRefusal(suspend({ event: givenEventId(0) }))).toBe('passage.unknownText');
    expect(expectRefusal(suspend({ paths: ['/kind'] }))).toBe('passage.unknownPath');
    expect(expectRefusal(suspend({ paths: [] }))).toBe('passage.unknownPath');
  });

  it('is suspended once at a time, and restored once', () => {
    const restore = (state: GuarantorState, actor = official) =>
      decideRestoration(state, { suspension }, { authority: town }, actor);
    const state = after(report, suspended);
    expect(expectRefusal(suspend({}, state))).toBe('passage.suspendedBefore');
    expectEvents(suspend({ paths: ['/title'] }, state));
    expect(expectRefusal(restore(state, itself))).toBe('passage.byTheAuthority');
    expect(expectRefusal(restore(after(report)))).toBe('passage.unknownSuspension');
    const [restored] = expectEvents(restore(state));
    expect(expectRefusal(restore(after(report, suspended, restored!)))).toBe('passage.restoredBefore');
    expectEvents(suspend({}, after(report, suspended, restored!)));
  });

  it('has its author’s reply beside what is shown instead, once, even of one that has withdrawn', () => {
    const reply = (state: GuarantorState, actor = itself) => decideSuspensionReply(state, { suspension, text }, actor);
    expectEvents(reply(after(report, suspended)));
    expectEvents(reply(after(report, suspended, withdrew)));
    expect(expectRefusal(reply(after(report, suspended), official))).toBe('guarantor.notItsAuthor');
    const replied = event(guarantorSuspensionReplied, { data: { suspension }, words: { text } });
    expect(expectRefusal(reply(after(report, suspended, replied)))).toBe('passage.repliedBefore');
  });
});
