/** A client that never gives up: it repeats a command with its key until the register answers it. */
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** What was acknowledged, and what had been sent. */
export interface Acknowledged {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly key: string;
  readonly stream: string;
  readonly revision: number;
  readonly events: readonly { readonly id: string; readonly type: string }[];
  readonly authorKey?: string;
}

/** How often something other than an acknowledgement came. */
export class Troubles {
  refusedConnections = 0;
  unavailable = 0;
  conflicts = 0;
  /** Answers 500: never expected. */
  readonly internal: string[] = [];
  /** Commands that were found recorded when they were repeated. */
  foundRecorded = 0;
}

/** Moments at which something can be broken or mended. */
export type Happenings = EventEmitter<{ sent: []; acknowledged: []; unavailable: [] }>;

const PATIENCE = 120_000;
const PAUSE = 30;

export class Client {
  private turn: number;

  /** @param urls of programs that do the same: where one does not acknowledge, the next one is asked */
  constructor(
    private readonly urls: readonly string[],
    private readonly token: string,
    readonly troubles: Troubles,
    private readonly happenings: Happenings = new EventEmitter(),
    first = 0,
  ) {
    this.turn = first;
  }

  private get url(): string {
    return this.urls[this.turn % this.urls.length]!;
  }

  /** @throws when it is refused for good, or when the register does not come back */
  async send(path: string, body: Readonly<Record<string, unknown>>, key: string): Promise<Acknowledged> {
    const until = Date.now() + PATIENCE;
    for (;;) {
      const answer = await this.once(path, body, key);
      if (answer && answer.status < 300) {
        if (answer.status === 200) this.troubles.foundRecorded++;
        const { stream, revision, events, authorKey } = JSON.parse(answer.text) as Acknowledged;
        return { path, body, key, stream, revision, events, authorKey };
      }
      if (answer && answer.status < 500 && !/revision\.stale/.test(answer.text))
        throw new Error(`POST ${path} ${key}: ${answer.status} ${answer.text}`);
      if (!answer) this.troubles.refusedConnections++;
      else if (answer.status === 409) this.troubles.conflicts++;
      else if (answer.status === 503) this.troubles.unavailable++;
      else this.troubles.internal.push(`${path}: ${answer.text}`);
      if (Date.now() > until)
        throw new Error(
          `POST ${path} ${key}: no acknowledgement in ${PATIENCE} ms; last: ${answer?.text ?? 'no connection'}`,
        );
      this.turn++;
      await sleep(PAUSE);
    }
  }

  /** Null when the connection broke: it is not known whether the command arrived. */
  async once(
    path: string,
    body: Readonly<Record<string, unknown>>,
    key: string,
  ): Promise<{ status: number; text: string } | null> {
    try {
      const asked = fetch(`${this.url}/api/v1/${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(20_000),
      });
      this.happenings.emit('sent');
      const response = await asked;
      const text = await response.text();
      if (response.ok) this.happenings.emit('acknowledged');
      if (response.status === 503) this.happenings.emit('unavailable');
      return { status: response.status, text };
    } catch {
      return null;
    }
  }
}
