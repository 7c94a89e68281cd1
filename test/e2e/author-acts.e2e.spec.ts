/** What the author of a contribution does with her key, and what officials are told when a rule refuses, over HTTP. */
import { Api } from './api';
import { startApp, type RunningApp } from './running-app';
import { depositIn, foundTown, type Town } from './town';

let running: RunningApp;
let api: Api;
let anybody: Api;
let town: Town;

beforeAll(async () => {
  running = await startApp();
  const { token } = await running.token({ body: 'voirie' });
  api = new Api(running, { token });
  anybody = new Api(running);
  town = await foundTown(api);
});
afterAll(() => running.close());

async function deposit(more: object = {}): Promise<{ id: string; authorKey: string; event: string }> {
  const { body } = await api.record('contributions', depositIn(town.consultation, more));
  return { id: body.stream, authorKey: body.authorKey, event: body.events[0].id };
}
const answer = {
  outcome: 'considered',
  decidedBy: 'adjointe',
  justification: { fr: 'Votre avis a pesé dans le plan de plantation.' },
};

describe('depositing', () => {
  it('gives the author’s key once, in an answer no cache keeps', async () => {
    const response = await api.record('contributions', depositIn(town.consultation));
    expect(response.body.authorKey).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('gives the same key to the same deposit sent again', async () => {
    const first = await api.record('contributions', depositIn(town.consultation), { key: 'slip-17' });
    const again = await api.post('contributions', depositIn(town.consultation), { key: 'slip-17' });
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ stream: first.body.stream, authorKey: first.body.authorKey, duplicate: true });
  });

  it('never takes what is secret, and says so', async () => {
    const { status, body } = await api.post('contributions', depositIn(town.consultation, { sensitivity: 'secret' }));
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { pointer: '/sensitivity', detail: expect.stringContaining('ne doit jamais être saisi') },
    ]);
  });
});

describe('acting as the author', () => {
  it('contests an outcome and withdraws, without a token, with the key', async () => {
    const { id, authorKey } = await deposit();
    await api.record(`contributions/${id}/admissions`, {});
    const given = await api.record(`contributions/${id}/outcomes`, answer);
    const contested = { event: given.body.events[0].id, what: 'outcome', text: { fr: 'Ce n’est pas ma demande.' } };
    await anybody.record(`contributions/${id}/contests`, {
      ...contested,
      authorKey: authorKey.toLowerCase().replaceAll('-', ' '),
    });
    expect((await anybody.post(`contributions/${id}/contests`, { ...contested, authorKey })).status).toBe(409);
    await anybody.record(`contributions/${id}/withdrawals`, { authorKey });
    expect((await api.post(`contributions/${id}/outcomes`, answer)).body).toMatchObject({
      status: 409,
      type: '/problems/contribution.withdrawn',
    });
  });

  it('is refused with a wrong key, and stopped after five', async () => {
    const { id, authorKey } = await deposit();
    const wrong = { authorKey: '0000-0000-0000-0000-0000' };
    for (let n = 0; n < 5; n++) expect((await anybody.post(`contributions/${id}/withdrawals`, wrong)).status).toBe(403);
    const { status, body } = await anybody.post(`contributions/${id}/withdrawals`, { authorKey });
    expect(status).toBe(429);
    expect(body.detail).toMatch(/attendez 1[45] min/);
  });

  it('is told what a key looks like', async () => {
    const { id } = await deposit();
    const { status, body } = await anybody.post(`contributions/${id}/withdrawals`, { authorKey: 'motdepasse' });
    expect(status).toBe(422);
    expect(body.errors[0]).toMatchObject({ pointer: '/authorKey', detail: expect.stringContaining('20 lettres') });
  });
});

describe('what officials are told', () => {
  it('names what the outcome obliges to say, in the reader’s language', async () => {
    const { id } = await deposit();
    await api.record(`contributions/${id}/admissions`, {});
    const refused = await api.post(`contributions/${id}/outcomes`, { ...answer, outcome: 'notAccepted' });
    expect(refused.body).toMatchObject({
      status: 422,
      type: '/problems/outcome.reasonMissing',
      errors: [{ pointer: '/reasons' }],
    });
    expect((refused.body.detail as string).replaceAll('\u00a0', ' ')).toBe(
      'Une suite « Non retenue » doit donner au moins un motif.',
    );
    const english = await api.post(
      `contributions/${id}/outcomes`,
      { ...answer, outcome: 'notAccepted' },
      { language: 'en' },
    );
    expect(english.body.detail).toBe('An outcome "Not accepted" must give at least one reason.');
  });

  it('corrects an error of entry, for the body that made it and no other', async () => {
    const { id, event } = await deposit();
    const correction = { event, kind: 'view', reason: { fr: 'Mal lu.' } };
    await api.record(`contributions/${id}/corrections`, correction);
    const { token } = await running.token({ body: 'conseil' });
    const other = await api.post(`contributions/${id}/corrections`, { ...correction, kind: 'question' }, { token });
    expect(other.body).toMatchObject({ status: 403, type: '/problems/correction.notItsWriter' });
  });

  it('voids, marks and transfers', async () => {
    const [kept, twice] = [await deposit(), await deposit()];
    const reason = { fr: 'Fiche saisie deux fois.' };
    await api.record(`contributions/${twice.id}/voidings`, { ground: 'duplicateEntry', duplicateOf: kept.id, reason });
    await api.record(`contributions/${kept.id}/points`, { point: 1, extract: { fr: 'Des arbres' } });
    await api.record(`contributions/${kept.id}/transfers`, { point: 1, authority: { fr: 'Département' } });
  });

  it('asks for a token with the scope, and answers 404 for what is no id', async () => {
    const { id } = await deposit();
    expect((await anybody.post(`contributions/${id}/admissions`, {})).status).toBe(401);
    const { token } = await running.token({ scopes: ['answers'] });
    expect((await api.post(`contributions/${id}/admissions`, {}, { token })).status).toBe(403);
    expect((await api.post('contributions/contribution-1/admissions', {})).status).toBe(404);
    expect((await anybody.post('contributions/contribution-1/withdrawals', { authorKey: '0'.repeat(20) })).status).toBe(
      404,
    );
  });
});
