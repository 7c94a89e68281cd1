/** What the views say of what is not shown, beside the entries alone. */
import { authorityRegistered, bodyNamed } from '@fil/facts/events/authority.events';
import { consultationOpened } from '@fil/facts/events/consultation.events';
import { contributionAdmitted, contributionRecorded, outcomeGiven } from '@fil/facts/events/contribution.events';
import {
  contributionDeclaredInadmissible,
  contributionNotPublished,
  contributionRedacted,
  disclosureAuthorised,
} from '@fil/facts/events/moderation.events';
import { publishedFigures } from '@fil/facts/figures/published-figures';
import type { DataOf, NewEvent } from '@fil/facts/kit/event-definition';
import { uuidV7 } from '@fil/log/event-store/ids';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { fact, TestRegister, type Circumstances } from '../../../test/register/test-register';
import { ListBacklogHandler } from '../backlog/list-backlog.handler';
import { ListBacklog } from '../backlog/list-backlog.query';
import { Names } from '../names/names';
import { overviewFrom, SeeOverviewHandler } from '../overview/see-overview.handler';
import { SeeOverview } from '../overview/see-overview.query';
import { ViewReader } from '../reading/view-reader';
import { SearchContributionsHandler } from '../search/search-contributions.handler';
import { SearchContributions } from '../search/search-contributions.query';
import { SeeModerationHandler } from './see-moderation.handler';
import { SeeModeration } from './see-moderation.query';

const TODAY = '2026-06-01';
const asked = { today: TODAY };
const authority = `authority-${uuidV7()}` as const;
const consultation = `consultation-${uuidV7()}` as const;
const TAKEN = { decidedBy: 'maire', authorTold: 'letter', appealBy: '2026-05-02' } as const;

let register: TestRegister;
let reader: ViewReader;

const said = (change: Partial<DataOf<typeof contributionRecorded>> = {}): NewEvent =>
  fact(
    contributionRecorded,
    {
      consultation,
      sensitivity: 'public',
      kind: 'proposal',
      channel: 'counter',
      language: 'fr',
      themes: ['nature'],
      authorKind: 'person',
      attachmentCount: 0,
      ...change,
    },
    { title: { fr: 'Le gardien Barnabulle' }, text: { fr: 'Barnabulle dort.' } },
  );
const underReview = fact(outcomeGiven, {
  point: 1,
  outcome: 'underReview',
  reasons: [],
  commitments: [],
  department: 'accueil',
  answerOn: '2026-07',
  evidenceCount: 0,
  supersedes: null,
});

async function write(events: readonly NewEvent[], circumstances: Circumstances = {}, id = uuidV7()): Promise<string[]> {
  return register.append(`contribution-${id}`, events, { person: id, ...circumstances });
}

beforeAll(async () => {
  register = await TestRegister.open();
  await register.append(authority, [
    fact(authorityRegistered, { siret: '21440109300015' }, { name: { fr: 'Vaubelle' } }),
    fact(bodyNamed, { body: 'accueil', kind: 'department' }, { name: { fr: 'Accueil' } }),
  ]);
  await register.append(consultation, [
    fact(
      consultationOpened,
      {
        organiser: authority,
        level: 'consult',
        addressees: [{ authority, promise: { by: '2026-03-01' } }],
        openPoints: [],
        constraints: [],
        decisionPath: [],
        channels: ['counter', 'fieldReport'],
        themes: ['nature'],
        wordsPublic: 'onAdmission',
      },
      { title: { fr: 'Le parc' } },
    ),
  ]);
  const concealed = { consultation, sensitivity: 'restricted' };
  const report = said({ sensitivity: 'restricted', channel: 'fieldReport', authorKind: 'agent' });
  const agent: Circumstances = { concealed, actor: { role: 'agent', body: 'accueil' } };
  await write([report, underReview], agent);
  const disclosed = uuidV7();
  const [, given] = await write([report, underReview], agent, disclosed);
  const answers = [{ point: 1, event: given!, outcome: 'underReview' }] as const;
  const inClear = { kind: 'proposal', channel: 'fieldReport', themes: ['nature'], points: 0, answers } as const;
  await write([fact(disclosureAuthorised, { decidedBy: 'maire', ...inClear })], {}, disclosed);
  await write([
    said(),
    fact(contributionDeclaredInadmissible, { rulesVersion: 1, article: 'a-4', ...TAKEN }, { reason: { fr: 'Tract' } }),
  ]);
  await write([said(), fact(contributionNotPublished, { ground: 'privacy', ...TAKEN })]);
  const redacted = uuidV7();
  const [recorded] = await write([said(), fact(contributionAdmitted, {})], {}, redacted);
  const runner = register.runner();
  await runner.prepare();
  // The redaction finds rows there are: they are made again.
  expect(await runner.catchUp()).toEqual([]);
  const redaction = fact(
    contributionRedacted,
    { event: recorded!, paths: ['/title', '/text'], ground: 'privacy', decidedBy: 'maire', authorTold: 'letter' },
    { shownInstead: [{ fr: 'Le gardien […]' }, { fr: '[…] dort.' }] },
  );
  await write([redaction], {}, redacted);
  expect(await runner.catchUp()).toEqual([]);
  reader = new ViewReader(register.dataSource, register.readYourWrites);
}, 60_000);
afterAll(() => register.close());

it('every published number follows from the entries alone, also of what was disclosed', async () => {
  const shown = await new SeeOverviewHandler(reader).execute(new SeeOverview({}, asked));
  const entries = (await register.store.readAll(0, 1000)).map(toRecordedEvent);
  const { contributions, commitments } = publishedFigures(entries, TODAY);
  const names = await Names.read(register.dataSource.manager);
  expect(shown).toEqual(
    overviewFrom(contributions, commitments, names, { shown: shown.shown, today: TODAY, consultation: null }),
  );
  expect(shown.contributions).toMatchObject({ received: 5, published: 2, moderated: 3, answered: 0, late: 3 });
  expect(shown.byChannel).toEqual(
    expect.arrayContaining([
      { code: 'concealed', count: 1 },
      { code: 'fieldReport', count: 1 },
    ]),
  );
});

it('what is inadmissible is neither late nor waiting', async () => {
  const { items, totals } = await new ListBacklogHandler(reader).execute(new ListBacklog({}, asked));
  expect(totals).toMatchObject({ waiting: 3, late: 3 });
  expect(items.map(({ standing }) => standing)).toEqual(['underReview', 'pending', 'pending']);
});

it('no count per unit of what is not public is published', async () => {
  const { departments } = await new ListBacklogHandler(reader).execute(new ListBacklog({}, asked));
  expect(departments).toEqual([]);
  const rows = await register.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM views.history_event_v1 WHERE body = 'accueil'`,
  );
  expect(rows.rows).toEqual([{ n: 0 }]);
});

it('what is redacted is found by what is shown instead', async () => {
  const search = async (q: string): Promise<unknown[]> =>
    (await new SearchContributionsHandler(reader).execute(new SearchContributions({ q }, asked))).items.map(
      ({ title }) => title,
    );
  expect(await search('gardien dort')).toContainEqual({ fr: 'Le gardien […]' });
  expect(await search('barnabulle')).toEqual([{ fr: 'Le gardien Barnabulle' }]);
});

it('moderation is listed by page, with counts of all of it', async () => {
  const list = (cursor: string | null) =>
    new SeeModerationHandler(reader).execute(new SeeModeration({ consultation }, asked, { cursor, limit: 2 }));
  const first = await list(null);
  const second = await list(first.next);
  expect([...first.items, ...second.items].map(({ step }) => step)).toEqual([
    'redacted',
    'notPublished',
    'inadmissible',
  ]);
  expect(second.next).toBeNull();
  expect(first.counts).toEqual([
    { step: 'inadmissible', ground: null, count: 1 },
    { step: 'notPublished', ground: 'privacy', count: 1 },
    { step: 'redacted', ground: 'privacy', count: 1 },
  ]);
  expect(first.items[0]).toMatchObject({ source: 'CRPA L311-6, 1°', consultation });
});
