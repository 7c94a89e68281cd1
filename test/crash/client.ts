/** A client that never gives up: it repeats a command with its key until the register answers it. */
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

const PATIENCE = 120_000;
const PAUSE = 30;

export class Client {
  constructor(
    private readonly url: string,
    private readonly token: string,
    readonly troubles: Troubles,
  ) {}

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
      const response = await fetch(`${this.url}/api/v1/${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(20_000),
      });
      return { status: response.status, text: await response.text() };
    } catch {
      return null;
    }
  }
}
