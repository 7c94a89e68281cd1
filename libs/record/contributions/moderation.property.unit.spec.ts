/** Any sequence of what is decided about showing a contribution's words, among what else happens to it. */
import fc from 'fast-check';
import { functionCreated } from '@fil/facts/events/authority.events';
import { guarantorAppointed } from '@fil/facts/events/guarantor.events';
import { MODERATION_EVENTS } from '@fil/facts/events/moderation.events';
import { definitionOf } from '@fil/facts/events/registry';
import { evolveContribution, overallStanding, type ContributionFacts } from '@fil/facts/figures/standing';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import { authority } from '../authority/authority.state';
import { givenEventId, stateAfter } from '../deciding/specification/given-when-then';
import { holdsAfterAnySequence, type DrawnCommand } from '../deciding/specification/random-commands';
import { guarantor } from '../guarantors/guarantor.state';
import { decideAdmission } from './admit-contribution/admit-contribution.decide';
import { decideDisclosure } from './authorise-disclosure/authorise-disclosure.decide';
import { contribution, standingOf, type ContributionState } from './contribution.state';
import { decideOnAppeal } from './decide-appeal/decide-appeal.decide';
import { decideInadmissibility } from './declare-inadmissible/declare-inadmissible.decide';
import { decideOutcome } from './give-outcome/give-outcome.decide';
import { decideOpinionOnAppeal } from './give-opinion-on-appeal/give-opinion-on-appeal.decide';
import { decideAppealLodging } from './lodge-appeal/lodge-appeal.decide';
import { decideNotPublishing } from './not-publish/not-publish.decide';
import { decideRedaction } from './redact/redact.decide';
import {
  considered,
  CONSULTATION,
  CONTEXT,
  CONTRIBUTION,
  recorded,
  TOWN,
  TOWN_EVENTS,
} from './specification/some-mandate';
import {
  authorisation,
  declaredInadmissible,
  GUARANTOR,
  lodged,
  mandateWithRules,
} from './specification/some-moderation';
import { decideTransfer } from './transfer-contribution/transfer-contribution.decide';
import { decideWithdrawal } from './withdraw/withdraw.decide';

type Command = DrawnCommand<ContributionState>;
const text = { fr: 'Un texte.' };
const created = event(functionCreated, { data: { function: 'adjointe' }, words: { name: { fr: 'Adjointe' } } });
const seen = {
  ...mandateWithRules(),
  authority: stateAfter(authority, ...TOWN_EVENTS, created, authorisation()),
  guarantor: stateAfter(
    guarantor,
    event(guarantorAppointed, {
      data: {
        authority: TOWN,
        code: 'garante',
        consultations: [CONSULTATION],
        appointedBy: 'cndp',
        chosenBy: 'fromList',
      },
      words: { title: { fr: 'Garante' } },
    }),
  ),
};
const authorTold = 'letter' as const;
const by = fc.constantFrom('maire', 'adjointe', 'personne');
const result = fc.constantFrom('upheld' as const, 'reversed' as const);
const n = fc.nat({ max: 20 });
const day = fc.constantFrom('2026-03-03', '2026-03-03', '2026-09-01');
/** One of the ids a state knows, or one that nobody has. */
const among = (ids: Iterable<string> | undefined, one: number): string => {
  const known = [...(ids ?? [])];
  return known[one % (known.length + 1)] ?? givenEventId(99);
};
const known = (state: ContributionState) => (state.exists ? state.moderation : undefined);

const commands: fc.Arbitrary<Command>[] = [
  fc.constant<Command>((state) => decideAdmission(state, {}, CONTEXT)),
  by.map(
    (decidedBy): Command =>
      (state) =>
        decideNotPublishing(state, { ground: 'privacy', decidedBy, authorTold }, seen, CONTEXT),
  ),
  fc.tuple(by, fc.constantFrom(1, 1, 2)).map(
    ([decidedBy, rulesVersion]): Command =>
      (state) =>
        decideInadmissibility(
          state,
          { rulesVersion, article: 'article-4', decidedBy, authorTold, reason: text },
          seen,
          CONTEXT,
        ),
  ),
  fc.tuple(n, day).map(
    ([one, today]): Command =>
      (state) =>
        decideAppealLodging(state, { event: among(known(state)?.decisions.keys(), one), text }, { ...CONTEXT, today }),
  ),
  fc.tuple(n, result).map(
    ([one, opinion]): Command =>
      (state) =>
        decideOpinionOnAppeal(
          state,
          { appeal: among(known(state)?.appeals.keys(), one), guarantor: GUARANTOR, opinion, text },
          { role: 'guarantor', body: 'garante' },
          seen,
          CONTEXT,
        ),
  ),
  fc.tuple(n, by, result, fc.constantFrom(undefined, text)).map(
    ([one, decidedBy, decided, reason]): Command =>
      (state) =>
        decideOnAppeal(
          state,
          { appeal: among(known(state)?.appeals.keys(), one), result: decided, decidedBy, authorTold, reason },
          seen,
          CONTEXT,
        ),
  ),
  fc.tuple(n, fc.constantFrom('/title', '/text', '/reason', '/shownInstead/0')).map(
    ([one, path]): Command =>
      (state) =>
        decideRedaction(
          state,
          {
            event: among(known(state)?.sealedIn.keys(), one),
            paths: [path],
            shownInstead: [text],
            ground: 'privacy',
            decidedBy: 'maire',
            authorTold,
          },
          seen,
          CONTEXT,
        ),
  ),
  fc.constantFrom({ decidedBy: 'maire' }, { authorisation: 'terrain' }, { authorisation: 'autre' }, {}).map(
    (input): Command =>
      (state) =>
        decideDisclosure(state, input, seen, CONTEXT),
  ),
  fc.constantFrom('considered' as const, 'underReview' as const).map(
    (outcome): Command =>
      (state) =>
        decideOutcome(
          state,
          CONTRIBUTION,
          {
            ...considered,
            outcome,
            department: 'voirie',
            answerOn: '2026-06-01',
            point: 1,
            supersedes: (state.exists && state.points.get(1)?.answer?.event) || null,
          },
          seen,
          CONTEXT,
        ),
  ),
  fc.constant<Command>((state) => decideTransfer(state, { authority: text }, CONTEXT)),
];
const leaving: fc.Arbitrary<Command> = fc.constant<Command>((state) => decideWithdrawal(state, {}, CONTEXT));

const figuresOf = (events: readonly RecordedEvent[]): ContributionFacts | null =>
  events.reduce<ContributionFacts | null>(evolveContribution, null);

/** What the entries' own marks say: whether its words are public. */
const isOpen = (events: readonly RecordedEvent[]): boolean =>
  events.reduce((open, { type }) => {
    const { visibility } = definitionOf(type);
    return visibility === 'opens' || (visibility !== 'closes' && open);
  }, false);

function legal(state: ContributionState, events: readonly RecordedEvent[]): void {
  if (!state.exists) return;
  const { inadmissible, notPublished, disclosed, decisions, appeals, redacted, sealedIn } = state.moderation;
  const open = isOpen(events);
  // Nothing is public that is inadmissible, kept back, or was never disclosed.
  if (open) expect([inadmissible, notPublished]).toEqual([null, null]);
  if (open && state.sensitivity !== 'public') expect(disclosed).toBe(true);
  if (state.admitted) expect(open).toBe(true);
  if (inadmissible !== null) expect(['inadmissible', 'withdrawn']).toContain(standingOf(state, 1));
  for (const { decision } of appeals.values()) expect(decisions.has(decision)).toBe(true);
  for (const [about, paths] of redacted)
    for (const path of paths) expect(sealedIn.get(about)!.paths.some((one) => one.startsWith(path))).toBe(true);
  // Another function decides on the appeal, once.
  const decided = events.filter(({ type }) => type === 'contribution.appealDecided/1').map(({ data }) => data);
  expect(new Set(decided.map(({ appeal }) => appeal)).size).toBe(decided.length);
  for (const { appeal, decidedBy } of decided)
    expect(decisions.get(appeals.get(appeal as string)!.decision)!.decidedBy).not.toBe(decidedBy);
  // The published figures say the same.
  const facts = figuresOf(events)!;
  expect([facts.published, facts.inadmissible]).toEqual([open, inadmissible]);
  expect(facts.moderated).toBe(decisions.size + redacted.size > 0);
  expect(overallStanding(facts)).toBe(standingOf(state, 1));
}

const report = recorded({ sensitivity: 'restricted', channel: 'fieldReport', authorKind: 'agent' });
const LIVES: readonly (readonly NewEvent[])[] = [
  [recorded()],
  [report],
  // So that what is drawn has an appeal to speak of.
  [recorded(), declaredInadmissible(), lodged(givenEventId(1))],
];

it('no sequence of commands shows what may not be shown, or lets who decided decide on the appeal', () => {
  const types = LIVES.flatMap((life) => [
    ...holdsAfterAnySequence<ContributionState>({
      decider: contribution,
      // Who leaves does so seldom: after that little else happens.
      commands: [...commands, ...commands, ...commands, leaving],
      first: () => life,
      legal,
      publicFolds: [figuresOf],
    }).keys(),
  ]);
  for (const { type } of MODERATION_EVENTS) expect(types).toContain(type);
});
