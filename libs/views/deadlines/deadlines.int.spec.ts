/** The list of deadlines and one of them, on the story; and that read models say what the public entries alone say. */
import { deadlinesOf } from '@fil/facts/deadlines/deadlines-of';
import { deadlineRuleAdopted } from '@fil/facts/events/authority.events';
import { contributionRecorded } from '@fil/facts/events/contribution.events';
import { contributionAcknowledged } from '@fil/facts/events/words.events';
import { uuidV7 } from '@fil/log/event-store/ids';
import { toRecordedEvent, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import { tellStory, TODAY, type Story } from '../../../test/register/story';
import { fact, TestRegister } from '../../../test/register/test-register';
import { ViewReader } from '../reading/view-reader';
import type { DeadlineItem, DeadlinesAnswer } from './deadlines.answer';
import { FindDeadlineHandler, ListDeadlinesHandler } from './deadlines.handlers';
import { FindDeadline, ListDeadlines, type DeadlineFilters } from './deadlines.query';

let register: TestRegister;
let story: Story;
let reader: ViewReader;
let events: RecordedEvent[];

beforeAll(async () => {
  register = await TestRegister.open();
  story = await tellStory(register);
  const { authority, consultation } = story;
  await register.append(authority, [
    fact(
      deadlineRuleAdopted,
      {
        rule: 'accuse',
        version: 1,
        trigger: 'electronicDeposit',
        output: 'acknowledgement',
        owes: 'authority',
        amount: 5,
        unit: 'workingDays',
        basisKind: 'charter',
        validFrom: '2026-01-01',
      },
      { name: { fr: 'Accusé de réception' }, source: 'Charte, art. 4' },
    ),
  ]);
  for (const acknowledged of [true, false]) {
    const person = uuidV7();
    const deposit = fact(
      contributionRecorded,
      {
        consultation,
        sensitivity: 'public',
        kind: 'view',
        channel: 'online',
        language: 'fr',
        themes: [],
        authorKind: 'person',
        attachmentCount: 0,
      },
      { title: { fr: 'Des bancs' } },
    );
    const answer = fact(contributionAcknowledged, { rule: 'accuse', service: 'roads', channel: 'email' });
    await register.append(`contribution-${person}`, acknowledged ? [deposit, answer] : [deposit], {
      person,
      at: '2026-04-02T09:00:00Z',
    });
  }
  const runner = register.runner();
  await runner.prepare();
  expect(await runner.catchUp()).toEqual([]);
  reader = new ViewReader(register.dataSource, register.readYourWrites);
  events = (await register.store.readAll(0, 10_000)).map(toRecordedEvent);
});
afterAll(() => register.close());

const list = (
  filters: DeadlineFilters = {},
  page: { cursor?: string; limit?: number } = {},
): Promise<DeadlinesAnswer> =>
  new ListDeadlinesHandler(reader).execute(new ListDeadlines(filters, { today: TODAY }, { limit: 200, ...page }));

it('says of each deadline what the public entries alone say', async () => {
  const { items, totals } = await list();
  const seen = items.map(({ rule, trigger, state, dueOn, answers }) => [
    rule.code,
    trigger.event,
    state,
    dueOn,
    answers,
  ]);
  const folded = deadlinesOf(events, TODAY).map(({ rule, run, state, dueOn, answers }) => [
    rule,
    run.started.trigger.event,
    state,
    dueOn,
    answers,
  ]);
  const sorted = (rows: unknown[][]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(sorted(seen)).toEqual(sorted(folded));
  expect(items.length).toBeGreaterThan(8);
  expect(totals.columns.kept + totals.columns.waiting + totals.columns.overdue).toBeLessThanOrEqual(items.length);
  expect(totals.waived).toBe(1);
});

it('lists by owner, state and object, the earliest due first, page after page', async () => {
  const { items } = await list();
  expect(items.map(({ dueOn }) => dueOn ?? '9')).toEqual(items.map(({ dueOn }) => dueOn ?? '9').sort());
  const paged: DeadlineItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({}, { limit: 3, cursor });
    paged.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(paged.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  const late = await list({ states: ['over', 'missed'], rule: 'accuse', owner: story.authority });
  expect(late.items).toHaveLength(1);
  expect(late.items[0]).toMatchObject({
    rule: { name: { fr: 'Accusé de réception' }, source: 'Charte, art. 4', basisKind: 'charter', legal: false },
    dueOn: '2026-04-10',
    explanation: {
      fr: expect.arrayContaining(['Le lundi 6 avril 2026 est férié (lundi de Pâques) et n’est pas compté.']),
    },
  });
  expect((await list({ owner: 'nobody' })).items).toEqual([]);
  expect((await list({ consultation: story.consultation })).items.length).toBeGreaterThan(0);
});

it('tells of one how its day was counted, and what its stream says in words', async () => {
  const [error] = (await list({ states: ['missedInError'] })).items;
  const found = (await new FindDeadlineHandler(reader).execute(new FindDeadline(error!.id, { today: TODAY })))!;
  expect(found).toMatchObject({
    rule: { code: 'promise.answer', legal: false, source: expect.stringContaining('L131-1') },
    dueOn: '2026-04-30',
    missed: [{ dueOn: '2026-04-30', dueUntil: '2026-04-30T22:00:00Z', owed: 1, inAll: 1, inError: true }],
    missedInError: [{ oversight: 'doneInTime' }],
    explanation: { en: expect.arrayContaining([expect.stringContaining('That month has no day 31')]) },
  });
  expect(found.events.map(({ type, words }) => [type, words['reason']])).toEqual([
    ['deadline.missed/1', undefined],
    ['deadline.missedInError/1', { fr: 'Le retrait était arrivé le 12 avril par courrier.' }],
  ]);
  const [opened] = (await list({ rule: 'crpa.doc' })).items;
  expect(opened).toMatchObject({
    state: 'met',
    subject: { fr: 'Le plan du réseau de chaleur' },
    rule: { basisKind: 'regulation', legal: true },
    dueOn: '2026-02-28',
    produced: { on: '2026-02-20', inTime: true },
  });
  expect(await new FindDeadlineHandler(reader).execute(new FindDeadline('deadline-x', { today: TODAY }))).toBeNull();
});
