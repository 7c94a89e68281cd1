import fc from 'fast-check';
import { groupedInto } from '@fil/facts/events/contribution.events';
import { contributionRestated } from '@fil/facts/events/words.events';
import { event } from '@fil/facts/kit/event-definition';
import { evolveContribution } from '@fil/facts/figures/standing';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import { givenEventId, someId } from '../deciding/specification/given-when-then';
import { holdsAfterAnySequence, type DrawnCommand } from '../deciding/specification/random-commands';
import { decideAcknowledgement } from './acknowledge/acknowledge.decide';
import { decideContestAnswer } from './answer-contest/answer-contest.decide';
import { decideThemes } from './assign-themes/assign-themes.decide';
import { NOTHING_CLAIMED } from './contest/claimed-end';
import { decideContest } from './contest/contest.decide';
import { contribution, type ContributionState } from './contribution.state';
import { decideRestatementCorrection } from './correct-restatement/correct-restatement.decide';
import { decideTextCorrection } from './correct-text/correct-text.decide';
import { decideDispute } from './dispute-restatement/dispute-restatement.decide';
import { decideFollowUp } from './follow-up/follow-up.decide';
import { decideRestatement } from './restate/restate.decide';
import { CONTEXT, CONTRIBUTION, mandate, recorded } from './specification/some-mandate';
import { decideTranscription } from './transcribe/transcribe.decide';
import { decideUpholding } from './uphold-restatement/uphold-restatement.decide';
import { decideWithdrawal } from './withdraw/withdraw.decide';

type Command = fc.Arbitrary<DrawnCommand<ContributionState>>;
const text = { fr: 'Des arbres.' };
const seen = mandate();
if (seen.authority.exists) (seen.authority.functions as Map<string, unknown>).set('dgs', {});
const anyEvent = fc.nat({ max: 14 }).map(givenEventId);
/** Often the one that a right command would name. */
type Naming = (state: ContributionState) => string;
const naming = (right: Naming): fc.Arbitrary<Naming> =>
  fc.oneof(
    fc.constant(right),
    anyEvent.map((id) => () => id),
  );
const restatement = naming((s) => (s.exists ? s.words.restatement?.event : undefined) ?? givenEventId(0));
const contest = naming((s) => (s.exists ? [...s.words.contests.keys()].at(-1) : undefined) ?? givenEventId(0));
const grouping = naming((s) => (s.exists ? [...s.contestable.keys()].at(-1) : undefined) ?? givenEventId(0));
const by = fc.constantFrom('maire', 'dgs', 'inconnue');
const actor = fc.constantFrom('voirie', 'conseil').map((body) => ({ role: 'official' as const, body }));
const COMMITMENT = someId('commitment');
const ended = {
  commitment: { ...NOTHING_CLAIMED.commitment, declarations: new Set([givenEventId(40)]) },
  throughSynthesis: true,
};

const commands: Command[] = [
  fc
    .constantFrom('fr', 'br')
    .map((language) => (s) => decideTranscription(s, { way: 'typed', language, text }, seen, CONTEXT)),
  fc
    .constantFrom('crpa.are', 'crpa.are.record')
    .map((rule) => (s) => decideAcknowledgement(s, { rule, channel: 'email', service: 'voirie' }, seen, CONTEXT)),
  fc.subarray(['nature', 'inconnu']).map((themes) => (s) => decideThemes(s, { themes }, seen, CONTEXT)),
  fc
    .constantFrom('title' as const, 'text' as const)
    .map((field) => (s) => decideTextCorrection(s, { field, corrected: text }, CONTEXT)),
  by.map((one) => (s) => decideRestatement(s, { by: one, text }, seen, CONTEXT)),
  restatement.map((named) => (s) => decideDispute(s, { restatement: named(s), text }, CONTEXT)),
  fc.tuple(restatement, by, actor).map(
    ([named, one, who]) =>
      (s) =>
        decideUpholding(s, { restatement: named(s), by: one, reason: text }, seen, who, CONTEXT),
  ),
  fc.tuple(restatement, by).map(
    ([named, one]) =>
      (s) =>
        decideRestatementCorrection(s, { restatement: named(s), by: one, text }, seen, CONTEXT),
  ),
  fc.constant(() => [event(groupedInto, { data: { synthesis: someId('synthesis'), point: 1 }, words: {} })]),
  grouping.map(
    (named) => (s) =>
      decideContest(s, CONTRIBUTION, { event: named(s), what: 'grouping', text }, NOTHING_CLAIMED, CONTEXT),
  ),
  fc.tuple(contest, by, actor).map(
    ([named, one, who]) =>
      (s) =>
        decideContestAnswer(s, { contest: named(s), verdict: 'upheld', by: one, text }, seen, [], who, CONTEXT),
  ),
  fc
    .constantFrom(ended, NOTHING_CLAIMED)
    .map((end) => (s) => decideFollowUp(s, CONTRIBUTION, { commitment: COMMITMENT, verdict: 'notDone' }, end, CONTEXT)),
];
/** Rare: nothing follows. */
const withdrawal: Command = fc.constantFrom(
  (s: ContributionState) => decideWithdrawal(s, {}, CONTEXT),
  ...Array.from({ length: 9 }, () => () => []),
);

const of = (events: readonly RecordedEvent[], type: string): readonly RecordedEvent[] =>
  events.filter(({ type: one }) => one === `contribution.${type}/1`);

it('the words of a contribution hold after any sequence of commands', () => {
  const types = holdsAfterAnySequence({
    decider: contribution,
    // Restated: most of what follows is said of that.
    first: () => [recorded(), event(contributionRestated, { data: { version: 1, by: 'maire' }, words: { text } })],
    commands: [...commands, withdrawal],
    legal: (state, events) => {
      if (!state.exists) throw new Error('it was recorded');
      const made = [...of(events, 'transcribed'), ...of(events, 'textCorrected')];
      expect(state.words.versions).toBe(1 + made.length);
      // Each restatement is disputed once, and each contest answered once.
      for (const [type, name] of [
        ['restatementDisputed', 'restatement'],
        ['restatementUpheld', 'restatement'],
        ['contestAnswered', 'contest'],
      ] as const) {
        const named = of(events, type).map(({ data }) => data[name]);
        expect(new Set(named).size).toBe(named.length);
      }
      expect(of(events, 'restated').length).toBeLessThanOrEqual(1);
    },
    publicFolds: [(events) => events.reduce(evolveContribution, null)],
    runs: 150,
  });
  expect([...types.keys()]).toEqual(
    expect.arrayContaining(['restatementDisputed', 'restatementCorrected'].map((one) => `contribution.${one}/1`)),
  );
});
