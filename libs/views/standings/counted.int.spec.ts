/** The views that count contributions count a duplicate as the figures do. */
import { contributionAdmitted, contributionRecorded, outcomeGiven } from '@fil/facts/events/contribution.events';
import { publishedFigures } from '@fil/facts/figures/published-figures';
import { uuidV7 } from '@fil/log/event-store/ids';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { fact, TestRegister } from '../../../test/register/test-register';
import { ListBacklogHandler } from '../backlog/list-backlog.handler';
import { ListBacklog } from '../backlog/list-backlog.query';
import { Names } from '../names/names';
import { overviewFrom, SeeOverviewHandler } from '../overview/see-overview.handler';
import { SeeOverview } from '../overview/see-overview.query';
import { ViewReader } from '../reading/view-reader';
import { SearchContributionsHandler } from '../search/search-contributions.handler';
import { SearchContributions } from '../search/search-contributions.query';

const TODAY = '2026-06-01';
const asked = { today: TODAY };
const consultation = `consultation-${uuidV7()}` as const;

let register: TestRegister;
let reader: ViewReader;
const contribution = async (): Promise<`contribution-${string}`> => {
  const id = uuidV7();
  const said = fact(
    contributionRecorded,
    {
      consultation,
      sensitivity: 'public',
      kind: 'proposal',
      channel: 'counter',
      language: 'fr',
      themes: [],
      authorKind: 'person',
      attachmentCount: 0,
    },
    { title: { fr: 'Des bancs' } },
  );
  await register.append(`contribution-${id}`, [said, fact(contributionAdmitted, {})], { person: id });
  return `contribution-${id}`;
};
const answer = (stream: string, outcome: 'merged' | 'considered', mergedInto?: `contribution-${string}`) =>
  register.append(stream, [
    fact(outcomeGiven, {
      point: 1,
      outcome,
      reasons: [],
      commitments: [],
      evidenceCount: 0,
      supersedes: null,
      ...(mergedInto && { mergedInto }),
    }),
  ]);

beforeAll(async () => {
  register = await TestRegister.open();
  reader = new ViewReader(register.dataSource, register.readYourWrites);
}, 60_000);
afterAll(() => register.close());

it('merged: the other contribution; counts with it, in every view as in the figures', async () => {
  const runner = register.runner();
  await runner.prepare();
  const [kept, duplicate] = [await contribution(), await contribution()];
  await answer(duplicate, 'merged', kept);
  const shows = async (): Promise<{ answered: number; waiting: number; pending: number }> => {
    expect(await runner.catchUp()).toEqual([]);
    const overview = await new SeeOverviewHandler(reader).execute(new SeeOverview({}, asked));
    const entries = (await register.store.readAll(0, 1000)).map(toRecordedEvent);
    const { contributions, commitments } = publishedFigures(entries, TODAY);
    const names = await Names.read(register.dataSource.manager);
    const of = { shown: overview.shown, today: TODAY, consultation: null };
    expect(overview).toEqual(overviewFrom(contributions, commitments, names, of));
    const backlog = await new ListBacklogHandler(reader).execute(new ListBacklog({}, asked));
    expect(backlog.items.map(({ standing }) => standing)).toEqual(Array(backlog.totals.waiting).fill('pending'));
    const found = await new SearchContributionsHandler(reader).execute(
      new SearchContributions({ outcome: 'pending' }, asked),
    );
    return { answered: overview.contributions.answered, waiting: backlog.totals.waiting, pending: found.total };
  };
  expect(await shows()).toEqual({ answered: 0, waiting: 2, pending: 2 });
  await answer(kept, 'considered');
  expect(await shows()).toEqual({ answered: 2, waiting: 0, pending: 0 });
});
