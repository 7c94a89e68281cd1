import fc from 'fast-check';
import { OPINIONS, RECOMMENDATION_ANSWERS } from '@fil/facts/codes/oversight';
import { GUARANTOR_EVENTS } from '@fil/facts/events/guarantor.events';
import { evolveGuarantor } from '@fil/facts/figures/guarantors';
import type { Actor } from '@fil/facts/kit/actor';
import type { NewEvent } from '@fil/facts/kit/event-definition';
import { expectEvents, givenEventId, someId, stateAfter } from '../deciding/specification/given-when-then';
import { holdsAfterAnySequence, type DrawnCommand } from '../deciding/specification/random-commands';
import { decideAnswer } from './answer-recommendation/answer-recommendation.decide';
import { decideAppointment } from './appoint-guarantor/appoint-guarantor.decide';
import { decideOpinion } from './give-guarantor-opinion/give-guarantor-opinion.decide';
import { guarantor, type GuarantorState } from './guarantor.state';
import { decideRecommendation } from './make-recommendation/make-recommendation.decide';
import { decideReport } from './publish-guarantor-report/publish-guarantor-report.decide';
import { decideObservation } from './receive-observation/receive-observation.decide';
import { decideSuspensionReply } from './reply-to-guarantor-suspension/reply-to-guarantor-suspension.decide';
import { decideRestoration } from './restore-guarantor-passage/restore-guarantor-passage.decide';
import { decideSuspension } from './suspend-guarantor-passage/suspend-guarantor-passage.decide';
import { decideWithdrawal } from './withdraw-guarantor/withdraw-guarantor.decide';
import {
  consultationOf,
  CONSULTATION,
  context,
  itself,
  official,
  TOMORROW,
  town,
} from './specification/some-guarantor';

type Command = DrawnCommand<GuarantorState>;
const text = { fr: 'Un texte.' };
const seen = { consultation: consultationOf(someId('authority')) };
const its: fc.Arbitrary<Actor> = fc.constantFrom(itself, itself, itself, official);
const hers: fc.Arbitrary<Actor> = fc.constantFrom(official, official, official, itself);
/** One of the ids a state knows, or one that nobody has. */
const among = (ids: Iterable<string> | undefined, n: number): string => {
  const known = [...(ids ?? [])];
  return known[n % (known.length + 1)] ?? givenEventId(99);
};
const known = (state: GuarantorState) => (state.exists ? state : undefined);
const n = fc.nat({ max: 20 });
const occurredOn = fc.constantFrom(undefined, undefined, '2026-02', TOMORROW);

const commands: fc.Arbitrary<Command>[] = [
  occurredOn.map(
    (day): Command =>
      (state) =>
        decideObservation(state, { from: 'resident', text, occurredOn: day }, {}, context),
  ),
  fc.tuple(its, fc.constantFrom(undefined, '2026-06-01', '2026-01-01')).map(
    ([actor, answerBy]): Command =>
      (state) =>
        decideRecommendation(state, { text, answerBy }, {}, actor, context),
  ),
  fc.tuple(hers, n, fc.constantFrom(...RECOMMENDATION_ANSWERS), fc.constantFrom(undefined, '2026-06', '2026-06')).map(
    ([actor, one, answer, dueOn]): Command =>
      (state) =>
        decideAnswer(
          state,
          { recommendation: among(known(state)?.recommendations.keys(), one), answer, dueOn, text },
          { authority: town },
          actor,
          context,
        ),
  ),
  fc.tuple(its, fc.constantFrom(text, undefined)).map(
    ([actor, words]): Command =>
      (state) =>
        decideReport(state, { kind: 'interim', title: text, text: words }, {}, actor, context),
  ),
  fc.tuple(its, fc.constantFrom(...OPINIONS), fc.boolean()).map(
    ([actor, opinion, agreement]): Command =>
      (state) =>
        decideOpinion(
          state,
          { consultation: CONSULTATION, subject: 'mandateAmendment', opinion, agreement, text },
          seen,
          actor,
          context,
        ),
  ),
  fc.tuple(hers, n, fc.constantFrom(['/text'], ['/text', '/title'], ['/kind'])).map(
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
const withdrawal: fc.Arbitrary<Command> = its.map(
  (actor): Command =>
    (state) =>
      decideWithdrawal(state, { reason: 'resigned' }, actor, context),
);

/** Appointed, with a report of which a passage is suspended: so that most of what is drawn has something to speak of. */
function begun(): NewEvent[] {
  const command = {
    authority: someId('authority'),
    code: 'garante',
    consultations: [CONSULTATION],
    appointedBy: 'authority',
    chosenBy: 'openCall',
    title: text,
  } as const;
  const seenThen = { authority: town, missing: null };
  const life = [...expectEvents(decideAppointment(guarantor.initial, command, seenThen, official, context))];
  const state = (): GuarantorState => stateAfter(guarantor, ...life);
  life.push(...expectEvents(decideReport(state(), { kind: 'final', title: text, text }, {}, itself, context)));
  const passage = { event: givenEventId(1), paths: ['/text'], ground: 'defamation', shown: text } as const;
  const suspension = { ...passage, notifiedOn: '2026-03-01' };
  life.push(...expectEvents(decideSuspension(state(), suspension, { authority: town }, official, context)));
  life.push(...expectEvents(decideRecommendation(state(), { text }, {}, itself, context)));
  return life;
}

it('after any sequence of commands a guarantor is in a legal state, and every event fits its definition', () => {
  const recorded = holdsAfterAnySequence<GuarantorState>({
    decider: guarantor,
    first: begun,
    // A withdrawal ends nearly everything: seldom, so that most sequences live.
    commands: [...commands, ...commands, withdrawal],
    legal: (state) => {
      if (!state.exists) throw new Error('a guarantor that was appointed exists');
      for (const [id, { event: suspended, paths }] of state.passages.suspensions)
        if (!paths.every((path) => state.passages.texts.get(suspended)?.includes(path)))
          throw new Error(`${id} withholds what is no word of a text of its`);
      for (const { opinion, agreement } of state.opinions.values())
        if (agreement && opinion === 'unfavourable') throw new Error('it agrees by an unfavourable opinion');
    },
    publicFolds: [(events) => events.reduce<ReturnType<typeof evolveGuarantor>>(evolveGuarantor, null)],
    runs: 120,
  });
  expect([...recorded.keys()].sort()).toEqual(GUARANTOR_EVENTS.map(({ type }) => type).sort());
});
