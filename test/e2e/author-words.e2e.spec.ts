/** What happens to an author's words, over HTTP: how they were understood, what she says of that, and who looks again. */
import type { Thread } from '@fil/views/thread/thread.answer';
import { Api } from './api';
import { eventually } from './eventually';
import { startApp, type RunningApp } from './running-app';
import { depositIn, foundTown, type Town } from './town';

let running: RunningApp;
let api: Api;
let anybody: Api;
let town: Town;
let id: string;
let authorKey: string;

type PageOfWords = Pick<Thread, 'words' | 'contests' | 'text'>;

const fr = (words: string): object => ({ fr: words });
const at = (room: string): string => `contributions/${id}/${room}`;
const record = async (room: string, body: object, as = api): Promise<string> =>
  (await as.record(at(room), body)).body.events[0].id as string;
const tool = {
  tool: 'assistant',
  version: '2.1',
  instruction: 'ab'.repeat(32),
  inputs: ['cd'.repeat(32)],
  validatedBy: 'adjointe',
};

beforeAll(async () => {
  running = await startApp();
  api = new Api(running, { token: (await running.token({ body: 'voirie' })).token });
  anybody = new Api(running);
  town = await foundTown(api);
  await api.record(`authorities/${town.authority}/functions`, { function: 'directrice', name: fr('Directrice') });
  await api.record(`authorities/${town.authority}/settings`, {
    setting: 'assistance',
    from: 'off',
    to: 'on',
    reason: fr('Après avis du comité social territorial.'),
  });
  const { body } = await api.record('contributions', depositIn(town.consultation));
  ({ stream: id, authorKey } = body as { stream: string; authorKey: string });
  await record('admissions', {});
});
afterAll(() => running.close());

// One life of one contribution: each step stands on those before.
describe('an author and her words', () => {
  let restated: string;
  let outcome: string;

  it('is restated with a tool, by somebody who answers for it', async () => {
    restated = await record('restatements', { by: 'adjointe', text: fr('Végétaliser la place.'), assisted: tool });
    const again = await api.post(at('restatements'), { by: 'adjointe', text: fr('Autrement.') });
    expect(again.body).toMatchObject({ status: 409, type: '/problems/restatement.exists' });
  });

  it('disputes it with her key, and whoever restated cannot uphold it', async () => {
    const dispute = { restatement: restated, text: fr('J’ai parlé d’arbres, pas de bacs.') };
    const wrong = await anybody.post(at('restatement-disputes'), { ...dispute, authorKey: '0'.repeat(20) });
    expect(wrong.body).toMatchObject({ status: 403, type: '/problems/authorKey.wrong' });
    await record('restatement-disputes', { ...dispute, authorKey }, anybody);
    const own = { restatement: restated, by: 'adjointe', reason: fr('Le sens y est.') };
    expect((await api.post(at('restatement-upholdings'), own)).body).toMatchObject({
      status: 403,
      type: '/problems/words.sameHands',
    });
    await record('restatement-corrections', { restatement: restated, by: 'adjointe', text: fr('Planter des arbres.') });
  });

  it('corrects her text after an answer: both stay, in that order', async () => {
    outcome = await record('outcomes', {
      outcome: 'considered',
      decidedBy: 'adjointe',
      justification: fr('Votre avis a pesé dans le plan de plantation.'),
    });
    await record(
      'text-corrections',
      { field: 'text', corrected: fr('Plantez des micocouliers, et un banc.'), authorKey },
      anybody,
    );
  });

  it('contests the answer, which somebody else looks at again', async () => {
    const contest = await record(
      'contests',
      { event: outcome, what: 'outcome', text: fr('Rien sur l’ombre.'), authorKey },
      anybody,
    );
    const answer = { contest, verdict: 'changed', text: fr('La réponse est reprise.') };
    const same = await api.post(at('contest-answers'), { ...answer, by: 'adjointe' });
    expect(same.body).toMatchObject({ status: 403, type: '/problems/words.sameHands' });
    await record('contest-answers', { ...answer, by: 'directrice' });
  });

  it('judges what was declared done for her, and only that', async () => {
    const commitment = await api.create('commitments', {
      authority: town.authority,
      answers: [id],
      owner: 'voirie',
      accountable: 'adjointe',
      themes: [],
      title: fr('Planter la place'),
    });
    const verdict = { commitment, verdict: 'partly', text: fr('Trois arbres sur dix.'), authorKey };
    expect((await anybody.post(at('follow-ups'), verdict)).body).toMatchObject({
      status: 422,
      type: '/problems/followUp.nothingDeclaredDone',
    });
    await api.record(`commitments/${commitment}/completions`, { evidence: ['Procès-verbal'] });
    await record('follow-ups', verdict, anybody);
    await record('follow-ups', { ...verdict, verdict: 'notDone' }, anybody);
  });

  it('is translated and made plain for what it is', async () => {
    const [first] = (await api.get(`contributions/${id}`)).body.words.versions;
    const original = { event: first.given.event, path: '/text' };
    await record('translations', { ...original, by: 'machine', text: { en: 'Plant trees.' }, assisted: tool });
    const unread = { ...original, readBy: 'peopleConcerned', text: { 'fr-x-falc': 'On plante des arbres.' } };
    expect((await api.post(at('plain-texts'), unread)).body).toMatchObject({ type: '/problems/text.readers' });
    await record('plain-texts', { ...unread, readers: 'Atelier des Érables' });
  });

  it('gets another key from the guarantor, and the one she lost is worth nothing', async () => {
    const guarantor = await api.create('guarantors', {
      authority: town.authority,
      code: 'garante',
      consultations: [town.consultation],
      appointedBy: 'authority',
      chosenBy: 'designation',
      title: fr('Garante de la démarche'),
    });
    const request = { guarantor, ground: 'lost', checked: fr('Récépissé et pièce d’identité.') };
    expect((await api.post(at('author-keys'), request)).status).toBe(403);
    const given = await api.record(at('author-keys'), request, await api.actingAs('guarantor', 'garante'));
    expect(given.headers['cache-control']).toBe('no-store');
    const withdrawal = { reason: fr('Je change d’avis.') };
    expect((await anybody.post(at('withdrawals'), { ...withdrawal, authorKey })).body).toMatchObject({
      status: 403,
      type: '/problems/authorKey.wrong',
    });
    await record('withdrawals', { ...withdrawal, authorKey: given.body.authorKey }, anybody);
  });

  it('all stand on one page, beside each other', async () => {
    const { words, contests, text } = await eventually('the withdrawal', async () => {
      const { body } = await api.get(`contributions/${id}`);
      return (body as { withdrawn: unknown }).withdrawn !== null && (body as PageOfWords);
    });
    expect(text).toEqual(fr('Plantez des micocouliers, et un banc.'));
    expect(words.versions).toMatchObject([{ version: 1 }, { version: 2, corrected: { afterAnswer: true } }]);
    expect(words.restatements).toMatchObject([
      { stands: false, disputed: { text: fr('J’ai parlé d’arbres, pas de bacs.') }, assisted: { tool: 'assistant' } },
      { stands: true, replaces: restated, text: fr('Planter des arbres.') },
    ]);
    expect(contests).toMatchObject([{ answer: { verdict: 'changed', by: { code: 'directrice' } } }]);
    expect(words.followUps).toMatchObject([{ verdict: 'partly' }, { verdict: 'notDone' }]);
    expect(words.wordings).toMatchObject([
      { language: 'en', translated: { by: 'machine' }, text: { en: 'Plant trees.' } },
      { language: 'fr-x-falc', plain: { readBy: 'peopleConcerned', readers: 'Atelier des Érables' } },
    ]);
  });
});
