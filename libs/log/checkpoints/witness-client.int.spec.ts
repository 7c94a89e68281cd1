import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { LogUnderTest } from '../../../test/checkpoints/log-under-test';
import { hashFromBase64 } from '../transparency/base64';
import { parseCheckpoint } from '../transparency/checkpoint';
import { cosigner } from '../transparency/cosignature';
import { COSIGNATURE_KEY, formatVkey, newSigningKey } from '../transparency/keys';
import { parsePolicy } from '../transparency/policy';
import { verifyConsistency } from '../transparency/proofs';
import { formatSignatureLine, parseNote } from '../transparency/signed-note';
import type { TreeHead } from '../transparency/tree-head';
import { LogProofs } from './log-proofs';
import { lookAtSigning } from './signing-look';
import { WitnessClient } from './witness-client';

const KEYS = ['one', 'two'].map((name) => newSigningKey(`${name}.example.fr/witness`, COSIGNATURE_KEY));

/** A witness of 04 §1.9, as far as a log meets it. */
class Witness {
  seen: TreeHead | null = null;
  readonly asked: number[] = [];
  answer: 'cosign' | 'fail' | 'garbage' = 'cosign';
  private readonly server: Server;

  constructor(private readonly key: (typeof KEYS)[number]) {
    this.server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const { status, body } = this.reply(Buffer.concat(pieces).toString());
        response.writeHead(status, { 'content-type': status === 409 ? 'text/x.tlog.size' : 'text/plain' }).end(body);
      });
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  close(): void {
    this.server.close();
  }

  private reply(body: string): { status: number; body: string } {
    if (this.answer === 'fail') return { status: 500, body: '' };
    if (this.answer === 'garbage') return { status: 200, body: 'nothing of the kind\n' };
    const end = body.indexOf('\n\n');
    const [old, ...path] = body.slice(0, end).split('\n');
    const { text } = parseNote(body.slice(end + 2));
    const head = parseCheckpoint(text);
    const size = Number(old!.slice('old '.length));
    this.asked.push(size);
    if (size !== (this.seen?.size ?? 0)) return { status: 409, body: `${this.seen?.size ?? 0}\n` };
    if (this.seen && !verifyConsistency(this.seen, head, path.map(hashFromBase64))) return { status: 422, body: '' };
    this.seen = head;
    const signer = cosigner(this.key, Math.floor(Date.now() / 1_000));
    return {
      status: 200,
      body: formatSignatureLine({ ...this.key, signature: signer.sign(Buffer.from(text)) }),
    };
  }
}

let log: LogUnderTest;
let witnesses: Witness[];
let policy: ReturnType<typeof parsePolicy>;
const troubles: string[] = [];
beforeEach(async () => {
  log = await LogUnderTest.begin();
  witnesses = KEYS.map((key) => new Witness(key));
  const urls = await Promise.all(witnesses.map((witness) => witness.listen()));
  const lines = KEYS.map((key, n) => `witness w${n} ${formatVkey(key)} ${urls[n]}`);
  policy = parsePolicy(`${lines.join('\n')}\ngroup both all w0 w1\nquorum both\n`);
});
afterEach(async () => {
  witnesses.forEach((witness) => witness.close());
  troubles.length = 0;
  await log.end();
});

const clients = (): WitnessClient[] =>
  policy.witnesses.map((one) => new WitnessClient(log.pool, { ...one, url: one.url! }, (told) => troubles.push(told)));

async function signAndAsk(asked: readonly WitnessClient[]): Promise<void> {
  await log.integrator().catchUp();
  const pass = await log.checkpointer().pass();
  if (pass.status !== 'published') throw new Error(pass.status);
  for (const client of asked) client.ask(pass);
  await Promise.all(asked.map((client) => client.idle()));
}

it('is confirmed by one after the other, and then by enough', async () => {
  const [first, second] = clients();
  const proofs = new LogProofs(log.pool, policy);
  await log.append(300);
  await signAndAsk([]);
  expect((await proofs.proofFor(7))!.checkpoint.confirmation).toEqual({ state: 'recorded', by: [], of: 2 });
  await log.append(10);
  await signAndAsk([first!]);
  expect((await proofs.proofFor(7))!.checkpoint).toMatchObject({ size: 300, confirmation: { state: 'recorded' } });
  await log.append(10);
  await signAndAsk([first!, second!]);
  expect((await proofs.proofFor(7))!.checkpoint).toMatchObject({
    size: 320,
    confirmation: { state: 'confirmed', by: ['w0', 'w1'], of: 2 },
  });
  expect((await proofs.published())!.note.match(/^— /gm)).toHaveLength(3);
  // Each from where it had come to.
  expect(witnesses.map(({ asked }) => asked)).toEqual([[0, 310], [0]]);
}, 60_000);

it('begins where the witness says that it is, and asks again after a failure', async () => {
  await log.append(30);
  await signAndAsk(clients());
  await log.append(5);
  const again = clients();
  // Somebody else has asked it meanwhile, and the log does not know.
  witnesses[0]!.seen = null;
  witnesses[1]!.answer = 'fail';
  await signAndAsk(again);
  expect(witnesses[0]!.asked).toEqual([0, 30, 0]);
  expect(again.map(({ trouble }) => trouble)).toEqual([null, expect.stringContaining('500')]);
  witnesses[1]!.answer = 'garbage';
  await log.append(5);
  await signAndAsk(again);
  expect(again[1]!.trouble).toContain('not a signature line');
  witnesses[1]!.answer = 'cosign';
  await log.append(5);
  await signAndAsk(again);
  expect(again[1]!.trouble).toBeNull();
  // Told once, until it is well again.
  expect(troubles).toHaveLength(1);
}, 60_000);

it('waits for nobody', async () => {
  const slow = createServer();
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(slow.address() as AddressInfo).port}`;
  const client = new WitnessClient(log.pool, { ...policy.witnesses[0]!, url }, (told) => troubles.push(told));
  await log.append(1);
  await log.integrator().catchUp();
  const pass = await log.checkpointer().pass();
  if (pass.status !== 'published') throw new Error(pass.status);
  client.ask(pass);
  await sleep(50);
  await log.append(1);
  await log.signAll();
  expect(await log.checkpointer().pass()).toEqual({ status: 'current' });
  slow.closeAllConnections();
  slow.close();
  await client.idle();
  expect(client.trouble).toContain('has not cosigned');
}, 60_000);

it('shows how far each witness has come', async () => {
  const asked = clients();
  await log.append(3);
  await signAndAsk(asked);
  await log.append(3);
  await signAndAsk([asked[1]!]);
  const { witnesses: seen, size, published } = await lookAtSigning(log.pool);
  expect(seen.map(({ witness, size: cosigned }) => [witness, cosigned])).toEqual([
    ['w0', 3],
    ['w1', 6],
  ]);
  expect([size, published!.size]).toEqual([6, 6]);
}, 60_000);
