import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';

/** Milliseconds. How often those that wait ask, and those that lead make sure that they still do. */
const HEARTBEAT = 1_000;
/** An answer that takes longer counts as a lost connection. */
const PATIENCE = 3_000;

/**
 * The server lets go at once of a leader whose process has died, and after about ten seconds of one whose machine it no
 * longer hears, or that is frozen: its kernel still answers, but it asks nothing.
 */
const LET_GO =
  '-c tcp_keepalives_idle=4 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 -c idle_session_timeout=10000';

export interface LeadershipOptions {
  /** Told what a person should know: that the database cannot be asked. */
  readonly onTrouble?: (message: string) => void;
  /** Milliseconds between two questions; for tests. */
  readonly heartbeat?: number;
}

/** Goes on until the signal is aborted. @param held what this process leads, of the names it asked for; never empty */
export type Led = (signal: AbortSignal, held: ReadonlySet<string>) => Promise<void>;

/**
 * Of several processes that could do the same work, one does: whoever holds the advisory lock of its name, on one
 * connection for all names. It saves work; nothing may rest on it, since a process that was frozen leads on for a moment
 * beside its successor. What must be exact is decided where it is written (the compare-and-set of a cursor).
 */
export class Leadership {
  private held: ReadonlySet<string> = new Set();

  constructor(
    private readonly connection: ClientConfig,
    /** All it would lead. */
    readonly names: readonly string[],
    private readonly options: LeadershipOptions = {},
  ) {}

  /** The names this process leads at this moment. */
  get leads(): ReadonlySet<string> {
    return this.held;
  }

  /**
   * Does `work` with the names it leads, as long as it leads any; when they change, the work is ended and begun again.
   * Resolves after the signal is aborted and the work has ended.
   *
   * @throws what `work` throws
   */
  async run(work: Led, signal: AbortSignal): Promise<void> {
    let told = false;
    while (!signal.aborted) {
      const client = new Client({ ...this.connection, ...TIMES, options: withKeepAlive(this.connection.options) });
      const term = new Term(client, this.names, this.options.heartbeat ?? HEARTBEAT);
      try {
        await term.begin();
        told = false;
        await this.leadOn(term, work, signal);
      } catch (error) {
        if (!(error instanceof LostConnection)) throw error;
        if (!told) this.options.onTrouble?.(`cannot ask who leads ${this.names.join(', ')}: ${error.message}`);
        told = true;
        await pause(this.options.heartbeat ?? HEARTBEAT, signal);
      } finally {
        this.held = new Set();
        await term.end();
      }
    }
  }

  private async leadOn(term: Term, work: Led, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.held = term.held;
      const ending = new AbortController();
      const changed = term.untilChanged(AbortSignal.any([signal, ending.signal])).finally(() => ending.abort());
      const stop = AbortSignal.any([signal, ending.signal]);
      const working = term.held.size > 0 ? work(stop, term.held).finally(() => ending.abort()) : Promise.resolve();
      const [change, worked] = await Promise.allSettled([changed, working]);
      if (worked.status === 'rejected') throw worked.reason;
      if (change.status === 'rejected') throw change.reason;
    }
  }
}

const TIMES = { connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE, statement_timeout: PATIENCE };
const withKeepAlive = (options: string | undefined): string => [options, LET_GO].filter(Boolean).join(' ');

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined);

/** The connection is gone, and every lock with it. */
class LostConnection extends Error {}

/** What is held over the life of one connection. */
class Term {
  held: ReadonlySet<string> = new Set();

  constructor(
    private readonly client: Client,
    private readonly names: readonly string[],
    private readonly heartbeat: number,
  ) {
    // The next question finds it out.
    client.on('error', () => undefined);
  }

  async begin(): Promise<void> {
    try {
      await this.client.connect();
    } catch (error) {
      throw new LostConnection(messageOf(error), { cause: error });
    }
    await this.ask();
  }

  /** Resolves when more is held than before, or when the signal is aborted. @throws LostConnection */
  async untilChanged(signal: AbortSignal): Promise<void> {
    const before = this.held.size;
    while (!signal.aborted && this.held.size === before) {
      await pause(this.heartbeat, signal);
      if (!signal.aborted) await this.ask();
    }
  }

  async end(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }

  /** Asked and asked again rather than waited for: a waiting statement would hold back VACUUM for as long as it waits. */
  private async ask(): Promise<void> {
    const missing = this.names.filter((name) => !this.held.has(name));
    try {
      const { rows } = await this.client.query<{ name: string; got: boolean }>(
        `SELECT name, pg_try_advisory_lock(hashtext('leadership'), hashtext(name)) AS got FROM unnest($1::text[]) AS n(name)`,
        [missing],
      );
      const got = rows.filter((row) => row.got).map(({ name }) => name);
      if (got.length > 0) this.held = new Set([...this.held, ...got]);
    } catch (error) {
      throw new LostConnection(messageOf(error), { cause: error });
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
