import { mkdtempSync, promises as files, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatAddCheckpoint, witnessedCheckpointPath } from '@fil/log/transparency/add-checkpoint';
import { openCheckpoint, parseCheckpoint, signCheckpoint } from '@fil/log/transparency/checkpoint';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import {
  COSIGNATURE_KEY,
  formatSigningKey,
  formatVkey,
  keyId,
  NOTE_KEY,
  noteSigner,
  parseSigningKey,
  parseVkey,
  signingKey,
  type VerifierKey,
} from '@fil/log/transparency/keys';
import { consistencyPath, rootAt } from '@fil/log/transparency/proofs';
import { parseNote, signNote } from '@fil/log/transparency/signed-note';
import { toBase64 } from '@fil/log/transparency/base64';
import { MemoryTree } from '../../../test/transparency/memory-tree';
import { hex, vectorJson, vectorText } from '../../../test/transparency/vectors';
import { type RunningWitness, runWitness } from './run-witness';
import { witnessCommand } from './witness-command';
import { readWitnessConfig } from './witness-config';
import type { WitnessMessage } from './witness-messages';

const LOG = signingKey('log.example.org', NOTE_KEY, Buffer.alloc(32, 7));
const NAME = 'example.com/witness';

let home: string;
let messages: WitnessMessage[];
let running: RunningWitness[];
let clock: number;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'fil-witness-'));
  messages = [];
  running = [];
  clock = 1_800_000_000;
});
afterEach(async () => {
  jest.restoreAllMocks();
  for (const witness of running) await witness.stop();
  rmSync(home, { recursive: true });
});

async function typed(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await witnessCommand(
    args,
    { print: ({ fr }) => (said.out += `${fr}\n`), say: ({ fr }) => (said.err += `${fr}\n`) },
    AbortSignal.abort(),
  );
  return { code, ...said };
}

async function keygen(folder = 'witness', name = NAME): Promise<VerifierKey> {
  const { code, out } = await typed('keygen', '--name', name, '--folder', join(home, folder));
  expect(code).toBe(0);
  return parseVkey(out.trim());
}

const config = (logs: readonly VerifierKey[], more: object = {}): string => {
  const path = join(home, 'witness.json');
  writeFileSync(join(home, 'policy'), `${logs.map((key) => `log ${formatVkey(key)}\n`).join('')}quorum none\n`);
  writeFileSync(path, JSON.stringify({ folder: 'witness', policy: 'policy', port: 0, ...more }));
  return path;
};

async function start(...logs: VerifierKey[]): Promise<RunningWitness> {
  const witness = await runWitness(
    await readWitnessConfig(config(logs)),
    (message) => messages.push(message),
    () => clock,
  );
  running.push(witness);
  return witness;
}

async function restart(witness: RunningWitness, ...logs: VerifierKey[]): Promise<RunningWitness> {
  await witness.stop();
  running = running.filter((one) => one !== witness);
  return start(...logs);
}

async function post(
  { url }: RunningWitness,
  body: string,
): Promise<{ status: number; body: string; type: string | null }> {
  const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body });
  return { status: response.status, body: await response.text(), type: response.headers.get('content-type') };
}

/** A log with leaves of its own, whose checkpoints are signed. */
class SmallLog {
  readonly tree = new MemoryTree();

  constructor(leaves: string) {
    for (const leaf of leaves) this.tree.append(leafHash(Buffer.from(leaf)));
  }

  async signed(size: number): Promise<string> {
    return signCheckpoint({ origin: LOG.name, size, root: await rootAt(this.tree, size) }, [noteSigner(LOG)]);
  }

  async request(old: number, size: number): Promise<string> {
    const path = await consistencyPath(this.tree, old, size);
    return formatAddCheckpoint({ old, path, checkpoint: await this.signed(size) });
  }
}

describe('the protocol', () => {
  it('answers the published conversation as it should', async () => {
    interface Case {
      readonly name: string;
      readonly request: string;
      readonly wantStatus: number;
      readonly alsoAcceptableStatus?: number;
      readonly wantBodyContains: string;
    }
    const { origin, logPublicKeyHex, cases } = vectorJson<{ origin: string; logPublicKeyHex: string; cases: Case[] }>(
      'witness/add-checkpoint-sequence.json',
    );
    const publicKey = hex(logPublicKeyHex);
    const key = { name: origin, type: NOTE_KEY, keyId: keyId(origin, NOTE_KEY, publicKey), publicKey } as const;
    const cosigner = await keygen();
    const witness = await start(key);
    for (const { name, request, wantStatus, alsoAcceptableStatus, wantBodyContains } of cases) {
      const answer = await post(witness, request);
      const admitted = [wantStatus, ...(alsoAcceptableStatus === undefined ? [] : [alsoAcceptableStatus])];
      expect({ name, status: admitted }).toEqual({ name, status: expect.arrayContaining([answer.status]) });
      if (answer.status === 200) {
        expect(answer.body).toMatch(new RegExp(`^${wantBodyContains} \\S+\n$`));
        const note = request.slice(request.indexOf('\n\n') + 2) + answer.body;
        const opened = openCheckpoint(note, [key, cosigner]);
        expect(opened).toMatchObject({ ok: true, checkpoint: { cosignatures: [{ time: clock }] } });
      }
      if (answer.status === 409) expect(answer).toMatchObject({ body: wantBodyContains, type: 'text/x.tlog.size' });
    }
    const monitored = await fetch(`${witness.url}/${witnessedCheckpointPath(origin)}`);
    expect(monitored.status).toBe(200);
    expect(openCheckpoint(await monitored.text(), [key, cosigner])).toMatchObject({
      ok: true,
      checkpoint: { size: 5, cosignatures: [{ time: clock }] },
    });
  });

  it('cosigns the log of the examples from 256 to 300, as the example witness did', async () => {
    const { keys } = vectorJson<{ keys: Record<'log' | 'w1', { name: string; seedHex: string; vkey: string }> }>(
      'own-examples/keys.json',
    );
    await keygen();
    const key = signingKey(keys.w1.name, COSIGNATURE_KEY, hex(keys.w1.seedHex));
    writeFileSync(join(home, 'witness/key'), formatSigningKey(key));
    writeFileSync(join(home, 'witness/cosigned/vkey'), formatVkey(key));
    clock = vectorJson<{ cosignTime: number }>('own-examples/log300.json').cosignTime;
    const witness = await start(parseVkey(keys.log.vkey));
    expect((await post(witness, `old 0\n\n${vectorText('own-examples/checkpoint.256')}`)).status).toBe(200);
    const { status, body } = await post(witness, vectorText('own-examples/add-checkpoint.request'));
    expect([status, body]).toEqual([200, `${vectorText('own-examples/checkpoint.300').split('\n')[5]}\n`]);
  });

  it('says by its status what is wrong, in the order of the specification', async () => {
    await keygen();
    const witness = await start(LOG);
    const log = new SmallLog('abcdef');
    const signed = await log.signed(3);
    const wrongSignature = signed.replace(/ (\S+)\n$/, (_, line: string) => {
      const bytes = Buffer.from(line, 'base64');
      bytes[10]! ^= 1;
      return ` ${bytes.toString('base64')}\n`;
    });
    const extended = signNote(`${parseNote(signed).text}more\n`, [noteSigner(LOG)]);
    const root = await rootAt(log.tree, 1);
    const notEmpty = signCheckpoint({ origin: LOG.name, size: 0, root }, [noteSigner(LOG)]);
    const stranger = signCheckpoint({ origin: LOG.name, size: 3, root }, [
      noteSigner(signingKey(LOG.name, NOTE_KEY, Buffer.alloc(32, 8))),
    ]);
    const path = [root];
    const asked = async (old: number, checkpoint: string, proof: Buffer[] = []) =>
      (await post(witness, formatAddCheckpoint({ old, path: proof, checkpoint }))).status;
    expect((await post(witness, '')).status).toBe(400);
    expect((await post(witness, `new 0\n\n${signed}`)).status).toBe(400);
    expect((await post(witness, `old 00\n\n${signed}`)).status).toBe(400);
    expect((await post(witness, `old 0\nabc\n\n${signed}`)).status).toBe(400);
    expect(
      await asked(
        0,
        signed,
        Array.from({ length: 64 }, () => root),
      ),
    ).toBe(400);
    expect(await asked(0, extended)).toBe(400);
    expect(await asked(9, wrongSignature)).toBe(403);
    expect(await asked(9, stranger)).toBe(403);
    expect(await asked(4, signed)).toBe(400);
    expect(await asked(3, signed)).toBe(409);
    expect(await asked(0, notEmpty)).toBe(422);
    expect(await asked(0, signed, path)).toBe(422);
    expect((await fetch(`${witness.url}/${witnessedCheckpointPath(LOG.name)}`)).status).toBe(404);
    expect(await asked(0, signed)).toBe(200);
    expect(await asked(3, signed, path)).toBe(422);
    expect(messages.filter(({ kind }) => kind === 'cosigned')).toHaveLength(1);
  });

  it('cosigns the same checkpoint again, later, and never earlier', async () => {
    await keygen();
    const witness = await start(LOG);
    const log = new SmallLog('abc');
    const first = await post(witness, await log.request(0, 3));
    clock += 3_600;
    const again = await post(witness, await log.request(3, 3));
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).not.toBe(first.body);
    clock -= 1;
    expect((await post(witness, await log.request(3, 3))).status).toBe(503);
    expect(messages.at(-1)).toEqual({ kind: 'clockBehind', seconds: 1 });
  });
});

describe('a log with two histories', () => {
  it('gets one of them cosigned, and the proof against it is kept', async () => {
    await keygen();
    let witness = await start(LOG);
    const [one, other] = [new SmallLog('abcdefgh'), new SmallLog('abcdeFgh')];
    expect((await post(witness, await one.request(0, 6))).status).toBe(200);
    expect((await post(witness, await other.request(5, 8))).body).toBe('6\n');
    expect((await post(witness, await other.request(6, 8))).status).toBe(422);
    const forged = await other.signed(6);
    expect((await post(witness, formatAddCheckpoint({ old: 6, path: [], checkpoint: forged }))).status).toBe(422);
    expect((await post(witness, formatAddCheckpoint({ old: 0, path: [], checkpoint: forged }))).status).toBe(409);
    const told = messages.filter((message) => message.kind === 'fork');
    expect(told.map(({ size }) => size)).toEqual([6, 6]);
    expect(readFileSync(told[0]!.evidence, 'utf8')).toBe(forged);
    witness = await restart(witness, LOG);
    expect((await post(witness, await other.request(6, 8))).status).toBe(422);
    expect((await post(witness, await one.request(6, 8))).status).toBe(200);
  });
});

describe('its memory', () => {
  const folder = (): string => {
    const memory = join(home, 'witness/cosigned');
    return join(
      memory,
      readdirSync(memory).find((name) => name.length === 64)!,
    );
  };

  it('lets one of two racing requests win', async () => {
    await keygen();
    const witness = await start(LOG);
    const log = new SmallLog('abcdefgh');
    await post(witness, await log.request(0, 2));
    for (let old = 2; old < 8; old += 3) {
      const requests = await Promise.all([log.request(old, old + 1), log.request(old, old + 3)]);
      const answers = await Promise.all(requests.map((request) => post(witness, request)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const won = answers[0]!.status === 200 ? old + 1 : old + 3;
      expect(answers.find(({ status }) => status === 409)!.body).toBe(`${won}\n`);
      if (won < old + 3) expect((await post(witness, await log.request(won, old + 3))).status).toBe(200);
    }
  });

  it('is as before when it dies between the comparison and the disk, and as told when it dies after', async () => {
    await keygen();
    let witness = await start(LOG);
    const log = new SmallLog('abcdefgh');
    await post(witness, await log.request(0, 2));
    const dies = jest.spyOn(files, 'link').mockRejectedValueOnce(new Error('killed'));
    expect((await post(witness, await log.request(2, 4))).status).toBe(500);
    expect(messages.at(-1)).toMatchObject({ kind: 'failed', reason: expect.stringContaining('killed') });
    dies.mockRestore();
    writeFileSync(join(folder(), 'x.draft'), 'half of it');
    witness = await restart(witness, LOG);
    expect(readdirSync(folder())).toEqual(['1']);
    expect((await post(witness, await log.request(2, 4))).status).toBe(200);
    // The answer was lost: the log asks as before, and is told where to go on.
    expect(await post(witness, await log.request(2, 4))).toMatchObject({ status: 409, body: '4\n' });
    expect((await post(witness, await log.request(4, 4))).status).toBe(200);
    witness = await restart(witness, LOG);
    expect((await post(witness, await log.request(4, 8))).status).toBe(200);
  });

  it('keeps the last turns only', async () => {
    await keygen();
    const witness = await start(LOG);
    const request = await new SmallLog('a').request(0, 1);
    await post(witness, request);
    const again = await new SmallLog('a').request(1, 1);
    for (let n = 0; n < 70; n++) await post(witness, again);
    const turns = readdirSync(folder())
      .map(Number)
      .sort((a, b) => a - b);
    expect([turns.length, turns.at(-1)]).toEqual([64, 71]);
  });

  it('is not trusted once it was changed, and no older turn takes its place', async () => {
    await keygen();
    const witness = await start(LOG);
    const log = new SmallLog('abcd');
    await post(witness, await log.request(0, 2));
    await post(witness, await log.request(2, 3));
    const last = join(folder(), '2');
    writeFileSync(last, readFileSync(last, 'utf8').replace('\n3\n', '\n2\n'));
    expect((await post(witness, await log.request(2, 4))).status).toBe(500);
    await witness.stop();
    running = [];
    expect(await typed('--config', config([LOG]))).toMatchObject({ code: 1, err: expect.stringContaining(last) });
  });

  it('belongs to one process', async () => {
    await keygen();
    const lock = join(home, 'witness/process');
    writeFileSync(lock, `${process.ppid}\n`);
    expect(await typed('--config', config([LOG]))).toMatchObject({ code: 1, err: expect.stringContaining(lock) });
    // Numbers of processes end far below.
    writeFileSync(lock, '99999999\n');
    expect((await typed('--config', config([LOG]))).code).toBe(0);
    expect(readdirSync(join(home, 'witness'))).not.toContain('process');
  });
});

describe('its clients', () => {
  it('may not send much, nor slowly, nor anything else', async () => {
    await keygen();
    const witness = await start(LOG);
    expect((await post(witness, 'x'.repeat(65 * 1024))).status).toBe(413);
    expect((await fetch(`${witness.url}/add-checkpoint`)).status).toBe(405);
    expect((await fetch(`${witness.url}/${'0'.repeat(64)}/checkpoint`)).status).toBe(404);
    expect((await fetch(`${witness.url}/../witness/key`)).status).toBe(404);
    expect((await post(witness, await new SmallLog('ab').request(0, 2))).status).toBe(200);
  });

  it('are not waited for longer than a moment', async () => {
    await keygen();
    const memory = await runWitness(await readWitnessConfig(config([LOG], { patience: 200 })), () => undefined);
    running.push(memory);
    const { hostname, port } = new URL(memory.url);
    const socket = connect(Number(port), hostname);
    const closed = new Promise<string>((resolve) => {
      let received = '';
      socket.on('data', (piece) => (received += piece.toString()));
      socket.on('close', () => resolve(received));
    });
    socket.write('POST /add-checkpoint HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nold 0\n');
    expect(await closed).toMatch(/^HTTP\/1\.1 408 /);
  });
});

describe('its key', () => {
  it('is made once, is nobody else’s, and has one name', async () => {
    const made = await keygen();
    expect(made).toMatchObject({ name: NAME, type: COSIGNATURE_KEY });
    expect((await files.stat(join(home, 'witness/key'))).mode & 0o077).toBe(0);
    expect((await typed('keygen', '--name', NAME, '--folder', join(home, 'witness'))).code).toBe(1);
    expect((await typed('keygen', '--name', 'two words', '--folder', join(home, 'other'))).code).toBe(1);
    expect((await typed('keygen', '--name', NAME)).code).toBe(2);
    expect((await typed('--configuration')).code).toBe(2);

    const { seed, publicKey } = parseSigningKey(readFileSync(join(home, 'witness/key'), 'utf8').trim());
    const asLog = signingKey('log.example.org', NOTE_KEY, seed);
    expect(await typed('--config', config([asLog]))).toMatchObject({
      code: 1,
      err: expect.stringContaining('Une clé'),
    });
    const policy = join(home, 'policy');
    const path = config([LOG]);
    const named = (name: string) =>
      `${name}+${keyId(name, COSIGNATURE_KEY, publicKey)}+${toBase64(Buffer.concat([Buffer.of(4), publicKey]))}`;
    writeFileSync(policy, `log ${formatVkey(LOG)}\nwitness w ${named('other.example.org')}\nquorum w\n`);
    expect((await typed('--config', path)).code).toBe(1);
    writeFileSync(policy, `log ${formatVkey(LOG)}\nwitness w ${named(NAME)}\nquorum w\n`);
    expect((await typed('--config', path)).code).toBe(0);
    writeFileSync(policy, 'quorum none\n');
    expect((await typed('--config', path)).code).toBe(1);

    writeFileSync(join(home, 'witness/key'), formatSigningKey(LOG));
    expect((await typed('--config', config([LOG]))).code).toBe(1);
  });

  it('without its memory cosigns nothing', async () => {
    await keygen();
    rmSync(join(home, 'witness/cosigned'), { recursive: true });
    expect(await typed('--config', config([LOG]))).toMatchObject({ code: 1, err: expect.stringContaining('perdue') });
  });

  it.each([[{ port: 'x' }], [{ prefix: 'w' }], [{ port: 70_000 }], [{ folder: 1 }], [{ witness: true }]])(
    'refuses the configuration %j',
    async (more) => {
      await keygen();
      expect((await typed('--config', config([LOG], more))).code).toBe(1);
    },
  );
});

it('serves behind a prefix', async () => {
  await keygen();
  const witness = await runWitness(await readWitnessConfig(config([LOG], { prefix: '/w/1' })), () => undefined);
  running.push(witness);
  expect(witness.url).toMatch(/\/w\/1$/);
  expect((await post(witness, await new SmallLog('ab').request(0, 2))).status).toBe(200);
  const read = await fetch(`${witness.url}/${witnessedCheckpointPath(LOG.name)}`);
  expect(parseCheckpoint(parseNote(await read.text()).text).size).toBe(2);
});
