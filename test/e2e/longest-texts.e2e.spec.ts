/** The longest and strangest texts that are accepted are accepted to the end: no view halts on them, no page fails. */
import { randomBytes } from 'node:crypto';
import { Api } from './api';
import { projectionsInStep } from './projections';
import { startApp, type RunningApp } from './running-app';
import { depositIn, foundTown } from './town';

let running: RunningApp;
let api: Api;
beforeAll(async () => {
  running = await startApp();
  api = new Api(running, { token: (await running.token({ body: 'voirie' })).token });
});
afterAll(() => running.close());

/** Random, since what repeats itself is compressed and then fits where it would not. */
const long = (length: number): string => randomBytes(length).toString('base64url').slice(0, length);

const KINDS: readonly [string, (length: number) => string][] = [
  ['one word', (length) => long(length)],
  ['letters of four bytes', (length) => '\u{1f333}'.repeat(length / 2)],
  ['words', (length) => (long(6) + ' ').repeat(length).slice(0, length - 1) + 'x'],
  [
    'controls, joiners and directions',
    (length) => '\u0001\u200d\u202e\ufeff\u2028\u00ad\u007f\ufffe'.repeat(length).slice(0, length - 1) + 'x',
  ],
  ['tags and quotes', (length) => `<b>'"\\&{}%\\u0000`.repeat(length).slice(0, length - 1) + 'x'],
];

it.each(KINDS)(
  '%s',
  async (_, words) => {
    const { authority, consultation } = await ground();
    const text = { fr: words(100_000) };
    const line = words(2_000);
    const source = { name: 'plateforme', type: 'proposal', id: long(99).replace(/[^a-zA-Z0-9]/g, 'x') };
    const deposit = depositIn(consultation, {
      title: text,
      text,
      signature: line,
      place: line,
      sourceAddress: line,
      author: line,
      source,
    });
    const id = await api.create('contributions', deposit);
    await api.record(`contributions/${id}/admissions`, {});
    await api.record(`contributions/${id}/points`, { point: 1, extract: text });
    const synthesis = await api.create('syntheses', {
      consultation,
      title: text,
      text,
      divergences: [text],
    });
    await api.record(`syntheses/${synthesis}/attachments`, { members: [{ contribution: id, point: 1 }] });
    await api.record(`syntheses/${synthesis}/publications`, {});
    const decision = await api.create('decisions', {
      authority,
      kind: 'other',
      body: 'conseil',
      consultations: [consultation],
      title: text,
      summary: text,
      address: line,
    });
    const commitment = await api.create('commitments', {
      authority,
      decision,
      answers: [id],
      owner: 'voirie',
      title: text,
      means: text,
      indicator: text,
      place: line,
      sourceAddress: line,
    });
    await api.record(`commitments/${commitment}/progress-reports`, { note: text, evidence: Array(50).fill(line) });
    await api.record(`authorities/${authority}/themes/nature/renamings`, { name: text });
    await projectionsInStep(running);
    for (const path of [
      `/api/v1/contributions/${id}`,
      `/contributions/${id}`,
      `/demarches/${consultation}`,
      '/api/v1/contributions',
      '/contributions',
      '/demarches',
      '/sans-reponse',
      '/',
    ]) {
      expect({ path, status: (await api.get(path)).status }).toEqual({ path, status: 200 });
    }
    // What may be written may be searched for.
    const { status } = await api.get(`/api/v1/contributions?q=${encodeURIComponent(words(100))}`);
    expect(status).toBe(200);
  },
  60_000,
);

let founded: ReturnType<typeof foundTown> | undefined;
const ground = (): ReturnType<typeof foundTown> => (founded ??= foundTown(api));
