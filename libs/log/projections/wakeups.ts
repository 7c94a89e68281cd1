/** Lets several wait for one piece of news. */
export class Wakeups {
  /** Changes with each piece of news: read it before looking, give it to `next`. */
  version = 0;
  private readonly waiting = new Set<() => void>();

  all(): void {
    this.version++;
    for (const wake of [...this.waiting]) wake();
  }

  /** Resolves when the version is no longer `seen`, after `timeout` milliseconds, or once the signal is aborted and told. */
  next(seen: number, timeout: number, signal?: AbortSignal): Promise<void> {
    if (this.version !== seen || signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, timeout);
      this.waiting.add(wake);
    });
  }
}
