/** Rules about words that read another object: with its stream missing, older, and changed a moment before. */
import { commitmentMade, declaredDone } from '@fil/facts/events/commitment.events';
import { functionCreated } from '@fil/facts/events/authority.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { AttemptLimiter } from '@fil/people/attempts/attempt-limiter';
import { authority } from '../authority/authority.state';
import { someId } from '../deciding/specification/given-when-then';
import { AnswerContest } from './answer-contest/answer-contest.command';
import { AnswerContestHandler } from './answer-contest/answer-contest.handler';
import { AuthorKeyCheck } from './author-key/author-key-check';
import { normalisedAuthorKey } from './author-key/author-key';
import { RecentKeys } from './author-key/recent-keys';
import { ContestContribution } from './contest/contest.command';
import { ContestContributionHandler } from './contest/contest.handler';
import { declaredEnds } from './contest/declared-ends';
import { FollowUp } from './follow-up/follow-up.command';
import { FollowUpHandler } from './follow-up/follow-up.handler';
import { RecordContribution } from './record-contribution/record-contribution.command';
import { RecordContributionHandler } from './record-contribution/record-contribution.handler';
import { RestateContribution } from './restate/restate.command';
import { RestateContributionHandler } from './restate/restate.handler';
import { MemoryRegister, requestedWith } from './specification/memory-register';
import { CONSULTATION, TOWN } from './specification/some-mandate';

const COMMITMENT = someId('commitment');
const text = { fr: 'Des arbres.' };
const done = event(declaredDone, { data: { evidenceCount: 0 }, words: {} });

let town: MemoryRegister;
let check: AuthorKeyCheck;
let id: `contribution-${string}`;
let authorKey: string;
beforeEach(async () => {
  town = await new MemoryRegister().withConsultation();
  check = new AuthorKeyCheck(town.decisions, town.vault, new AttemptLimiter());
  const recorded = await new RecordContributionHandler(town.decisions, new RecentKeys()).execute(
    new RecordContribution(
      {
        consultation: CONSULTATION,
        kind: 'proposal',
        channel: 'counter',
        language: 'fr',
        themes: [],
        authorKind: 'person',
        text,
      },
      requestedWith(),
    ),
  );
  id = recorded.stream as typeof id;
  authorKey = normalisedAuthorKey(recorded.authorKey!)!;
});
const happens = (...events: readonly NewEvent[]) => town.write(COMMITMENT, declaredEnds, ...events);
const made = () =>
  event(commitmentMade, { data: { authority: TOWN, answers: [id], themes: [] }, words: { title: text } });
const by = { by: { actor: { role: 'author' as const, body: null }, account: null } };
const follow = () =>
  new FollowUpHandler(town.decisions, check).execute(
    new FollowUp(id, { commitment: COMMITMENT, verdict: 'partly', authorKey }, by),
  );

describe('the author’s verdict reads the commitment', () => {
  it('missing, not yet declared done, and declared done a moment before', async () => {
    await expect(follow()).rejects.toMatchObject({ rule: 'contest.notConcerned' });
    await happens(made());
    await expect(follow()).rejects.toMatchObject({ rule: 'followUp.nothingDeclaredDone' });
    const declared = await happens(done);
    const given = await follow();
    const [, followed] = await town.decisions.load(id);
    expect(followed!.data).toMatchObject({
      declared: declared.events[0]!.id,
      basis: [{ stream: COMMITMENT, rev: 2 }],
    });
    expect(given.duplicate).toBe(false);
  });
});

describe('the answer to a contest reads where it was contested', () => {
  it('so that who declared it done does not look at it again', async () => {
    await happens(made());
    const declared = await happens(done); // for the body `voirie`
    const contest = await new ContestContributionHandler(town.decisions, check).execute(
      new ContestContribution(
        id,
        { event: declared.events[0]!.id, what: 'declaredDone', commitment: COMMITMENT, text, authorKey },
        by,
      ),
    );
    const answer = (body: string) =>
      new AnswerContestHandler(town.decisions).execute(
        new AnswerContest(
          id,
          { contest: contest.events[0]!.id, verdict: 'upheld', by: 'maire', text },
          { by: { actor: { role: 'official', body }, account: null } },
        ),
      );
    await expect(answer('voirie')).rejects.toMatchObject({ rule: 'words.sameHands' });
    await answer('conseil');
  });
});

describe('a restatement reads the authority', () => {
  it('whose function may have been created a moment before', async () => {
    const restate = () =>
      new RestateContributionHandler(town.decisions).execute(
        new RestateContribution(id, { by: 'directrice', text }, requestedWith()),
      );
    await expect(restate()).rejects.toMatchObject({ rule: 'authority.unknownFunction' });
    await town.write(
      TOWN,
      authority,
      event(functionCreated, { data: { function: 'directrice' }, words: { name: text } }),
    );
    await restate();
  });
});
