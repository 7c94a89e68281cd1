import { inFlight } from './in-flight';

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('working on items in flight', () => {
  it('works on all of them, never on more than the limit at once', async () => {
    let now = 0;
    let most = 0;
    const done: number[] = [];
    await inFlight(
      Array.from({ length: 50 }, (_, n) => n),
      4,
      async (n) => {
        most = Math.max(most, ++now);
        await soon();
        done.push(n);
        now--;
      },
    );
    expect(done).toHaveLength(50);
    expect(most).toBe(4);
  });

  it('begins no more after a failure, awaits those under way, and tells the failure', async () => {
    const begun: number[] = [];
    let finished = 0;
    const failing = inFlight([0, 1, 2, 3, 4, 5, 6, 7], 2, async (n) => {
      begun.push(n);
      await soon();
      if (n === 1) throw new Error('one');
      finished++;
    });
    await expect(failing).rejects.toThrow('one');
    expect(begun.length).toBeLessThan(8);
    expect(finished).toBe(begun.length - 1);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const begun: number[] = [];
    const work = async (n: number) => {
      begun.push(n);
      if (n === 2) stop.abort();
    };
    await inFlight([0, 1, 2, 3, 4], 1, work, stop.signal);
    expect(begun).toEqual([0, 1, 2]);
  });
});
