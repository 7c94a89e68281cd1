/** What is not shown, why, and who may have that looked at again: over HTTP, from the deposit to the page. */
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { Vault } from '@fil/log/vault/vault';
import type { ModerationAnswer } from '@fil/views/moderation/moderation.answer';
import type { Thread } from '@fil/views/thread/thread.answer';
import { Api } from './api';
import { startApp, type RunningApp } from './running-app';
import { depositIn, foundTown, type Town } from './town';

let running: RunningApp;
let api: Api;
let anybody: Api;
let guarantor: Api;
let guarantorId: string;
let town: Town;

beforeAll(async () => {
  running = await startApp();
  api = new Api(running, { token: (await running.token({ body: 'voirie' })).token });
  guarantor = new Api(running, { token: (await running.token({ role: 'guarantor', body: 'garante' })).token });
  anybody = new Api(running);
  town = await foundTown(api);
  await api.record(`authorities/${town.authority}/functions`, { function: 'maire', name: { fr: 'Maire' } });
  await api.record(`consultations/${town.consultation}/rules`, {
    rules: { fr: 'Article 4 : pas de propagande électorale.' },
  });
  guarantorId = await api.create('guarantors', {
    authority: town.authority,
    code: 'garante',
    consultations: [town.consultation],
    appointedBy: 'cndp',
    chosenBy: 'fromList',
    title: { fr: 'Garante de la concertation' },
  });
}, 60_000);
afterAll(() => running.close());

async function deposit(more: object = {}): Promise<{ id: string; authorKey: string; event: string }> {
  const { body } = await api.record('contributions', depositIn(town.consultation, more));
  return { id: body.stream, authorKey: body.authorKey, event: body.events[0].id };
}
/** What everybody reads of a contribution, once everything recorded is there. */
const threadOf = async (id: string): Promise<Thread> =>
  (await anybody.get(`contributions/${id}?seen=${await running.logSize()}`)).body as Thread;
const taken = { decidedBy: 'adjointe', authorTold: 'letter' };

describe('what is refused is re-examined', () => {
  let said: Awaited<ReturnType<typeof deposit>>;
  let declared: string;
  let appeal: string;

  it('is declared inadmissible under an article of the rules, and everybody reads why, but not the words', async () => {
    said = await deposit();
    const response = await api.record(`contributions/${said.id}/inadmissibilities`, {
      ...taken,
      rulesVersion: 1,
      article: 'article-4',
      reason: { fr: 'Le texte appelle à voter.' },
    });
    declared = response.body.events[0].id;
    const thread = await threadOf(said.id);
    expect(thread).toMatchObject({
      standing: 'inadmissible',
      late: false,
      text: { withheld: true },
      moderation: {
        decisions: [
          {
            kind: 'inadmissible',
            article: 'article-4',
            reason: { fr: 'Le texte appelle à voter.' },
            decidedBy: { code: 'adjointe' },
            given: { actor: { role: 'official' } },
            stands: true,
          },
        ],
      },
    });
    const answer = { outcome: 'considered', decidedBy: 'adjointe', justification: { fr: 'Merci.' } };
    for (const [room, body] of [
      ['outcomes', answer],
      ['admissions', {}],
    ] as const)
      expect((await api.post(`contributions/${said.id}/${room}`, body)).status).toBe(409);
  });

  it('its author asks for re-examination, with her key and no token', async () => {
    const request = { event: declared, text: { fr: 'Je parle d’arbres.' } };
    const wrong = { ...request, authorKey: '0'.repeat(20) };
    expect((await anybody.post(`contributions/${said.id}/appeals`, wrong)).status).toBe(403);
    const response = await anybody.record(`contributions/${said.id}/appeals`, {
      ...request,
      authorKey: said.authorKey,
    });
    appeal = response.body.events[0].id;
  });

  it('the guarantor gives an opinion that everybody reads; nobody else gives it in its name', async () => {
    const opinion = {
      appeal,
      guarantor: guarantorId,
      opinion: 'reversed',
      text: { fr: 'L’article 4 ne vise pas un texte sur les arbres.' },
    };
    expect((await api.post(`contributions/${said.id}/guarantor-opinions`, opinion)).status).toBe(403);
    await guarantor.record(`contributions/${said.id}/guarantor-opinions`, opinion);
    expect((await threadOf(said.id)).moderation.decisions[0]?.appeal?.opinion).toMatchObject({
      opinion: 'reversed',
      text: opinion.text,
    });
  });

  it('another function decides, and it is published after all', async () => {
    const decision = { appeal, result: 'reversed', authorTold: 'letter' };
    const decisions = `contributions/${said.id}/appeal-decisions`;
    expect((await api.post(decisions, { ...decision, decidedBy: 'adjointe' })).status).toBe(422);
    await api.record(decisions, { ...decision, decidedBy: 'maire' });
    expect((await threadOf(said.id)).standing).toBe('pending');
    await api.record(`contributions/${said.id}/admissions`, {});
    const thread = await threadOf(said.id);
    expect(thread.text).toEqual({ fr: 'Il fait trop chaud le jeudi : plantez des micocouliers.' });
    expect(thread.moderation.decisions[0]).toMatchObject({
      stands: false,
      appeal: { decided: { result: 'reversed', decidedBy: { code: 'maire' }, departs: false } },
    });
  });

  it('is listed with its grounds, dates and capacities, without a word of what was said', async () => {
    const response = await anybody.get(`moderation?consultation=${town.consultation}&seen=${await running.logSize()}`);
    const { items, counts } = response.body as ModerationAnswer;
    expect(items.map(({ step }) => step)).toEqual(['appealDecided', 'opinionGiven', 'appealLodged', 'inadmissible']);
    expect(items[1]).toMatchObject({
      result: 'reversed',
      given: { actor: { role: 'guarantor', body: 'garante' } },
    });
    expect(items[3]).toMatchObject({ article: 'article-4', rulesVersion: 1, contribution: { id: said.id } });
    expect(counts).toContainEqual({ step: 'inadmissible', ground: null, count: 1 });
    expect(response.text).not.toMatch(/arbres|voter/);
    const elsewhere = 'consultation-00000000-0000-8000-8000-000000000000';
    expect((await anybody.get(`moderation?consultation=${elsewhere}`)).body.items).toEqual([]);
  });
});

describe('a redaction', () => {
  it('takes words from everybody, everywhere, and shows what is to be read instead', async () => {
    const said = await deposit({ title: { fr: 'Le gardien Barnabulle' }, text: { fr: 'Barnabulle dort au square.' } });
    await api.record(`contributions/${said.id}/admissions`, {});
    expect((await anybody.get(`contributions?q=barnabulle&seen=${await running.logSize()}`)).body.total).toBe(1);
    await api.record(`contributions/${said.id}/redactions`, {
      ...taken,
      event: said.event,
      paths: ['/title', '/text'],
      shownInstead: [{ fr: 'Le gardien […]' }, { fr: '[…] dort au square.' }],
      ground: 'judgementOnPerson',
    });
    const seen = `seen=${await running.logSize()}`;
    const places = [
      `/api/v1/contributions/${said.id}?${seen}`,
      `/contributions/${said.id}?${seen}`,
      `/api/v1/contributions?${seen}`,
      `/contributions?${seen}`,
      `/api/v1/backlog?${seen}`,
      `/sans-reponse?${seen}`,
      `/api/v1/timeline?limit=200&${seen}`,
      `/api/v1/timeline.csv?${seen}`,
      `/api/v1/moderation?${seen}`,
      `/api/v1/consultations/${town.consultation}?${seen}`,
    ];
    for (const place of places) {
      const { status, text } = await anybody.get(place);
      expect([place, status, /barnabulle/i.test(text)]).toEqual([place, 200, false]);
    }
    expect((await anybody.get(`contributions?q=barnabulle&${seen}`)).body.total).toBe(0);
    expect((await anybody.get(`contributions?q=square&${seen}`)).body.items[0]).toMatchObject({
      id: said.id,
      title: { fr: 'Le gardien […]' },
    });
    expect((await anybody.get(places[1]!)).text).toContain('Le gardien […]');
    expect(await threadOf(said.id)).toMatchObject({
      title: { fr: 'Le gardien […]' },
      text: { fr: '[…] dort au square.' },
      moderation: { redactions: [{ ground: 'judgementOnPerson', source: 'CRPA L311-6, 2°', authorTold: 'letter' }] },
    });
    const { vaultStore, store } = running.register;
    const vault = new Vault(vaultStore, EVENT_SCHEMA);
    const entries = (await store.readStream(said.id)).map(toRecordedEvent);
    expect(JSON.stringify(await vault.open(entries, 'public'))).not.toMatch(/barnabulle/i);
    expect(JSON.stringify(await vault.open(entries, 'office'))).toMatch(/barnabulle/i);
    const figures = (await anybody.get(`overview?${seen}`)).body.contributions;
    expect(figures.moderated).toBe(2);
  });
});

describe('a field report', () => {
  it('is public only under an authorisation, which its page cites', async () => {
    const agent = new Api(running, { token: (await running.token({ role: 'agent', body: 'voirie' })).token });
    const { body } = await agent.record(
      'contributions',
      depositIn(town.consultation, {
        channel: 'fieldReport',
        authorKind: 'agent',
        text: { fr: 'Un habitant évoque le banc.' },
      }),
    );
    const id: string = body.stream;
    expect(await threadOf(id)).toMatchObject({
      sensitivity: 'restricted',
      kind: null,
      channel: null,
      themes: [],
      text: { withheld: true },
      recorded: { actor: { role: 'agent', body: null } },
    });
    expect((await api.post(`contributions/${id}/admissions`, {})).body.type).toBe('/problems/contribution.notPublic');
    await api.record(`authorities/${town.authority}/disclosure-authorisations`, {
      authorisation: 'terrain',
      consultations: [town.consultation],
      themes: ['nature'],
      from: '2026-01-01',
      until: '2099-12-31',
      decidedBy: 'maire',
      conditions: { fr: 'Sans nom ni adresse.' },
    });
    const disclosures = `contributions/${id}/disclosures`;
    expect((await api.post(disclosures, { authorisation: 'bureau' })).status).toBe(422);
    await api.record(disclosures, { authorisation: 'terrain' });
    expect(await threadOf(id)).toMatchObject({
      kind: 'proposal',
      channel: 'fieldReport',
      text: { fr: 'Un habitant évoque le banc.' },
      // In which unit, among few people, stays unsaid.
      recorded: { actor: { role: 'agent', body: null } },
      moderation: { disclosure: { standing: { authority: town.authority, authorisation: 'terrain' } } },
    });
    await api.record(`contributions/${id}/outcomes`, {
      outcome: 'considered',
      decidedBy: 'maire',
      justification: { fr: 'Le banc sera repeint.' },
    });
    expect(await threadOf(id)).toMatchObject({ standing: 'considered', answered: true });
    await api.record(`authorities/${town.authority}/disclosure-authorisations/terrain/endings`, {
      decidedBy: 'maire',
      reason: { fr: 'Nouvelle charte.' },
    });
    const other = await agent.create(
      'contributions',
      depositIn(town.consultation, { channel: 'fieldReport', authorKind: 'agent' }),
    );
    expect((await api.post(`contributions/${other}/disclosures`, { authorisation: 'terrain' })).body.type).toBe(
      '/problems/disclosure.outOfTerm',
    );
  });
});
