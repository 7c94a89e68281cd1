/** The author's key from the deposit to the withdrawal, through the register. */
import { AttemptLimiter, MOST_WRONG_TRIES } from '@fil/people/attempts/attempt-limiter';
import type { ProblemError } from '@fil/ui/http/problem';
import {
  RecordContribution,
  type RecordContributionInput,
  type RecordedContributionAnswer,
} from '../record-contribution/record-contribution.command';
import { RecordContributionHandler } from '../record-contribution/record-contribution.handler';
import { MemoryRegister, requestedWith } from '../specification/memory-register';
import { CONSULTATION } from '../specification/some-mandate';
import { WithdrawContribution } from '../withdraw/withdraw.command';
import { WithdrawContributionHandler } from '../withdraw/withdraw.handler';
import { AuthorKeyCheck } from './author-key-check';
import { RecentKeys } from './recent-keys';
import { normalisedAuthorKey } from './author-key';

const slip: RecordContributionInput = {
  consultation: CONSULTATION,
  kind: 'proposal',
  channel: 'counter',
  language: 'fr',
  themes: [],
  authorKind: 'person',
  text: { fr: 'Des arbres.' },
};
const WRONG = '0'.repeat(20);

let town: MemoryRegister;
let withdrawals: WithdrawContributionHandler;
let recent: RecentKeys;
beforeEach(async () => {
  recent = new RecentKeys();
  town = await new MemoryRegister().withConsultation();
  const check = new AuthorKeyCheck(town.decisions, town.vault, new AttemptLimiter());
  withdrawals = new WithdrawContributionHandler(town.decisions, check);
});
const deposit = (change: Partial<RecordContributionInput> = {}, key?: string): Promise<RecordedContributionAnswer> =>
  new RecordContributionHandler(town.decisions, recent).execute(
    new RecordContribution({ ...slip, ...change }, requestedWith(key)),
  );
const withdraw = ({ stream }: { stream: string }, authorKey: string) =>
  withdrawals.execute(
    new WithdrawContribution(
      stream as `contribution-${string}`,
      { authorKey },
      {
        by: { actor: { role: 'author', body: null }, account: null },
      },
    ),
  );
const keyOf = ({ authorKey }: RecordedContributionAnswer): string => normalisedAuthorKey(authorKey!)!;
const problem = (promise: Promise<unknown>): Promise<ProblemError> =>
  promise.then(
    () => {
      throw new Error('nothing was refused');
    },
    (error: ProblemError) => error,
  );

describe('the author’s key', () => {
  it('is given once with the deposit, and stands nowhere in the log', async () => {
    const recorded = await deposit();
    expect(recorded.authorKey).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    const bytes = Buffer.concat((await town.store.readStream(recorded.stream)).map((entry) => entry.bytes)).toString();
    expect(bytes).not.toContain(keyOf(recorded));
  });

  it('cannot be made again from the register: a deposit sent again much later is recorded once, without its key', async () => {
    const first = await deposit({}, 'same');
    recent = new RecentKeys(); // as after ten minutes, or in another process
    const second = await deposit({}, 'same');
    expect(second).toMatchObject({ stream: first.stream, duplicate: true });
    expect(second).not.toHaveProperty('authorKey');
    await withdraw(first, keyOf(first));
  });

  it('comes again when the same deposit is sent again, which records nothing', async () => {
    const [first, second] = [await deposit({}, 'same'), await deposit({}, 'same')];
    expect(second).toMatchObject({ stream: first.stream, duplicate: true, authorKey: first.authorKey });
    expect(await town.typesIn(first.stream)).toHaveLength(1);
    expect((await deposit({}, 'other')).authorKey).not.toBe(first.authorKey);
  });

  it('lets its holder withdraw, and nobody else', async () => {
    const recorded = await deposit();
    expect(await problem(withdraw(recorded, WRONG))).toMatchObject({ status: 403, rule: 'authorKey.wrong' });
    await withdraw(recorded, keyOf(recorded));
    expect(await town.typesIn(recorded.stream)).toEqual(['contribution.recorded/2', 'contribution.withdrawn/1']);
  });

  it('opens a contribution whose facts are sealed too', async () => {
    const report = await deposit({ channel: 'fieldReport', authorKind: 'agent' });
    expect((await town.store.readStream(report.stream))[0]!.bytes.toString()).not.toContain('fieldReport');
    await withdraw(report, keyOf(report));
  });

  it('cannot be guessed: after five wrong tries even the right one waits', async () => {
    const recorded = await deposit();
    for (let n = 0; n < MOST_WRONG_TRIES; n++)
      expect(await problem(withdraw(recorded, WRONG))).toMatchObject({ status: 403 });
    expect(await problem(withdraw(recorded, keyOf(recorded)))).toMatchObject({ status: 429 });
  });

  it('does not exist for what was taken over: the message says where to turn', async () => {
    const command = new RecordContribution(
      { ...slip, takenOver: { source: 'paris' } },
      { by: { actor: { role: 'import', body: 'paris' }, account: null } },
    );
    const imported = await new RecordContributionHandler(town.decisions, recent).execute(command);
    expect(imported).not.toHaveProperty('authorKey');
    expect(await problem(withdraw(imported, WRONG))).toMatchObject({ status: 403, rule: 'authorKey.none' });
  });

  it('is gone once the person’s data are erased', async () => {
    const recorded = await deposit();
    await town.store.vault.eraseKey(recorded.stream.slice('contribution-'.length));
    expect(await problem(withdraw(recorded, keyOf(recorded)))).toMatchObject({ status: 410, rule: 'authorKey.erased' });
  });

  it('opens nothing that does not exist', async () => {
    const nowhere = { stream: 'contribution-0b6c1b2e-6f0e-4d2b-9f43-000000000009' };
    expect(await problem(withdraw(nowhere, WRONG))).toMatchObject({ status: 404 });
  });
});
