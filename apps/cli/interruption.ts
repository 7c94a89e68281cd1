import { EXIT } from './exit-codes';
import type { Terminal } from './terminal/terminal';

/** Ctrl-C asks once for a tidy end; a second time ends at once. */
export async function interruptibly<T>(
  terminal: Terminal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | 'interrupted'> {
  const stop = new AbortController();
  const interrupt = (): void => {
    if (stop.signal.aborted) process.exit(EXIT.interrupted);
    stop.abort();
    terminal.say({ fr: '\nArrêt demandé…', en: '\nStopping…' });
  };
  process.on('SIGINT', interrupt);
  try {
    return await work(stop.signal);
  } catch (error) {
    if (!stop.signal.aborted || error !== stop.signal.reason) throw error;
    terminal.exitCode = EXIT.interrupted;
    return 'interrupted';
  } finally {
    process.off('SIGINT', interrupt);
  }
}
