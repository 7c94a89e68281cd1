/** Reference data of an authority and a synthesis over the API: what is recorded is read, and races end as the rule says. */
import type { Response } from 'supertest';
import type { Authority } from '@fil/views/authorities/authorities.answer';
import type { Synthesis, SynthesisMembersAnswer } from '@fil/views/syntheses/syntheses.answer';
import type { Thread } from '@fil/views/thread/thread.answer';
import { Api } from './api';
import { eventually } from './eventually';
import { startApp, type RunningApp } from './running-app';
import { depositIn, foundTown, type Town } from './town';

let running: RunningApp;
let api: Api;
let town: Town;
beforeAll(async () => {
  running = await startApp();
  api = new Api(running, { token: (await running.token({ body: 'voirie' })).token, language: 'fr' });
  town = await foundTown(api);
});
afterAll(() => running.close());

const REASON = { fr: 'Une raison.' };
const considered = { outcome: 'considered', decidedBy: 'adjointe', justification: REASON };

async function deposited(): Promise<{ id: string; authorKey: string }> {
  const { body } = await api.record('contributions', depositIn(town.consultation));
  await api.record(`contributions/${body.stream}/admissions`, {});
  return { id: body.stream as string, authorKey: body.authorKey as string };
}
const read = async <T>(path: string, size: number): Promise<T> => {
  const { status, body } = await api.get(path, { more: { 'fil-seen': String(size) } });
  expect(status).toBe(200);
  return body as T;
};

it('of 50 parallel answers to one point one succeeds, and the others are told what changed', async () => {
  const { id } = await deposited();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => api.post(`contributions/${id}/outcomes`, considered)),
  );
  const of = (status: number): Response[] => answers.filter((answer) => answer.status === status);
  expect({ recorded: of(201).length, told: of(409).length }).toEqual({ recorded: 1, told: 49 });
  const event = of(201)[0]!.body.events[0].id as string;
  for (const { body } of of(409)) {
    expect(body).toMatchObject({
      type: '/problems/outcome.notTheCurrent',
      found: { event, outcome: 'considered', decidedBy: 'adjointe', role: 'official', body: 'voirie' },
    });
    expect(body.detail).toContain(event);
    expect(body.detail).toContain('adjointe');
  }
  expect(
    (await running.register.store.readStream(id)).filter(({ type }) => type.includes('outcomeGiven')),
  ).toHaveLength(1);
  // Who has read what stands may replace it.
  await api.record(`contributions/${id}/outcomes`, { ...considered, supersedes: event });
});

it('an authority shows what it is made of and bound by, with its moves and its versions', async () => {
  const of = (room: string): string => `authorities/${town.authority}/${room}`;
  const name = { fr: 'Un nom' };
  await api.record(of('territories'), { territory: '44999-C', population: 2_400, name });
  await api.record(of('sessions'), { session: 'juin-2099', body: 'conseil', on: '2099-06-20' });
  await api.record(of('sessions/juin-2099/moves'), { from: '2099-06-20', to: '2099-06-27', reason: REASON });
  const rule = {
    rule: 'charte.accueil',
    trigger: 'encounterHeld',
    output: 'minutes',
    owes: 'authority',
    amount: 10,
    unit: 'workingDays',
    basisKind: 'charter',
    validFrom: '2026-01-01',
    name,
    source: 'Charte, art. 4',
  };
  await api.record(of('deadline-rules'), rule);
  const { rule: _code, ...terms } = rule;
  const amended = { ...terms, amount: 15, validFrom: '2026-06-01', amends: 1, reason: REASON };
  await api.record(of('deadline-rules/charte.accueil/amendments'), amended);
  const stale = await api.post(of('deadline-rules/charte.accueil/amendments'), amended);
  expect(stale.body.type).toBe('/problems/deadlineRule.otherVersion');
  const adopted = await api.record(of('deadline-rules/start-set'), { validFrom: '2026-01-01' });
  expect(adopted.body.events.length).toBeGreaterThan(10);
  const again = await api.post(of('deadline-rules/start-set'), { validFrom: '2026-01-01' });
  expect(again.body.events).toEqual([]);
  const last = await api.record(of('settings'), {
    setting: 'accessibility',
    from: 'notCompliant',
    to: 'partlyCompliant',
    reason: REASON,
  });

  const authority = await read<Authority>(`authorities/${town.authority}`, last.body.size as number);
  expect(authority.territories).toMatchObject([{ code: '44999-C', population: 2_400, inClear: true, ended: null }]);
  expect(authority.sessions).toMatchObject([
    {
      session: 'juin-2099',
      body: { code: 'conseil', name: { fr: 'Conseil municipal' } },
      on: '2099-06-27',
      state: 'toCome',
      moves: [{ from: '2099-06-20', to: '2099-06-27', reason: REASON }],
    },
  ]);
  expect(authority.deadlineRules.find((one) => one.rule === 'charte.accueil')).toMatchObject({
    versions: [
      { version: 1, amount: 10, validFrom: '2026-01-01', legalObligation: false },
      { version: 2, amount: 15, validFrom: '2026-06-01', reason: REASON },
    ],
    ended: null,
  });
  expect(authority.deadlineRules).toHaveLength(adopted.body.events.length + 1);
  expect(authority.settings).toMatchObject([
    { setting: 'accessibility', value: 'partlyCompliant', changes: [{ from: 'notCompliant' }] },
    { setting: 'dataLicence', value: 'licenceOuverte2', changes: [] },
    { setting: 'holidays', value: 'france', changes: [] },
    { setting: 'assistance', value: 'off', changes: [] },
  ]);
  const { items } = await read<{ items: { id: string }[] }>('authorities', last.body.size as number);
  expect(items.map(({ id }) => id)).toEqual([town.authority]);
  expect((await api.get(`authorities/${town.authority.replace(/.$/, 'f').replace(/.f$/, '0f')}`)).status).toBe(404);
});

it('a synthesis records divergences, is revised, and lists whom its answer passed over', async () => {
  const [one, own, gone, left, other] = [
    await deposited(),
    await deposited(),
    await deposited(),
    await deposited(),
    await deposited(),
  ];
  const synthesis = await api.create('syntheses', {
    consultation: town.consultation,
    title: { fr: 'De l’ombre' },
    text: { fr: 'Des arbres.' },
  });
  const of = (room: string): string => `syntheses/${synthesis}/${room}`;
  const member = ({ id }: { id: string }): object => ({ contribution: id, point: 1 });
  await api.record(of('attachments'), { members: [one, own, gone, left].map(member) });
  expect((await api.post(of('publications'), {})).body.type).toBe('/problems/synthesis.divergencesUnsaid');
  await api.record(of('divergences'), {
    kind: 'divergence',
    positions: [{ fr: 'Des tilleuls.' }, { fr: 'Des pergolas.' }],
    holders: [{ contribution: one.id, position: 2 }],
  });
  await api.record(of('publications'), {});
  await api.record(`contributions/${own.id}/outcomes`, considered);
  await api.record(`contributions/${gone.id}/withdrawals`, { authorKey: gone.authorKey });
  await api.record(of('outcomes'), considered);
  await api.record(of('revisions'), { text: { fr: 'Des arbres et des bancs.' }, reason: { fr: 'Mal lu.' } });
  await api.record(of('attachments'), { members: [member(other)] });
  const last = await api.record(of('detachments'), { members: [member(left)], reason: REASON });

  const shown = await eventually('the end of the common answer', async () => {
    const found = await read<Synthesis>(`syntheses/${synthesis}`, last.body.size as number);
    return found.carried?.waiting === 0 ? found : null;
  });
  // Who left was reached before, or passed over: one or the other.
  const reached = shown.carried!.answered;
  expect([2, 3]).toContain(reached);
  expect(shown).toMatchObject({
    text: { fr: 'Des arbres et des bancs.' },
    texts: [
      { as: 'opened', text: { fr: 'Des arbres.' } },
      { as: 'revised', text: { fr: 'Des arbres et des bancs.' }, reason: { fr: 'Mal lu.' } },
    ],
    noneExpressed: false,
    members: 4,
    recordedDivergences: [
      { number: 1, kind: 'divergence', positions: [{ fr: 'Des tilleuls.' }, { fr: 'Des pergolas.' }] },
    ],
    carried: { of: 5, waiting: 0, passedOver: 5 - reached },
    outcomes: [{ outcome: 'considered', current: true, members: 4, decidedBy: { code: 'adjointe' } }],
  });
  const hers = await read<Thread>(`contributions/${one.id}`, last.body.size as number);
  expect(hers.syntheses[0]!.outcome!.common).toMatchObject({ members: 4, progress: shown.carried });
  expect(hers.points[0]!.answers[0]!.common).toMatchObject({ members: 4, progress: shown.carried });
  expect(shown.passedOver).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ contribution: own.id, passedOver: 'ownAnswer', member: true }),
      expect.objectContaining({ contribution: gone.id, passedOver: 'withdrawn' }),
    ]),
  );
  const pages: string[] = [];
  let cursor: string | null = null;
  do {
    const more: string = cursor === null ? '' : `&cursor=${cursor}`;
    const page: SynthesisMembersAnswer = await read(`syntheses/${synthesis}/members?limit=2${more}`, last.body.size);
    pages.push(...page.items.map(({ contribution }) => contribution));
    cursor = page.next;
  } while (cursor !== null);
  expect(pages).toEqual([one, own, gone, left, other].map(({ id }) => id));
  const passedOver = await read<SynthesisMembersAnswer>(
    `syntheses/${synthesis}/members?state=passedOver`,
    last.body.size as number,
  );
  expect(passedOver.items).toEqual(shown.passedOver);
  const { items } = await read<{ items: Synthesis[] }>(
    `syntheses?consultation=${town.consultation}`,
    last.body.size as number,
  );
  expect(items).toMatchObject([{ id: synthesis, members: 4, divergences: 1, outcome: { outcome: 'considered' } }]);
  const thread = await read<{ syntheses: object[] }>(`contributions/${one.id}`, last.body.size as number);
  expect(thread.syntheses).toMatchObject([
    { text: { fr: 'Des arbres et des bancs.' }, divergences: [{ fr: 'Des tilleuls.' }, { fr: 'Des pergolas.' }] },
  ]);
});
