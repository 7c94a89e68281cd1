/**
 * `npm run bench:live`: how long after it was asked to record something a reader sees it, at a steady rate of appends
 * (open loop: a slow answer does not slow the next ones down). Beside it, the time of the append alone.
 *
 *   npm run bench:live -- [--rates=200,2000] [--seconds=15] [--rounds=3]
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { CURSOR_CHANNEL, readCursors } from '@fil/log/projections/cursor-table';
import { VIEW_PROJECTIONS } from '@fil/views/projections';
import type { TestRegister } from '../register/test-register';
import { withBenchRegister } from './bench-register';
import { type Step, writeStory, yearOfATown } from './year-of-a-town';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    rates: { type: 'string', default: '200,2000' },
    seconds: { type: 'string', default: '15' },
    rounds: { type: 'string', default: '3' },
  },
});
const seconds = Number(values.seconds);

interface Lags {
  readonly append: number[];
  readonly visible: number[];
}

/** Resolves each size once every view includes it. It asks as seldom as it can: what it measures works beside it. */
class Visible {
  /** By size: those who wait come about in order. */
  private waiting: { size: number; seen: () => void }[] = [];
  private reached = 0;
  private looking = false;
  private again = false;

  constructor(
    private readonly register: TestRegister,
    private readonly listener: Client,
  ) {
    listener.on('notification', () => void this.look());
  }

  static async on(register: TestRegister, url: string): Promise<Visible> {
    const listener = new Client({ connectionString: url });
    await listener.connect();
    await listener.query(`LISTEN ${CURSOR_CHANNEL}`);
    return new Visible(register, listener);
  }

  until(size: number): Promise<void> {
    if (size <= this.reached) return Promise.resolve();
    return new Promise((seen) => {
      let place = this.waiting.length;
      while (place > 0 && this.waiting[place - 1]!.size > size) place--;
      this.waiting.splice(place, 0, { size, seen });
      // The cursors may have moved before anybody waited.
      if (this.waiting.length === 1) void this.look();
    });
  }

  close(): Promise<void> {
    return this.listener.end();
  }

  private async look(): Promise<void> {
    this.again = true;
    if (this.looking) return;
    this.looking = true;
    while (this.again) {
      this.again = false;
      const cursors = await readCursors(this.register.pool, VIEW_PROJECTIONS);
      this.reached = Math.min(...cursors.map(({ size }) => size));
      const seen = this.waiting.findIndex(({ size }) => size > this.reached);
      for (const one of this.waiting.splice(0, seen < 0 ? this.waiting.length : seen)) one.seen();
    }
    this.looking = false;
  }
}

/** The size each append led to, by its first id. */
function noteSizes(register: TestRegister): Map<string, number> {
  const sizes = new Map<string, number>();
  const append = register.store.append.bind(register.store);
  register.store.append = async (given) => {
    const result = await append(given);
    if (result.status === 'ok') sizes.set(given.entries[0]!.id, result.size);
    return result;
  };
  return sizes;
}

async function atRate(
  rate: number,
  steps: Iterator<Step>,
  register: TestRegister,
  sizes: ReadonlyMap<string, number>,
  visible: Visible,
): Promise<Lags> {
  const lags: Lags = { append: [], visible: [] };
  const tails = new Map<string, Promise<unknown>>();
  const all: Promise<void>[] = [];
  const began = performance.now();
  for (let n = 0; n < rate * seconds; n++) {
    const due = began + (n * 1000) / rate;
    if (due > performance.now() + 1) await sleep(due - performance.now());
    const { value, done } = steps.next();
    if (done) throw new Error('the story is too short for this rate');
    const [stream, events, person] = value;
    const previous = tails.get(stream) ?? Promise.resolve();
    const appended = previous.then(() => register.append(stream, events, { person }));
    tails.set(stream, appended);
    all.push(
      appended.then(async ([id]) => {
        lags.append.push(performance.now() - due);
        await visible.until(sizes.get(id!)!);
        lags.visible.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(all);
  return lags;
}

const quantile = (values: number[], q: number): string => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!.toFixed(1).padStart(7);
};

async function main(): Promise<void> {
  await withBenchRegister('live', async (register, url) => {
    const runner = register.runner(VIEW_PROJECTIONS);
    await runner.start();
    const visible = await Visible.on(register, url);
    const sizes = noteSizes(register);
    try {
      for (const rate of values.rates.split(',').map(Number)) {
        for (let round = 0; round < Number(values.rounds); round++) {
          const story = yearOfATown();
          // The town exists before the clock runs.
          await writeStory(register, story.splice(0, 200));
          await visible.until(await register.store.size());
          const { append, visible: seen } = await atRate(rate, story[Symbol.iterator](), register, sizes, visible);
          console.log(
            `${String(rate).padStart(5)} appends/s   recorded p50 ${quantile(append, 0.5)} p99 ${quantile(append, 0.99)} ms   ` +
              `visible in all views p50 ${quantile(seen, 0.5)} p99 ${quantile(seen, 0.99)} ms`,
          );
        }
      }
    } finally {
      await runner.stop();
      await visible.close();
    }
  });
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
