/** Deadlines over the API: followed on request, met, waived, found wrong; and those that a promise starts by itself. */
import { Api } from './api';
import { deadlineCommands } from './commands/deadlines.commands';
import { eventually } from './eventually';
import { startApp, type RunningApp } from './running-app';
import { foundTown, type Town } from './town';

let running: RunningApp;
let api: Api;
let town: Town;
beforeAll(async () => {
  running = await startApp();
  api = new Api(running, { token: (await running.token({ body: 'voirie' })).token });
  town = await foundTown(api);
}, 60_000);
afterAll(() => running.close());

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly state: string;
    readonly dueOn: string | null;
    readonly rule: { readonly code: string; readonly legal: boolean };
    readonly trigger: { readonly stream: string; readonly event: string };
  }[];
}
const list = async (query: string): Promise<Listed['items']> => {
  const seen = String(await running.logSize());
  return ((await api.get(`deadlines?${query}&seen=${seen}`)).body as Listed).items;
};

it('records what people say of deadlines, and shows it', async () => {
  for (const { path, body } of await deadlineCommands(api, town)) await api.record(path, body);
  const [met] = await list('rule=crpa.doc&state=met');
  const [waived] = await list('state=waived,lifted');
  expect([met?.rule.legal, waived?.rule.code]).toEqual([true, 'session.sheet']);
  const page = await api.get(`deadlines/${met!.id}`);
  expect(page.body).toMatchObject({
    dueOn: '2026-02-12',
    explanation: { fr: expect.any(Array), en: expect.any(Array) },
    events: [{ type: 'deadline.opened/1' }, { type: 'deadline.met/1' }],
  });
  expect((await api.get('deadlines?state=bientot', { language: 'fr' })).status).toBe(422);
  expect((await api.get('deadlines/deadline-0')).status).toBe(404);
});

it('runs a promise from the close of the deposit, plans its judgement, and takes a waiver of it', async () => {
  const { consultation } = town;
  await api.record(`consultations/${consultation}/deposit-closings`, {});
  const [promise] = await list(`consultation=${consultation}&rule=promise.answer&state=running,warned,met`);
  expect(promise).toMatchObject({ rule: { legal: false }, trigger: { stream: consultation } });
  const { rows } = await eventually(
    'the instant to judge',
    async () => {
      const found = await running.register.pool.query<{ key: string }>(
        "SELECT key FROM processes.job WHERE name = 'deadline-due'",
      );
      return found.rows.some(({ key }) => key.includes(promise!.id)) && found;
    },
    25_000,
  );
  expect(rows.map(({ key }) => key)).toContain(`deadline-due/${promise!.id}/${promise!.dueOn}`);
  const { stream, event } = promise!.trigger;
  const waiver = {
    rule: 'promise.answer',
    trigger: { stream, event },
    ground: 'courtOrder',
    reason: { fr: 'Une raison.' },
  };
  await api.record(`deadlines/${promise!.id}/waivers`, waiver);
  expect((await list(`consultation=${consultation}&state=waived`)).map(({ id }) => id)).toContain(promise!.id);
});
