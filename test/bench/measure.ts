/** Closed loop: each caller asks again as soon as it is answered. Latencies in milliseconds. */
export interface Measure {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

const quantile = (sorted: Float64Array, q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;

/** `operation` returns how many things were done: 1, or 0 for a try that was in vain. */
export async function measure(
  callers: number,
  milliseconds: number,
  operation: (caller: number) => Promise<number>,
): Promise<Measure> {
  const latencies: number[] = [];
  let done = 0;
  const started = performance.now();
  const until = started + milliseconds;
  const call = async (caller: number): Promise<void> => {
    while (performance.now() < until) {
      const begun = performance.now();
      const count = await operation(caller);
      done += count;
      if (count > 0) latencies.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
  const sorted = Float64Array.from(latencies).sort();
  return {
    perSecond: (done * 1000) / (performance.now() - started),
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
  };
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

export const medianOf = (runs: readonly Measure[]): Measure => ({
  perSecond: median(runs.map(({ perSecond }) => perSecond)),
  p50: median(runs.map(({ p50 }) => p50)),
  p99: median(runs.map(({ p99 }) => p99)),
});
