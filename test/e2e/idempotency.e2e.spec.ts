import type { Response } from 'supertest';
import { Api } from './api';
import { startApp, type RunningApp } from './running-app';
import { depositIn, foundTown, type Town } from './town';

let running: RunningApp;
let api: Api;
let town: Town;
beforeAll(async () => {
  running = await startApp();
  api = new Api(running, { token: (await running.token({ body: 'voirie' })).token });
  town = await foundTown(api);
});
afterAll(() => running.close());

const deposit = (words: string): Record<string, unknown> => depositIn(town.consultation, { text: { fr: words } });

describe('a command sent twice with one Idempotency-Key', () => {
  it('is recorded once: the second answer is 200 with the same ids and the same author’s key', async () => {
    const first = await api.post('contributions', deposit('Un banc devant la poste.'), { key: 'depot-1' });
    const size = await running.logSize();
    const second = await api.post('contributions', deposit('Un banc devant la poste.'), { key: 'depot-1' });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual({ ...first.body, duplicate: true });
    expect(second.headers['etag']).toBe(first.headers['etag']);
    expect(second.headers['fil-seen']).toBe(first.headers['fil-seen']);
    expect(second.headers['cache-control']).toBe('no-store');
    expect(await running.logSize()).toBe(size);
    // The key given again opens the contribution.
    const withdrawn = await api.post(
      `contributions/${second.body.stream}/withdrawals`,
      { authorKey: second.body.authorKey },
      { token: undefined },
    );
    expect(withdrawn.status).toBe(201);
  });

  it('is refused when it says something else, and writes nothing', async () => {
    const first = await api.create('contributions', deposit('Une fontaine.'), { key: 'depot-2' });
    await api.record(`contributions/${first}/admissions`, {}, { key: 'admission-2' });
    const size = await running.logSize();
    const others: [string, object, string][] = [
      ['contributions', deposit('Deux fontaines.'), 'depot-2'],
      ['contributions', { ...deposit('Une fontaine.'), kind: 'observation' }, 'depot-2'],
      ['contributions', { ...deposit('Une fontaine.'), signature: 'Une habitante' }, 'depot-2'],
      [`contributions/${first}/admissions`, { occurredOn: '2026-01-02' }, 'admission-2'],
      // The key of a deposit, for what is no deposit.
      [`contributions/${first}/voidings`, { ground: 'test', reason: { fr: 'Essai' } }, 'admission-2'],
    ];
    for (const [path, body, key] of others) {
      const refused = await api.post(path, body, { key });
      expect({ path, status: refused.status, type: refused.body.type }).toEqual({
        path,
        status: 409,
        type: '/problems/key.reused',
      });
      expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
    }
    expect(await running.logSize()).toBe(size);
  });

  it('is answered as before when the object has changed since', async () => {
    const given = deposit('Une boîte à livres.');
    const first = await api.post('contributions', given, { key: 'depot-3' });
    await api.record(`contributions/${first.body.stream}/admissions`, {});
    await api.record(`authorities/${town.authority}/themes/nature/renamings`, { name: { fr: 'La nature' } });
    const second = await api.post('contributions', given, { key: 'depot-3' });
    expect(second.status).toBe(200);
    expect(second.body).toEqual({ ...first.body, duplicate: true });
  });

  it('belongs to one account: the same key of another account is another command', async () => {
    const other = api.as({ token: (await running.token({ body: 'voirie' })).token });
    const given = deposit('Un composteur.');
    const mine = await api.post('contributions', given, { key: 'depot-4' });
    const theirs = await other.post('contributions', given, { key: 'depot-4' });
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.body.stream).not.toBe(mine.body.stream);
    expect(theirs.body.authorKey).not.toBe(mine.body.authorKey);
  });

  it('is recorded once when sent many times at the same moment', async () => {
    const size = await running.logSize();
    let pending = 0;
    const ask = async (): Promise<Response> => {
      const answer = await api.post('contributions', deposit('Un arceau à vélos.'), { key: 'depot-5' });
      // In EventStoreDB and not yet in the log: the same key tells, once it is.
      if (answer.status !== 202) return answer;
      pending++;
      return ask();
    };
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    const statuses = answers.map(({ status }) => status).sort();
    // Who was told "pending" may have been the one that recorded it.
    const last = pending > 0 && statuses.at(-1) === 200 ? 200 : 201;
    expect(statuses).toEqual([...Array<number>(19).fill(200), last]);
    expect(
      new Set(answers.map(({ body }) => JSON.stringify([body.stream, body.authorKey, body.events, body.size]))).size,
    ).toBe(1);
    expect(await running.logSize()).toBe(size + 1);
  });

  it('has one winner when many say different things at the same moment', async () => {
    const size = await running.logSize();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => api.post('contributions', deposit(`Version ${n}.`), { key: 'depot-6' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(11).fill(409)]);
    expect(await running.logSize()).toBe(size + 1);
  });

  it('records a source reference once, whatever the key', async () => {
    const source = { name: 'plateforme', type: 'proposal', id: '42' };
    const first = await api.post('contributions', { ...deposit('Repris.'), source }, { key: 'source-1' });
    const size = await running.logSize();
    const again = await api.post('contributions', { ...deposit('Repris.'), source }, { key: 'source-2' });
    expect([first.status, again.status]).toEqual([201, 409]);
    expect(await running.logSize()).toBe(size);
  });
});

describe('If-Match', () => {
  it('refuses a revision that is not the current one, and takes the one that is', async () => {
    const first = await api.post('contributions', deposit('Un abri.'));
    const admissions = `contributions/${first.body.stream}/admissions`;
    const size = await running.logSize();
    for (const wrong of [0, 2, 999_999_999]) {
      const refused = await api.post(admissions, {}, { ifMatch: wrong });
      expect({ wrong, status: refused.status, type: refused.body.type }).toEqual({
        wrong,
        status: 409,
        type: '/problems/revision.stale',
      });
    }
    expect(await running.logSize()).toBe(size);
    const taken = await api.post(admissions, {}, { more: { 'if-match': first.headers['etag']! } });
    expect(taken.status).toBe(201);
    expect(taken.headers['etag']).toBe('"2"');
  });

  it('gives one of many who saw the same revision the right to change it', async () => {
    const id = await api.create('contributions', deposit('Un panneau.'));
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        api.post(`contributions/${id}/points`, { point: 1, extract: { fr: `extrait ${n}` } }, { ifMatch: 1 }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
  });
});
