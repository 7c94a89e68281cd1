import type { Response } from 'supertest';
import { isObjectId } from '@fil/facts/kit/aggregates';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { Api, type Headers } from './api';
import { startApp, type RunningApp } from './running-app';
import { TOWN_SIRET } from './town-siret';
import { mandateOf } from './town';
import { eventually } from './eventually';

let running: RunningApp;
let api: Api;
beforeAll(async () => {
  running = await startApp();
  api = new Api(running, { token: (await running.token({ body: 'voirie' })).token });
});
afterAll(() => running.close());

/** Recorded: 201, the stream's revision as ETag, and the size to wait for, which the log has reached. */
async function recorded(path: string, body: object, headers: Headers = {}): Promise<Response['body']> {
  const before = await running.logSize();
  const response = await api.post(path, body, headers);
  expect({ path, status: response.status, text: response.status === 201 ? '' : response.text }).toEqual({
    path,
    status: 201,
    text: '',
  });
  const { stream, revision, size, events, duplicate, pending } = response.body;
  expect(isObjectId(stream)).toBe(true);
  expect({ duplicate, pending }).toEqual({ duplicate: false, pending: false });
  expect(response.headers['etag']).toBe(`"${revision}"`);
  expect(response.headers['fil-seen']).toBe(String(size));
  expect(size).toBeGreaterThan(before);
  expect(await running.logSize()).toBeGreaterThanOrEqual(size);
  expect(
    (await running.register.store.readStream(stream)).slice(-events.length).map(({ id, type }) => ({ id, type })),
  ).toEqual(events);
  return response.body;
}

const eventsOf = async (stream: string) => (await running.register.store.readStream(stream)).map(toRecordedEvent);

// One story, told in order: each part stands on what the parts before it recorded.
describe('the thread of a contribution, over the API', () => {
  let authority: string;
  let consultation: string;
  const said: Record<string, { id: string; key: string; event: string }> = {};
  let synthesis: string;
  let decision: string;
  let commitment: string;
  let declaredDone: string;

  it('an authority and its reference data', async () => {
    authority = (
      await recorded('authorities', {
        siret: TOWN_SIRET,
        name: { fr: 'Ville inventée' },
        website: 'https://ville.invalid/',
      })
    ).stream;
    const of = (room: string): string => `authorities/${authority}/${room}`;
    await recorded(of('bodies'), { body: 'conseil', kind: 'council', name: { fr: 'Conseil municipal' } });
    await recorded(of('bodies'), { body: 'voirie', kind: 'department', name: { fr: 'Direction de la voirie' } });
    await recorded(of('bodies'), { body: 'espaces', kind: 'department', name: { fr: 'Espaces verts' } });
    await recorded(of('bodies/espaces/renamings'), { name: { fr: 'Direction de la nature en ville' } });
    await recorded(of('bodies/espaces/endings'), { successor: 'voirie', reason: { fr: 'Fusion des directions' } });
    await recorded(of('functions'), {
      function: 'adjointe',
      body: 'conseil',
      name: { fr: 'Adjointe aux espaces publics' },
    });
    await recorded(of('functions'), { function: 'adjoint', body: 'conseil', name: { fr: 'Adjoint à la propreté' } });
    await recorded(of('functions/adjoint/endings'), { successor: 'adjointe' });
    for (const theme of ['nature', 'voirie', 'arbres']) await recorded(of('themes'), { theme, name: { fr: theme } });
    await recorded(of('themes/nature/renamings'), { name: { fr: 'Nature en ville', en: 'Nature in town' } });
    await recorded(of('themes/arbres/mergers'), { into: 'nature' });
  });

  it('a consultation with its mandate and promise, open for deposit', async () => {
    consultation = (await recorded('consultations', mandateOf(authority))).stream;
    await recorded(`consultations/${consultation}/deposit-openings`, { until: '2099-12-31' });
  });

  it('contributions, whose authors get their keys once', async () => {
    const deposit = {
      consultation,
      kind: 'proposal',
      channel: 'counter',
      language: 'fr',
      authorKind: 'person',
      themes: ['nature'],
    };
    for (const name of ['ombre', 'bancs', 'arrosage', 'erreur', 'regret', 'route', 'seule']) {
      const response = await api.post('contributions', {
        ...deposit,
        title: { fr: `Demande : ${name}` },
        text: { fr: `Je demande : ${name}. Merci.` },
      });
      expect(response.status).toBe(201);
      expect(response.headers['cache-control']).toBe('no-store');
      expect(response.body.authorKey).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
      said[name] = { id: response.body.stream, key: response.body.authorKey, event: response.body.events[0].id };
    }
    const question = await recorded('contributions', {
      ...deposit,
      kind: 'question',
      text: { fr: 'Quand commence-t-on ?' },
    });
    said['question'] = { id: question.stream, key: '', event: question.events[0].id };
  });

  it('admissions, a correction, a voiding, a withdrawal, a transfer, points', async () => {
    for (const { id } of Object.values(said)) await recorded(`contributions/${id}/admissions`, {});
    const { ombre, erreur, regret, route, seule } = said as Record<string, { id: string; key: string; event: string }>;
    await recorded(`contributions/${seule!.id}/corrections`, {
      event: seule!.event,
      kind: 'observation',
      reason: { fr: 'Mal saisie au guichet' },
    });
    await recorded(`contributions/${erreur!.id}/voidings`, { ground: 'test', reason: { fr: 'Essai de formation' } });
    await recorded(`contributions/${regret!.id}/withdrawals`, { authorKey: regret!.key }, { token: undefined });
    await recorded(`contributions/${route!.id}/transfers`, {
      authority: { fr: 'Département' },
      explanation: { fr: 'Route départementale' },
    });
    await recorded(`contributions/${ombre!.id}/points`, { point: 1, extract: { fr: 'des arbres' } });
    await recorded(`contributions/${ombre!.id}/points`, { point: 2, extract: { fr: 'et des bancs' }, theme: 'nature' });
  });

  it('a synthesis with its divergences and members', async () => {
    synthesis = (
      await recorded('syntheses', {
        consultation,
        themes: ['nature'],
        title: { fr: 'De l’ombre' },
        divergences: [{ fr: 'Les forains craignent de perdre des places.' }],
      })
    ).stream;
    const members = ['ombre', 'bancs', 'arrosage', 'seule'].map((name) => ({ contribution: said[name]!.id, point: 1 }));
    await recorded(`syntheses/${synthesis}/attachments`, { members });
    await recorded(`syntheses/${synthesis}/detachments`, {
      members: members.slice(-1),
      reason: { fr: 'N’en parle pas' },
    });
    await recorded(`syntheses/${synthesis}/publications`, {});
    await recorded(`consultations/${consultation}/deposit-closings`, {});
  });

  it('a decision and the commitment that follows', async () => {
    decision = (
      await recorded('decisions', {
        authority,
        kind: 'councilDeliberation',
        body: 'conseil',
        consultations: [consultation],
        act: { id: '2026-DELIB-014', date: '2026-03-02' },
        votes: { members: 33, present: 31, for: 24, against: 5, abstained: 2 },
        title: { fr: 'Plantation de la place' },
      })
    ).stream;
    commitment = (
      await recorded('commitments', {
        authority,
        decision,
        answers: [synthesis],
        owner: 'voirie',
        dueOn: '2027-03',
        budgetVoted: 96_000_00,
        title: { fr: 'Planter vingt arbres' },
      })
    ).stream;
  });

  it('a common answer that reaches every member, with its cause', async () => {
    const { events } = await recorded(`syntheses/${synthesis}/outcomes`, {
      outcome: 'accepted',
      decision,
      commitments: [commitment],
      decidedBy: 'adjointe',
      justification: { fr: 'Retenu : vingt arbres en pleine terre.' },
    });
    for (const name of ['ombre', 'bancs', 'arrosage']) {
      const copy = await eventually(`the answer of ${name}`, async () =>
        (await eventsOf(said[name]!.id)).find(({ type }) => type === 'contribution.outcomeGiven/1'),
      );
      expect(copy.cause).toBe(events[0].id);
      expect(copy.data).toMatchObject({
        outcome: 'accepted',
        point: 1,
        decision,
        commitments: [commitment],
        supersedes: null,
        common: { synthesis, members: 3 },
      });
    }
    const left = await eventsOf(said['seule']!.id);
    expect(left.filter(({ type }) => type === 'contribution.outcomeGiven/1')).toEqual([]);
  });

  it('answers of one’s own, provisional then final', async () => {
    const { seule, question, ombre } = said as Record<string, { id: string }>;
    const first = await recorded(`contributions/${seule!.id}/outcomes`, {
      outcome: 'underReview',
      department: 'voirie',
      answerOn: '2027-02',
      justification: { fr: 'À l’étude' },
    });
    const answer = {
      outcome: 'notAccepted',
      reasons: ['budget'],
      justification: { fr: 'Trop cher cette année.' },
      decidedBy: 'adjointe',
    };
    const stale = await api.post(`contributions/${seule!.id}/outcomes`, answer);
    expect({ status: stale.status, type: stale.body.type }).toEqual({
      status: 409,
      type: expect.stringMatching(/^\/problems\//),
    });
    await recorded(`contributions/${seule!.id}/outcomes`, { ...answer, supersedes: first.events[0].id });
    await recorded(`contributions/${question!.id}/outcomes`, {
      outcome: 'answered',
      justification: { fr: 'En mars.' },
      decidedBy: 'adjointe',
    });
    await recorded(`contributions/${ombre!.id}/outcomes`, {
      point: 2,
      outcome: 'outOfScope',
      constraint: 'reseaux',
      justification: { fr: 'Les fondations d’un banc toucheraient le réseau.' },
      decidedBy: 'adjointe',
    });
  });

  it('everything that happens to a commitment', async () => {
    const of = (room: string): string => `commitments/${commitment}/${room}`;
    await recorded(of('starts'), {});
    await recorded(of('stages'), { stage: 'studies' });
    await recorded(of('stages'), { stage: 'works', from: 'studies' });
    await recorded(of('stage-losses'), {
      from: 'works',
      to: 'studies',
      reason: { fr: 'Une conduite n’était pas au plan' },
    });
    await recorded(of('progress-reports'), {
      percent: 40,
      note: { fr: 'Fosses ouvertes' },
      evidence: ['Compte rendu n° 3'],
    });
    await recorded(of('reschedulings'), {
      from: '2027-03',
      to: '2027-11',
      decidedBy: 'adjointe',
      reason: { fr: 'La conduite est à dévoyer' },
    });
    declaredDone = (
      await recorded(of('completions'), {
        evidence: ['Procès-verbal de réception'],
        note: { fr: 'Réception sans réserve' },
      })
    ).events[0].id;
  });

  it('its author contests the claim with her key; it is reopened, then abandoned', async () => {
    const { ombre } = said as Record<string, { id: string; key: string }>;
    const contest = {
      event: declaredDone,
      what: 'declaredDone',
      commitment,
      text: { fr: 'J’en compte douze.' },
      authorKey: ombre!.key.toLowerCase(),
    };
    await recorded(`contributions/${ombre!.id}/contests`, contest, { token: undefined });
    await recorded(`commitments/${commitment}/reopenings`, { reason: { fr: 'Huit arbres manquent' } });
    await recorded(`commitments/${commitment}/abandonments`, {
      reasons: ['budget'],
      reason: { fr: 'Crédits annulés' },
      decidedBy: 'adjointe',
    });
  });

  it('an erasure, ordered and carried out', async () => {
    const { stream } = await recorded('erasures', {
      target: said['arrosage']!.id,
      wholeSubject: true,
      ground: 'subjectRequest',
      office: 'voirie',
    });
    const done = await eventually('the erasure', async () =>
      (await eventsOf(stream)).find(({ type }) => type === 'erasure.carriedOut/1'),
    );
    expect(done.data).toMatchObject({ target: said['arrosage']!.id });
  });

  it('a source that ceases to list a commitment', async () => {
    const importer = (await running.token({ role: 'import', body: 'source' })).token;
    const source = { name: 'source', type: 'project', id: '17' };
    const takenOver = { source: 'source', notStated: ['owner'] };
    const listed = await recorded(
      'commitments',
      { authority, decision, title: { fr: 'Repris' }, source, takenOver },
      { token: importer },
    );
    await recorded(
      `commitments/${listed.stream}/source-absences`,
      { lastListedOn: '2024-04', occurredOn: '2024-04/2025-06', takenOver: { source: 'source' } },
      { token: importer },
    );
  });
});
