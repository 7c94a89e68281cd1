import { commitmentReopened, contestedByCommittee, verifiedByCommittee } from '@fil/facts/events/commitment.events';
import type { Actor } from '@fil/facts/kit/actor';
import { event } from '@fil/facts/kit/event-definition';
import { isRefusal } from '@fil/facts/kit/refusal';
import type { CommitteeState } from '../committees/committee.state';
import { expectEvents, expectRefusal, recordedForm, someId } from '../deciding/specification/given-when-then';
import { commitment, type CommitmentState } from './commitment.state';
import { decideContest } from './contest-completion/contest-completion.decide';
import { decideModification } from './modify-commitment/modify-commitment.decide';
import { decideReopening } from './reopen-commitment/reopen-commitment.decide';
import { after, claimed, context, findingId, someCommittee, town, unmade } from './specification/some-commitment';
import { decideVerification } from './verify-commitment/verify-commitment.decide';

const ID = someId('commitment');
const member: Actor = { role: 'committeeMember', body: 'comite-suivi' };
const found = (n = 1) => ({ committee: someId('committee'), finding: findingId(n) });
const verified = event(verifiedByCommittee, { data: found(), words: {} });
const contested = event(contestedByCommittee, { data: found(), words: {} });
const twice = someCommittee({ findings: [ID, ID] });

const verdicts = [
  ['verifying', decideVerification],
  ['contesting', decideContest],
] as const;

describe.each(verdicts)('%s that a commitment is kept', (_, decide) => {
  const say = (
    state: CommitmentState = after(claimed),
    committee: CommitteeState = someCommittee(),
    { by = member, ...more }: { by?: Actor; occurredOn?: string; finding?: string } = {},
  ) => decide(ID, state, { ...found(), ...more }, { committee, by }, context);

  it('names the finding, of a committee that is independent', () => {
    expect(expectEvents(say())[0]!.data).toEqual(found());
  });

  it('only an independent committee records verified or contested', () => {
    expect(expectRefusal(say(after(claimed), someCommittee({ tied: true })))).toBe(
      'commitment.committeeNotIndependent',
    );
    expect(expectRefusal(say(after(claimed), someCommittee({ more: { until: '2026-03-02' } })))).toBe(
      'commitment.committeeNotIndependent',
    );
    expectEvents(say(after(claimed), someCommittee({ more: { until: '2026-03-03' } })));
  });

  it('a committee that is mixed, or over, does not date its verdict back to when it was independent', () => {
    const tiedSince = someCommittee({ tiedSince: '2026-02-15' });
    expect(expectRefusal(say(after(claimed), tiedSince, { occurredOn: '2026-02-01' }))).toBe(
      'commitment.committeeNotIndependent',
    );
    const over = someCommittee({ more: { until: '2026-02-15' } });
    expect(expectRefusal(say(after(claimed), over, { occurredOn: '2026-02-01' }))).toBe(
      'commitment.committeeNotIndependent',
    );
    expectEvents(say(after(claimed), someCommittee(), { occurredOn: '2026-02-01' }));
  });

  it('nobody else speaks in its name', () => {
    for (const by of [
      { role: 'official', body: 'comite-suivi' },
      { role: 'committeeMember', body: 'autre-comite' },
      { role: 'administrator', body: null },
    ] as const) {
      const refused = say(after(claimed), someCommittee(), { by });
      expect(expectRefusal(refused)).toBe('commitment.notTheCommittee');
      expect(isRefusal(refused) && refused.kind).toBe('forbidden');
    }
  });

  it('reads the finding in the stream of the committee: missing, older, and on another commitment', () => {
    expect(expectRefusal(say(after(claimed), { exists: false }))).toBe('commitment.notTheCommittee');
    expect(expectRefusal(say(after(claimed), someCommittee({ findings: [] })))).toBe('commitment.unknownFinding');
    expect(expectRefusal(say(after(claimed), someCommittee({ findings: [someId('commitment', 2)] })))).toBe(
      'commitment.unknownFinding',
    );
  });

  it('refuses a committee of another authority', () => {
    const other = someCommittee({ more: { authority: someId('authority', 2) } });
    expect(expectRefusal(say(after(claimed), other))).toBe('commitment.committeeOfAnother');
  });

  it('speaks of a claim, and there is none before it, nor after a reopening', () => {
    const reopened = event(commitmentReopened, { data: {}, words: { reason: { fr: 'Il manque un banc.' } } });
    expect(expectRefusal(say(after()))).toBe('commitment.notClaimedDone');
    expect(expectRefusal(say(after(claimed, reopened)))).toBe('commitment.notClaimedDone');
    expect(expectRefusal(say(unmade))).toBe('commitment.missing');
  });

  it('refuses a day to come', () => {
    expect(expectRefusal(say(after(claimed), someCommittee(), { occurredOn: '2026-04' }))).toBe('commitment.toCome');
  });
});

describe('the stand of a committee', () => {
  const verify = (state: CommitmentState, n = 1) =>
    decideVerification(ID, state, found(n), { committee: twice, by: member }, context);
  const contest = (state: CommitmentState, n = 1) =>
    decideContest(ID, state, found(n), { committee: twice, by: member }, context);

  it('is said once, and changes only with a new finding', () => {
    expect(expectRefusal(verify(after(claimed, verified), 2))).toBe('commitment.verdictGiven');
    expect(expectRefusal(contest(after(claimed, verified), 1))).toBe('commitment.verdictGiven');
    expectEvents(contest(after(claimed, verified), 2));
    expectEvents(verify(after(claimed, contested), 2));
  });

  it('a finding on a claim that was withdrawn does not serve for the next one', () => {
    const reopened = event(commitmentReopened, { data: { finding: found() }, words: {} });
    expect(expectRefusal(verify(after(claimed, contested, reopened, claimed), 1))).toBe('commitment.verdictGiven');
    expectEvents(verify(after(claimed, contested, reopened, claimed), 2));
  });

  it('stands beside the claim and overwrites nothing', () => {
    const state = commitment.evolve(after(claimed), recordedForm(contested, 2) as never);
    expect(state).toMatchObject({
      progress: 'done',
      facts: { closedOn: context.today, stands: [{ verdict: 'contested', committee: someId('committee') }] },
    });
  });
});

it('a done commitment can be contested and reopened, never edited', () => {
  const done = after(claimed);
  const reason = { fr: 'Il manque un banc.' };
  expectEvents(decideContest(ID, done, found(), { committee: someCommittee(), by: member }, context));
  expectEvents(decideReopening(done, { reason }, context));
  expect(expectRefusal(decideModification(done, { reason, means: reason }, { authority: town }, context))).toBe(
    'commitment.done',
  );
});
