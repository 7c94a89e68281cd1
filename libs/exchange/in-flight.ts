/**
 * Works on items as they come, at most `limit` at a time, so that their appends share a commit. When one fails no more
 * are begun, those under way are awaited, and its error is thrown. `signal` ends it between two items.
 */
export async function inFlight<T>(
  items: AsyncIterable<T> | Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const running = new Set<Promise<void>>();
  let failed: { readonly error: unknown } | null = null;
  for await (const item of items) {
    if (failed || signal?.aborted) break;
    const one: Promise<void> = work(item)
      .catch((error: unknown) => void (failed ??= { error }))
      .finally(() => running.delete(one));
    running.add(one);
    if (running.size >= limit) await Promise.race(running);
  }
  await Promise.all(running);
  // Assigned in a callback, which control flow analysis does not see.
  const failure = failed as { readonly error: unknown } | null;
  if (failure) throw failure.error;
}
