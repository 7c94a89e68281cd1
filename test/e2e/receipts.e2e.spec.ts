/** A receipt from the deposit on: the promise, the proof, what is opened to whom, and that an old file stays valid. */
import { readAnnouncedKeys } from '@fil/log/checkpoints/signing-keys';
import { fingerprint } from '@fil/log/transparency/fingerprint';
import { parseVkey } from '@fil/log/transparency/keys';
import { parsePolicy, type Policy } from '@fil/log/transparency/policy';
import { openPromise } from '@fil/log/transparency/promise';
import { verifyReceipt } from '@fil/log/transparency/receipt';
import type { PublicOpenings } from '@fil/views/receipts/openings.controller';
import type { ReceiptAnswer } from '@fil/views/receipts/receipt.answer';
import { Api } from './api';
import { eventually } from './eventually';
import { startApp, type RunningApp } from './running-app';
import { depositIn, foundTown } from './town';

let running: RunningApp;
let api: Api;
let anybody: Api;
let consultation: string;
/** As a committee would write it: this log, and no witness. */
let policy: Policy;

const WORDS = { title: { fr: 'Le gardien Barnabulle' }, text: { fr: 'Barnabulle dort au square.' } };
const CONTACT = { email: 'habitante@example.org' };

interface Deposit {
  readonly id: string;
  readonly event: string;
  readonly authorKey: string;
  readonly receipt: { readonly promise: string; readonly page: string; readonly json: string; readonly file: string };
}

beforeAll(async () => {
  running = await startApp();
  anybody = new Api(running);
  api = anybody.as({ token: (await running.token({ body: 'voirie' })).token });
  ({ consultation } = await foundTown(api));
});
afterAll(() => running.close());

const deposit = async (more: object = {}, headers: object = {}): Promise<Deposit> => {
  const { body } = await api.record(
    'contributions',
    depositIn(consultation, { ...WORDS, contact: CONTACT, ...more }),
    headers,
  );
  return { id: body.stream, event: body.events[0].id, authorKey: body.authorKey, receipt: body.receipt };
};

/** Until a checkpoint covers it. */
const sealed = (receipt: Deposit['receipt']): Promise<ReceiptAnswer> =>
  eventually('a checkpoint', async () => {
    const { body } = await anybody.get(receipt.json);
    const answer = body as ReceiptAnswer;
    if (!answer.proof) return null;
    const [key] = await readAnnouncedKeys(running.register.pool);
    policy = parsePolicy(`log ${key!.vkey}\nquorum none\n`);
    return answer;
  });

const ownFile = async ({ receipt, authorKey }: Deposit): Promise<string> => {
  const { status, text } = await anybody.post(receipt.file, { authorKey });
  expect(status).toBe(200);
  return text;
};

const openings = async (event: string): Promise<PublicOpenings> =>
  (await anybody.get(`/log/openings/${event}`)).body as PublicOpenings;
const shown = (file: string): Record<string, unknown> => {
  const { failures, read } = verifyReceipt(file, policy);
  expect(failures).toEqual([]);
  return Object.fromEntries(read!.receipt.open.map(({ path, value }) => [path, value]));
};

it('promises at once, proves when a checkpoint covers it, and is found by what is printed', async () => {
  const key = 'deposit-1';
  const made = await deposit({}, { key });
  const answer = await sealed(made.receipt);
  const promiseKey = parseVkey(answer.promise.key);
  expect(promiseKey.name).toBe(`${running.register.register.origin}/ack`);
  const opened = openPromise(made.receipt.promise, promiseKey, running.register.register.origin);
  expect(opened).toMatchObject({ ok: true, promise: { event: made.event, leaf: Buffer.from(answer.leaf, 'hex') } });
  expect(answer).toMatchObject({
    state: 'recorded',
    event: made.event,
    fingerprint: fingerprint(Buffer.from(answer.leaf, 'hex')),
  });
  expect(answer.promise.note).toBe(made.receipt.promise);
  expect((await anybody.get('/log/promise-keys')).text).toBe(`${answer.promise.key}\n`);

  const stampedAt = '2026-03-03T10:00:00.000Z';
  await running.register.pool.query('SELECT log.keep_timestamp_token($1, $2, $3, $4)', [
    answer.proof!.size,
    'test',
    Buffer.of(1),
    stampedAt,
  ]);
  // Without witnesses a stamp does not make it more than recorded.
  expect((await anybody.get(made.receipt.json)).body).toMatchObject({
    state: 'recorded',
    proof: { timeStampedAt: stampedAt, witnesses: [] },
  });

  const again = await api.post('contributions', depositIn(consultation, { ...WORDS, contact: CONTACT }), { key });
  expect(again.body.receipt).toEqual(made.receipt);

  const page = await anybody.get(made.receipt.page, { more: { accept: 'text/html' } });
  expect(page.text).toContain(answer.fingerprint);
  expect(page.text).not.toContain('Barnabulle');
  const search = await anybody.get(`/contributions?q=${encodeURIComponent(answer.locator.toLowerCase())}`);
  expect(search.headers['location']).toBe(made.receipt.page);
});

it('opens to anybody what is public, to the author what is hers, and nothing where that is asked', async () => {
  const made = await deposit();
  await sealed(made.receipt);
  const fileFor = async (query = ''): Promise<string> => (await anybody.get(`${made.receipt.file}${query}`)).text;
  expect(shown(await fileFor())).toEqual({});
  expect(await openings(made.event)).toMatchObject({ open: [], erased: [] });

  const own = shown(await ownFile(made));
  expect(own).toMatchObject({ '/title': WORDS.title, '/text': WORDS.text, '/contact': CONTACT, '/place': null });
  expect(own).not.toHaveProperty('/authorKey');
  expect(own).not.toHaveProperty('/actor/account');
  const wrong = await anybody.post(made.receipt.file, { authorKey: '0000-0000-0000-0000-0000' });
  expect({ status: wrong.status, type: wrong.body.type }).toEqual({ status: 403, type: '/problems/authorKey.wrong' });

  await api.record(`contributions/${made.id}/admissions`, {});
  const toAnybody = shown(await fileFor());
  expect(toAnybody).toMatchObject({ '/title': WORDS.title, '/text': WORDS.text });
  expect(toAnybody).not.toHaveProperty('/contact');
  expect(shown(await fileFor('?openings=none'))).toEqual({});
});

it('opens to its author the facts of a report with limited access, and never which unit wrote it', async () => {
  const made = await deposit({ channel: 'fieldReport', authorKind: 'agent' });
  await sealed(made.receipt);
  expect(shown((await anybody.get(made.receipt.file)).text)).toEqual({});
  const own = shown(await ownFile(made));
  expect(own).toMatchObject({ '/text': WORDS.text, '/data': { channel: 'fieldReport' } });
  expect(own).not.toHaveProperty('/actor/body');
});

it('withholds and erases in new openings, while every file given before still verifies', async () => {
  const made = await deposit();
  await sealed(made.receipt);
  await api.record(`contributions/${made.id}/admissions`, {});
  const before = [await ownFile(made), (await anybody.get(made.receipt.file)).text];
  expect((await openings(made.event)).open.map(([path]) => path)).toContain('/text');

  await api.record(`contributions/${made.id}/redactions`, {
    decidedBy: 'adjointe',
    authorTold: 'letter',
    event: made.event,
    paths: ['/text'],
    shownInstead: [{ fr: '[…] dort au square.' }],
    ground: 'judgementOnPerson',
  });
  const redacted = await openings(made.event);
  expect(redacted.withheld).toContain('/text');
  expect(JSON.stringify(redacted)).not.toContain('dort au square');
  expect(shown((await anybody.get(made.receipt.file)).text)).not.toHaveProperty('/text');
  // Hers all the same.
  expect(shown(await ownFile(made))).toMatchObject({ '/text': WORDS.text });

  await api.record('erasures', {
    target: made.id,
    fields: [{ event: made.event, path: '/title' }],
    wholeSubject: false,
    ground: 'subjectRequest',
    office: 'voirie',
  });
  await eventually('the erasure', async () => (await openings(made.event)).erased.includes('/title'));
  expect(shown(await ownFile(made))).not.toHaveProperty('/title');
  for (const file of before) expect(shown(file)).toMatchObject({ '/title': WORDS.title, '/text': WORDS.text });
});

it('gives a receipt of any event, and says where there is none', async () => {
  const made = await deposit();
  const { body } = await api.record(`contributions/${made.id}/admissions`, {});
  const event: string = body.events[0].id;
  await sealed({ ...made.receipt, json: `/api/v1/receipts/${event}` });
  expect(shown((await anybody.get(`/api/v1/receipts/${event}.tlog-proof`)).text)).toEqual({});
  const thread = await anybody.get(`/contributions/${made.id}`, { more: { accept: 'text/html' } });
  expect(thread.text).toContain('Scellée par le registre');
  expect((await anybody.get(`contributions/${made.id}`)).body.receipt).toBe(made.receipt.json);
  expect(thread.text).toContain(`href="/recepisse/${event}"`);
  for (const path of [
    '/api/v1/receipts/x',
    '/api/v1/receipts/x.tlog-proof',
    '/log/openings/01890000-0000-7000-8000-000000000000',
  ]) {
    expect((await anybody.get(path)).status).toBe(404);
  }
});
