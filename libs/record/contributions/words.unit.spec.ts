/** The words of a contribution: transcribed, acknowledged, restated, disputed, corrected, judged by their author. */
import { contributionContested, groupedInto } from '@fil/facts/events/contribution.events';
import type { Actor } from '@fil/facts/kit/actor';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { commitmentMade, declaredDone } from '@fil/facts/events/commitment.events';
import { fold, type Decided } from '../deciding/decider';
import {
  expectEvents,
  expectRefusal,
  givenEventId,
  recordedForm,
  someId,
  stateAfter,
} from '../deciding/specification/given-when-then';
import { decideAcknowledgement } from './acknowledge/acknowledge.decide';
import { decideContestAnswer } from './answer-contest/answer-contest.decide';
import { whoDidWhat, type WhoDidWhat } from './answer-contest/who-did-what';
import { decideThemes } from './assign-themes/assign-themes.decide';
import { claimedEnd } from './contest/claimed-end';
import { declaredEnds } from './contest/declared-ends';
import { contribution, type ContributionState } from './contribution.state';
import { decideTextCorrection } from './correct-text/correct-text.decide';
import { decideRestatementCorrection } from './correct-restatement/correct-restatement.decide';
import { decideDispute } from './dispute-restatement/dispute-restatement.decide';
import { decideFollowUp } from './follow-up/follow-up.decide';
import { decideRestatement } from './restate/restate.decide';
import {
  admitted,
  answered,
  assistedMandate,
  CONTEXT,
  CONTRIBUTION,
  mandate,
  recorded,
} from './specification/some-mandate';
import { decideTranscription } from './transcribe/transcribe.decide';
import type { TranscribeInput } from './transcribe/transcribe.command';
import { decideUpholding } from './uphold-restatement/uphold-restatement.decide';

const ROADS: Actor = { role: 'official', body: 'voirie' };
const seen = assistedMandate();
const assisted = { tool: 'tool', version: '1', instruction: 'a'.repeat(64), inputs: [], validatedBy: 'maire' };
const fr = (words: string) => ({ fr: words });
const after = (...events: readonly NewEvent[]): ContributionState => stateAfter(contribution, ...events);
/** The history with what was decided on it. */
const then = (given: readonly NewEvent[], decide: (state: ContributionState) => Decided): readonly NewEvent[] => [
  ...given,
  ...expectEvents(decide(after(...given))),
];
const deposited = [recorded(), admitted];
/** With a second function in the authority: somebody else. */
const twoFunctions = () => {
  const two = mandate();
  if (two.authority.exists) (two.authority.functions as Map<string, unknown>).set('dgs', {});
  return two;
};

it('assistance is off unless switched on: no step is assisted before', () => {
  const transcribed = { way: 'assisted' as const, language: 'fr', text: fr('Un banc.'), assisted };
  expect(expectRefusal(decideTranscription(after(...deposited), transcribed, mandate(), CONTEXT))).toBe(
    'assistance.off',
  );
  const restatement = { by: 'maire', text: fr('Planter.'), assisted };
  expect(expectRefusal(decideRestatement(after(...deposited), restatement, mandate(), CONTEXT))).toBe('assistance.off');
});

describe('a transcription', () => {
  const transcribe = (change: Partial<TranscribeInput> = {}, given: readonly NewEvent[] = deposited): Decided =>
    decideTranscription(
      after(...given),
      { way: 'typed', language: 'fr', text: fr('Un banc [illisible] la [illisible].'), ...change },
      seen,
      CONTEXT,
    );

  it('keeps what nobody could read, and counts it', () => {
    expect(expectEvents(transcribe())[0]).toMatchObject({
      data: { way: 'typed', language: 'fr', illegible: 2, titled: false },
      words: { text: fr('Un banc [illisible] la [illisible].') },
    });
  });

  it('is in the language of the original: another one is a translation', () => {
    expect(expectRefusal(transcribe({ language: 'br' }))).toBe('transcription.language');
    expect(expectRefusal(transcribe({ text: { fr: 'Un banc', en: 'A bench' } }))).toBe('transcription.language');
  });

  it('by a tool names the tool and who validated it, and no other does', () => {
    expect(expectRefusal(transcribe({ way: 'assisted' }))).toBe('transcription.assistance');
    expect(expectRefusal(transcribe({ assisted }))).toBe('transcription.assistance');
    expect(expectEvents(transcribe({ way: 'assisted', assisted }))[0]!.data).toMatchObject({ assisted });
  });

  it('does not replace what its author typed or corrected', () => {
    expect(expectRefusal(transcribe({}, [recorded({ channel: 'online' })]))).toBe('transcription.typedByItsAuthor');
    const corrected = then(deposited, (state) =>
      decideTextCorrection(state, { field: 'text', corrected: fr('Deux bancs.') }, CONTEXT),
    );
    expect(expectRefusal(transcribe({}, corrected))).toBe('transcription.correctedByAuthor');
  });

  it('can be corrected by the author, who replaces that version', () => {
    const given = then(deposited, () => transcribe());
    const [corrected] = expectEvents(
      decideTextCorrection(after(...given), { field: 'text', corrected: fr('Un banc sous la halle.') }, CONTEXT),
    );
    expect(corrected!.data).toEqual({ field: 'text', version: 3, replaces: givenEventId(2) });
  });
});

describe('an acknowledgement', () => {
  const acknowledge = (rule: string, service?: string, given: readonly NewEvent[] = deposited): Decided =>
    decideAcknowledgement(after(...given), { rule, service, channel: 'email' }, seen, CONTEXT);

  it('names the service in charge; a record receipt need not', () => {
    expect(expectRefusal(acknowledge('crpa.are'))).toBe('acknowledgement.service');
    expect(expectRefusal(acknowledge('crpa.are', 'inconnu'))).toBe('authority.unknownBody');
    expectEvents(acknowledge('crpa.are', 'voirie'));
    expectEvents(acknowledge('crpa.are.record'));
  });

  it('is given once per rule', () => {
    const given = then(deposited, () => acknowledge('crpa.are', 'voirie'));
    expect(expectRefusal(acknowledge('crpa.are', 'voirie', given))).toBe('acknowledgement.given');
    expectEvents(acknowledge('crpa.are.record', undefined, given));
  });
});

describe('themes', () => {
  const assign = (...themes: string[]): Decided => decideThemes(after(...deposited), { themes }, seen, CONTEXT);

  it('say what they were and what they are', () => {
    const [assigned] = expectEvents(assign());
    expect(assigned!.data).toEqual({ from: ['nature'], to: [] });
    expect(after(...deposited, assigned!)).toMatchObject({ themes: [] });
    expect(expectRefusal(assign('nature'))).toBe('themes.same');
    expect(expectRefusal(assign('inconnu'))).toBe('authority.unknownTheme');
  });
});

describe('a restatement', () => {
  const restated = then(deposited, (state) =>
    decideRestatement(state, { by: 'maire', text: fr('Planter.') }, seen, CONTEXT),
  );
  const STANDING = givenEventId(2);
  const dispute = (given = restated, restatement = STANDING): Decided =>
    decideDispute(after(...given), { restatement, text: fr('Non.') }, CONTEXT);
  const disputed = then(restated, () => dispute());
  const uphold = (given: readonly NewEvent[], by: string, actor = ROADS): Decided =>
    decideUpholding(
      after(...given),
      { restatement: STANDING, by, reason: fr('Fidèle.') },
      twoFunctions(),
      actor,
      CONTEXT,
    );

  it('is of a version of the text, and made once: then it is corrected', () => {
    expect(restated.at(-1)!.data).toEqual({ version: 1, by: 'maire' });
    expect(
      expectRefusal(decideRestatement(after(...restated), { by: 'maire', text: fr('Autre.') }, seen, CONTEXT)),
    ).toBe('restatement.exists');
    const [corrected] = expectEvents(
      decideRestatementCorrection(
        after(...restated),
        { restatement: STANDING, by: 'maire', text: fr('Planter ici.'), assisted },
        seen,
        CONTEXT,
      ),
    );
    expect(corrected!.data).toEqual({ restatement: STANDING, version: 1, by: 'maire', assisted });
  });

  it('is disputed by its author, once', () => {
    expect(expectRefusal(dispute(disputed))).toBe('restatement.disputed');
    expect(expectRefusal(dispute(restated, givenEventId(0)))).toBe('restatement.notTheStanding');
  });

  it('is upheld by somebody else than who restated', () => {
    expect(expectRefusal(uphold(disputed, 'maire'))).toBe('words.sameHands');
    const upheld = then(disputed, () => uphold(disputed, 'dgs'));
    expect(expectRefusal(uphold(upheld, 'dgs'))).toBe('restatement.notDisputed');
    expect(expectRefusal(uphold(restated, 'dgs'))).toBe('restatement.notDisputed');
  });

  it('that was validated by a function is not upheld by that function', () => {
    const byTool = then(deposited, (state) =>
      decideRestatement(
        state,
        { by: 'maire', text: fr('Planter.'), assisted: { ...assisted, validatedBy: 'voirie' } },
        seen,
        CONTEXT,
      ),
    );
    const contested = then(byTool, () => dispute(byTool));
    expect(expectRefusal(uphold(contested, 'voirie'))).toBe('words.sameHands');
  });

  it('corrected after a dispute can be disputed in turn', () => {
    const corrected = then(disputed, (state) =>
      decideRestatementCorrection(
        state,
        { restatement: STANDING, by: 'maire', text: fr('Planter ici.') },
        seen,
        CONTEXT,
      ),
    );
    expectEvents(dispute(corrected, givenEventId(corrected.length - 1)));
    expect(expectRefusal(dispute(corrected))).toBe('restatement.notTheStanding');
  });
});

describe('the answer to a contest', () => {
  const grouped = event(groupedInto, { data: { synthesis: someId('synthesis'), point: 1 }, words: {} });
  const contestOf = (n: number, what: 'outcome' | 'grouping' | 'declaredDone'): NewEvent =>
    event(contributionContested, { data: { event: givenEventId(n), what }, words: { text: fr('Non.') } });
  const answer = (
    given: readonly NewEvent[],
    by: string,
    { actor = ROADS, elsewhere = [] as WhoDidWhat[], contest = givenEventId(given.length - 1) } = {},
  ): Decided =>
    decideContestAnswer(
      after(...given),
      { contest, verdict: 'upheld', by, text: fr('Relu.') },
      twoFunctions(),
      elsewhere,
      actor,
      CONTEXT,
    );

  it('is by somebody else than who did what is contested', () => {
    const given = [...deposited, answered({ decidedBy: 'maire' }), contestOf(2, 'outcome')];
    expect(expectRefusal(answer(given, 'maire'))).toBe('words.sameHands');
    expectEvents(answer(given, 'dgs'));
  });

  it('is for another body where no function is named', () => {
    const given = [...deposited, grouped, contestOf(2, 'grouping')];
    expect(expectRefusal(answer(given, 'dgs', { actor: { role: 'official', body: 'mairie' } }))).toBe(
      'words.sameHands',
    );
    expectEvents(answer(given, 'dgs'));
  });

  it('looks for who declared a commitment done in the commitment', () => {
    const given = [...deposited, contestOf(40, 'declaredDone')];
    const elsewhere = [fold(whoDidWhat, [{ ...recordedForm(declared, 40), actor: ROADS }])];
    expect(expectRefusal(answer(given, 'dgs', { elsewhere }))).toBe('words.sameHands');
    expectEvents(answer(given, 'dgs', { elsewhere, actor: { role: 'official', body: 'conseil' } }));
  });

  it('is given once per contest', () => {
    const given = [...deposited, answered({ decidedBy: 'maire' }), contestOf(2, 'outcome')];
    const contest = givenEventId(3);
    const done = then(given, () => answer(given, 'dgs'));
    expect(expectRefusal(answer(done, 'dgs', { contest }))).toBe('contest.answered');
    expect(expectRefusal(answer(given, 'dgs', { contest: givenEventId(0) }))).toBe('contest.unknown');
  });
});

const COMMITMENT = someId('commitment');
const made = event(commitmentMade, {
  data: { authority: someId('authority'), answers: [CONTRIBUTION], themes: [] },
  words: { title: fr('Planter') },
});
const declared = event(declaredDone, { data: { evidenceCount: 0 }, words: {} });

describe('the author’s verdict', () => {
  const follow = (of: readonly NewEvent[], contributionId = CONTRIBUTION): Decided =>
    decideFollowUp(
      after(...deposited),
      contributionId,
      { commitment: COMMITMENT, verdict: 'notDone', text: fr('Rien n’est planté.') },
      claimedEnd({ [COMMITMENT]: stateAfter(declaredEnds, ...of) }, COMMITMENT, contributionId),
      CONTEXT,
    );

  it('comes after something that concerns her was declared done, and as often as she likes', () => {
    expect(expectEvents(follow([made, declared]))[0]!.data).toEqual({
      commitment: COMMITMENT,
      declared: givenEventId(1),
      verdict: 'notDone',
    });
    expect(expectEvents(follow([made, declared, declared]))[0]!.data).toMatchObject({ declared: givenEventId(2) });
    expect(expectRefusal(follow([made]))).toBe('followUp.nothingDeclaredDone');
    expect(expectRefusal(follow([made, declared], someId('contribution', 2)))).toBe('contest.notConcerned');
  });

  it('is refused when the commitment is missing', () => {
    expect(expectRefusal(follow([]))).toBe('contest.notConcerned');
  });
});
