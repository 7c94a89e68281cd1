/** Another key for an author, through the register: the guarantor gives it, and the one before is worth nothing. */
import { guarantorAppointed, guarantorWithdrew } from '@fil/facts/events/guarantor.events';
import { event } from '@fil/facts/kit/event-definition';
import { AttemptLimiter } from '@fil/people/attempts/attempt-limiter';
import type { ProblemError } from '@fil/ui/http/problem';
import { someId } from '../../deciding/specification/given-when-then';
import { guarantor } from '../../guarantors/guarantor.state';
import { AuthorKeyCheck } from '../author-key/author-key-check';
import { normalisedAuthorKey } from '../author-key/author-key';
import { RecentKeys } from '../author-key/recent-keys';
import { RecordContribution, type RecordContributionInput } from '../record-contribution/record-contribution.command';
import { RecordContributionHandler } from '../record-contribution/record-contribution.handler';
import { MemoryRegister, requestedWith } from '../specification/memory-register';
import { CONSULTATION, TOWN } from '../specification/some-mandate';
import { ReplaceAuthorKey, type ReplaceAuthorKeyInput } from './replace-author-key.command';
import { ReplaceAuthorKeyHandler } from './replace-author-key.handler';

const GUARANTOR = someId('guarantor');
const appointed = (consultations: readonly `consultation-${string}`[] = [CONSULTATION]) =>
  event(guarantorAppointed, {
    data: { authority: TOWN, code: 'garante', consultations, appointedBy: 'authority', chosenBy: 'designation' },
    words: { title: { fr: 'Garante' } },
  });
const withdrew = event(guarantorWithdrew, { data: { reason: 'other' }, words: {} });
const slip: RecordContributionInput = {
  consultation: CONSULTATION,
  kind: 'proposal',
  channel: 'counter',
  language: 'fr',
  themes: [],
  authorKind: 'person',
  text: { fr: 'Des arbres.' },
};

let town: MemoryRegister;
let recent: RecentKeys;
let check: AuthorKeyCheck;
beforeEach(async () => {
  recent = new RecentKeys();
  town = await new MemoryRegister().withConsultation();
  check = new AuthorKeyCheck(town.decisions, town.vault, new AttemptLimiter());
});

const deposit = (change: Partial<RecordContributionInput> = {}, role: 'official' | 'import' = 'official') =>
  new RecordContributionHandler(town.decisions, recent).execute(
    new RecordContribution(
      { ...slip, ...change },
      { by: { actor: { role, body: role === 'import' ? 'paris' : 'voirie' }, account: null } },
    ),
  );
const replace = (
  { stream }: { stream: string },
  ground: ReplaceAuthorKeyInput['ground'] = 'lost',
  { role = 'guarantor', body = 'garante', key }: { role?: 'guarantor' | 'official'; body?: string; key?: string } = {},
) =>
  new ReplaceAuthorKeyHandler(town.decisions, recent).execute(
    new ReplaceAuthorKey(
      stream as `contribution-${string}`,
      { guarantor: GUARANTOR, ground, checked: { fr: 'Récépissé et pièce d’identité.' } },
      { ...requestedWith(key), by: { ...requestedWith(key).by, actor: { role, body } } },
    ),
  );
const keyOf = ({ authorKey }: { authorKey?: string }): string => normalisedAuthorKey(authorKey!)!;
const problem = (promise: Promise<unknown>): Promise<ProblemError> =>
  promise.then(
    () => {
      throw new Error('nothing was refused');
    },
    (error: ProblemError) => error,
  );
const REFUSED = { status: 403, rule: 'authorKey.guarantorOnly' };

describe('another key for an author', () => {
  it('is the only one from then on', async () => {
    await town.write(GUARANTOR, guarantor, appointed());
    const recorded = await deposit();
    const replaced = await replace(recorded);
    expect(replaced.authorKey).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    expect(await problem(check.check(recorded.stream, keyOf(recorded)))).toMatchObject({ rule: 'authorKey.wrong' });
    await check.check(recorded.stream, keyOf(replaced));
    await replace(recorded, 'disclosed');
    expect(await problem(check.check(recorded.stream, keyOf(replaced)))).toMatchObject({ rule: 'authorKey.wrong' });
  });

  it('is how the author of what was taken over claims it', async () => {
    await town.write(GUARANTOR, guarantor, appointed());
    const imported = await deposit({ takenOver: { source: 'paris' } }, 'import');
    expect(await problem(replace(imported, 'lost'))).toMatchObject({ rule: 'authorKey.ground' });
    const claimed = await replace(imported, 'claimed');
    await check.check(imported.stream, keyOf(claimed));
    expect(await problem(replace(imported, 'claimed'))).toMatchObject({ rule: 'authorKey.ground' });
  });

  it('comes again when the command is sent again, which records nothing', async () => {
    await town.write(GUARANTOR, guarantor, appointed());
    const recorded = await deposit();
    const [first, second] = [
      await replace(recorded, 'lost', { key: 'same' }),
      await replace(recorded, 'lost', { key: 'same' }),
    ];
    expect(second).toMatchObject({ duplicate: true, authorKey: first.authorKey });
  });

  it('is given under the guarantor’s own code only', async () => {
    await town.write(GUARANTOR, guarantor, appointed());
    const recorded = await deposit();
    expect(await problem(replace(recorded, 'lost', { role: 'official' }))).toMatchObject(REFUSED);
    expect(await problem(replace(recorded, 'lost', { body: 'voirie' }))).toMatchObject(REFUSED);
  });

  it('is refused while the guarantor’s stream is missing, is of another consultation, or ended a moment before', async () => {
    const recorded = await deposit();
    expect(await problem(replace(recorded))).toMatchObject(REFUSED);
    await town.write(GUARANTOR, guarantor, appointed([someId('consultation', 2)]));
    expect(await problem(replace(recorded))).toMatchObject(REFUSED);
    const [other, second] = [someId('guarantor', 2), await deposit()];
    await town.write(other, guarantor, appointed([]));
    const named = (stream: string) =>
      new ReplaceAuthorKeyHandler(town.decisions, recent).execute(
        new ReplaceAuthorKey(
          second.stream as `contribution-${string}`,
          { guarantor: stream as `guarantor-${string}`, ground: 'lost', checked: { fr: 'Vue.' } },
          { by: { actor: { role: 'guarantor', body: 'garante' }, account: null } },
        ),
      );
    await named(other); // of all consultations of the authority
    await town.write(other, guarantor, withdrew);
    expect(await problem(named(other))).toMatchObject(REFUSED);
  });
});
