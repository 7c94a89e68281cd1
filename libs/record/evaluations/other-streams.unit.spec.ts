/** An answer reads its evaluation: when that is missing, older, and closed a moment before. Who answers is in no event. */
import { responseGiven } from '@fil/facts/events/evaluation.events';
import { evaluationResults, evolveTally, type EvaluationTally } from '@fil/facts/figures/evaluation-results';
import { event } from '@fil/facts/kit/event-definition';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { AttemptLimiter } from '@fil/people/attempts/attempt-limiter';
import { authorKeyDigest, newAuthorKey } from '../contributions/author-key/author-key';
import { AuthorKeyCheck } from '../contributions/author-key/author-key-check';
import { ContributionAuthor } from '../contributions/contribution-author';
import { contribution } from '../contributions/contribution.state';
import { MemoryRegister } from '../contributions/specification/memory-register';
import { CONTRIBUTION, recorded, TOWN } from '../contributions/specification/some-mandate';
import type { RequestedBy } from '../deciding/by-request';
import { normalisedLetters } from '../deciding/secret-letters';
import { someId } from '../deciding/specification/given-when-then';
import type { Recorded } from '../deciding/take-decision';
import { evaluationResponse } from './evaluation-response.state';
import { evaluation } from './evaluation.state';
import { GiveResponse, type GiveResponseInput } from './give-response/give-response.command';
import { GiveResponseHandler } from './give-response/give-response.handler';
import { Respondent } from './give-response/respondent';
import { IssueInvitations, type IssuedInvitations } from './issue-invitations/issue-invitations.command';
import { IssueInvitationsHandler } from './issue-invitations/issue-invitations.handler';
import { PublishResults } from './publish-results/publish-results.command';
import { PublishResultsHandler } from './publish-results/publish-results.handler';
import { closed, EVALUATION, facilitator, opened, text } from './specification/some-evaluation';

let town: MemoryRegister;
let respond: (input: Partial<GiveResponseInput>, commandId?: string, to?: typeof EVALUATION) => Promise<Recorded>;
const author = (commandId?: string): RequestedBy => ({
  by: { actor: { role: 'author', body: null }, account: null, commandId },
  from: '192.0.2.1',
});
const byFacilitator = (commandId?: string): RequestedBy => ({
  by: { actor: facilitator, account: 'token:1', commandId },
});
const invite = (count: number, commandId?: string): Promise<IssuedInvitations> =>
  new IssueInvitationsHandler(town.decisions).execute(
    new IssueInvitations(EVALUATION, { count }, byFacilitator(commandId)),
  );
const invitations = async (count: number): Promise<string[]> =>
  (await invite(count)).invitations!.map((code) => normalisedLetters(code)!);

beforeEach(async () => {
  town = await new MemoryRegister().withConsultation();
  const limiter = new AttemptLimiter();
  const keys = new AuthorKeyCheck(town.decisions, town.vault, limiter);
  const respondent = new Respondent(town.decisions, town.vault, limiter, new ContributionAuthor(keys));
  const handler = new GiveResponseHandler(town.decisions, respondent);
  respond = (input, commandId, to = EVALUATION) =>
    handler.execute(new GiveResponse(to, { answers: [{ criterion: 'trust', mark: 4 }], ...input }, author(commandId)));
});
const withEvaluation = (): Promise<Recorded> => town.write(EVALUATION, evaluation, opened({ authority: TOWN }));
const withContribution = async (): Promise<string> => {
  const key = newAuthorKey();
  const deposited = recorded();
  await town.write(CONTRIBUTION, contribution, {
    ...deposited,
    words: { ...deposited.words, authorKey: authorKeyDigest(key) },
  });
  return key;
};

describe('an answer to an evaluation', () => {
  it('is one by construction: with a key, with an invitation', async () => {
    await withEvaluation();
    const authorKey = await withContribution();
    const first = await respond({ contribution: CONTRIBUTION, authorKey });
    await expect(respond({ contribution: CONTRIBUTION, authorKey })).rejects.toMatchObject({
      status: 409,
      rule: 'response.given',
    });
    const [invitation] = await invitations(2);
    const second = await respond({ invitation });
    await expect(respond({ invitation })).rejects.toMatchObject({ rule: 'response.given' });
    expect(first.stream).not.toBe(second.stream);
  });

  it('names the evaluation it read, and nothing that tells who answered', async () => {
    await withEvaluation();
    const authorKey = await withContribution();
    const { stream } = await respond({ contribution: CONTRIBUTION, authorKey, comment: text });
    const [entry] = await town.store.readStream(stream);
    const written = entry!.bytes.toString('utf8');
    expect(JSON.parse(written)).toMatchObject({
      actor: { role: 'author', body: null },
      data: { evaluation: EVALUATION, access: 'authorKey', basis: [{ stream: EVALUATION, rev: 1 }] },
    });
    expect(written).not.toContain(CONTRIBUTION.slice('contribution-'.length));
    expect(written).not.toContain(text.fr);
  });

  it('sent again is the same one; two people may use the same idempotency key', async () => {
    await withEvaluation();
    const [one, other] = await invitations(2);
    const first = await respond({ invitation: one }, 'key');
    expect(await respond({ invitation: one }, 'key')).toMatchObject({ duplicate: true, events: first.events });
    expect(await respond({ invitation: other }, 'another')).toMatchObject({ duplicate: false });
  });

  it('is refused to an evaluation that is missing, and to one closed a moment before', async () => {
    await expect(respond({ invitation: newAuthorKey() })).rejects.toMatchObject({ status: 404 });
    await withEvaluation();
    const [invitation] = await invitations(1);
    await town.write(EVALUATION, evaluation, closed);
    await expect(respond({ invitation })).rejects.toMatchObject({ rule: 'response.outsideTheWindow' });
  });

  it('is refused with a wrong code, with no way in or with two, and after too many tries', async () => {
    await withEvaluation();
    await withContribution();
    await expect(respond({ contribution: CONTRIBUTION, authorKey: newAuthorKey() })).rejects.toMatchObject({
      rule: 'authorKey.wrong',
    });
    await expect(respond({})).rejects.toMatchObject({ rule: 'response.noWayIn' });
    const both = { invitation: newAuthorKey(), authorKey: newAuthorKey() };
    await expect(respond(both)).rejects.toMatchObject({ rule: 'response.noWayIn' });
    for (let n = 0; n < 5; n++)
      await expect(respond({ invitation: newAuthorKey() })).rejects.toMatchObject({ rule: 'invitation.wrong' });
    await expect(respond({ invitation: newAuthorKey() })).rejects.toMatchObject({ status: 429 });
  });

  it('is refused to the author of a contribution to another consultation', async () => {
    await town.write(EVALUATION, evaluation, opened({ consultations: [someId('consultation', 8)] }));
    const authorKey = await withContribution();
    await expect(respond({ contribution: CONTRIBUTION, authorKey })).rejects.toMatchObject({
      rule: 'response.notConcerned',
    });
  });
});

it('invitations sent again are not told twice, nor issued twice', async () => {
  await withEvaluation();
  const first = await invite(3, 'key');
  const again = await invite(3, 'key');
  expect(again).toMatchObject({ duplicate: true, events: first.events });
  expect(again.invitations).toBeUndefined();
  await expect(invite(4, 'key')).rejects.toMatchObject({ rule: 'key.reused' });
});

it('published results are recomputed from the public entries alone, and count no answer after the closing', async () => {
  await withEvaluation();
  const codes = await invitations(6);
  const marks = [2, 4, 4, 5, 5, 5];
  for (const [n, invitation] of codes.entries())
    await respond({ invitation, answers: [{ criterion: 'trust', mark: marks[n] }] });
  await town.write(EVALUATION, evaluation, closed);
  const sizeAtClosing = await town.store.size();
  const late = event(responseGiven, {
    data: { evaluation: EVALUATION, access: 'invitation', answers: [{ criterion: 'trust', mark: 1 }] },
    words: {},
  });
  await town.write(someId('evaluationResponse'), evaluationResponse, late);
  const publish = (): Promise<Recorded> =>
    new PublishResultsHandler(town.decisions, town.store).execute(
      new PublishResults(EVALUATION, { limits: text }, byFacilitator('publish')),
    );
  const { revision, events } = await publish();
  const published = (await town.decisions.load(EVALUATION))[revision - 1]!;
  const { size, ...results } = published.data as unknown as { size: number } & ReturnType<typeof evaluationResults>;
  expect(size).toBe(sizeAtClosing);
  const entries = (await town.store.readAll(0, size)).map(toRecordedEvent);
  const tally = entries.reduce<EvaluationTally | null>((before, one) => evolveTally(before, EVALUATION, one), null)!;
  expect(evaluationResults(tally)).toEqual({ responses: results.responses, results: results.results });
  expect(results).toMatchObject({ responses: 6, results: [{ criterion: 'trust', answers: 6, doubledMedian: 9 }, {}] });
  expect(await publish()).toMatchObject({ duplicate: true, events });
});
