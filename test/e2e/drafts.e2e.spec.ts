import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { Api } from './api';
import { eventually } from './eventually';
import { startApp, type RunningApp } from './running-app';
import { depositIn, foundTown, type Town } from './town';

let running: RunningApp;
let town: Town;
/** Who prepares, who reads again, who decides. */
let clerk: Api;
let director: Api;
let deputy: Api;

beforeAll(async () => {
  running = await startApp();
  const [one, two, three] = await Promise.all([
    running.token({ body: 'voirie' }),
    running.token({ body: 'voirie' }),
    running.token({ body: 'conseil' }),
  ]);
  clerk = new Api(running, { token: one.token });
  director = new Api(running, { token: two.token });
  deputy = new Api(running, { token: three.token });
  town = await foundTown(clerk);
  await clerk.record(`authorities/${town.authority}/functions`, {
    function: 'directrice',
    body: 'voirie',
    name: { fr: 'Directrice de la voirie' },
  });
});
afterAll(() => running.close());

const ANSWER = {
  outcome: 'considered',
  justification: { fr: 'Vos remarques ont orienté le choix des essences.' },
  department: 'voirie',
  decidedBy: 'adjointe',
};

async function deposit(): Promise<string> {
  const id = await clerk.create('contributions', depositIn(town.consultation, { kind: 'view' }));
  await clerk.record(`contributions/${id}/admissions`, {});
  return id;
}

async function prepared(object: string, more: object = {}): Promise<{ id: string; version: number }> {
  const response = await clerk.post('drafts', {
    kind: 'contribution.outcome',
    authority: town.authority,
    object,
    content: ANSWER,
    preparedBy: 'voirie',
    ...more,
  });
  expect(response.status).toBe(201);
  return response.body as { id: string; version: number };
}

const answersOf = async (contribution: string): Promise<{ outcome: string; given: { event: string } }[]> =>
  (await clerk.get(`contributions/${contribution}`)).body.points[0].answers as {
    outcome: string;
    given: { event: string };
  }[];

it('an answer is prepared, read again, decided; the log names who prepared, gave a visa and decided', async () => {
  const contribution = await deposit();
  const size = await running.logSize();
  const { id } = await prepared(contribution, { content: { outcome: 'consid' }, visasRequired: ['directrice'] });
  const shown = (await clerk.get(`drafts/${id}`)).body;
  expect(shown).toMatchObject({
    state: 'preparing',
    visasMissing: ['directrice'],
    problems: [{ pointer: '/outcome' }],
  });
  expect(JSON.stringify(shown)).not.toContain('token:');

  expect((await clerk.send('put', `drafts/${id}`, { version: 1, content: ANSWER }, {})).body).toMatchObject({
    version: 2,
    problems: [],
  });
  expect((await clerk.send('put', `drafts/${id}`, { version: 1, content: {} }, {})).status).toBe(409);
  expect((await clerk.post(`drafts/${id}/visas`, { function: 'directrice', version: 2 })).status).toBe(403);
  expect((await deputy.post(`drafts/${id}/releases`, { decidedBy: 'adjointe' })).status).toBe(409);
  expect((await director.post(`drafts/${id}/visas`, { function: 'directrice', version: 2 })).status).toBe(201);
  expect(await running.logSize()).toBe(size);

  const released = await deputy.post(`drafts/${id}/releases`, { decidedBy: 'adjointe', delegation: 'ARR-2026-12' });
  expect(released.body).toMatchObject({ state: 'released', content: null, recorded: { stream: contribution } });
  expect(await running.logSize()).toBe(size + 1);
  const [entry] = await running.register.store.readAll(size, 1);
  const told = toRecordedEvent(entry!);
  expect(told.data).toMatchObject({
    outcome: 'considered',
    release: { preparedBy: 'voirie', visaBy: ['directrice'], decidedBy: 'adjointe', delegation: 'ARR-2026-12' },
  });
  expect(told.actor).toEqual({ role: 'official', body: 'conseil' });
  const kept = await running.register.pool.query('SELECT draft::text FROM drafts.draft WHERE id = $1', [id]);
  expect(JSON.stringify(kept.rows)).not.toContain('essences');
});

it('it is released at its hour, unless it is recalled before', async () => {
  const [kept, recalled] = [await deposit(), await deposit()];
  const [first, second] = [await prepared(kept), await prepared(recalled)];
  const at = new Date(Date.now() + 2_000).toISOString();
  expect((await deputy.post(`drafts/${first.id}/releases`, { decidedBy: 'adjointe', at })).body).toMatchObject({
    state: 'scheduled',
    release: { at },
  });
  const soon = await deputy.post(`drafts/${second.id}/releases`, { decidedBy: 'adjointe', at });
  expect(soon.body.state).toBe('scheduled');
  expect((await clerk.send('delete', `drafts/${second.id}`, undefined, {})).status).toBe(409);
  expect((await clerk.post(`drafts/${second.id}/recalls`, {})).body).toMatchObject({
    state: 'preparing',
    release: null,
  });
  await eventually(
    'the release',
    async () => (await clerk.get(`drafts/${first.id}`)).body.state === 'released',
    60_000,
  );
  await eventually('the answer', async () => (await answersOf(kept)).length === 1, 30_000);
  expect(await answersOf(recalled)).toEqual([]);
  expect((await clerk.send('delete', `drafts/${second.id}`, undefined, {})).status).toBe(204);
  expect((await clerk.get(`drafts/${second.id}`)).status).toBe(404);
}, 120_000);

it('what a rule refuses at its hour comes back with the reason', async () => {
  const contribution = await deposit();
  const { id } = await prepared(contribution);
  await clerk.record(`contributions/${contribution}/outcomes`, ANSWER);
  const { body } = await deputy.post(`drafts/${id}/releases`, { decidedBy: 'adjointe' });
  expect(body).toMatchObject({ state: 'preparing', content: ANSWER, refusal: { message: { fr: expect.any(String) } } });
  expect(await answersOf(contribution)).toHaveLength(1);
});

it('nobody releases what she may not record', async () => {
  const { id } = await prepared(await deposit());
  const { token } = await running.token({ scopes: ['drafts'] });
  const refused = await deputy.post(`drafts/${id}/releases`, { decidedBy: 'adjointe' }, { token, language: 'fr' });
  expect([refused.status, refused.body.type]).toEqual([403, expect.stringContaining('draft.mayNotRelease')]);
  const incomplete = await prepared(await deposit(), { content: {} });
  expect((await deputy.post(`drafts/${incomplete.id}/releases`, { decidedBy: 'adjointe' })).status).toBe(422);
  expect((await clerk.post(`drafts/${id}/visas`, { function: 'personne', version: 1 })).status).toBe(422);
});
