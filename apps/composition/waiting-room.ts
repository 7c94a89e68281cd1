import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Settings } from './settings';

/** Milliseconds between two things said of one wait: how far it has come changes all the time. */
const SAY_EVERY = 10_000;

/**
 * Answers while there is nothing to serve yet, so that an orchestrator sees a program that lives and is not ready
 * rather than one that must be started again and again.
 */
export class WaitingRoom {
  private why = 'it is starting';
  private said = -Infinity;

  private constructor(
    private readonly server: Server,
    private readonly say: (why: string) => void,
  ) {}

  /** @param say told now and then what it waits for */
  static async open({ host, port }: Settings, say: (why: string) => void): Promise<WaitingRoom> {
    const server = createServer((request, reply) => {
      const live = request.url === '/health/live';
      reply.writeHead(live ? 200 : 503, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        connection: 'close',
        ...(live ? {} : { 'retry-after': '5' }),
      });
      reply.end(JSON.stringify(live ? { status: 'live' } : { status: 'notReady', missing: [room.why], warnings: [] }));
    });
    const room = new WaitingRoom(server, say);
    server.listen(port, host);
    await once(server, 'listening');
    return room;
  }

  waitFor(why: string): void {
    this.why = why;
    if (performance.now() - this.said < SAY_EVERY) return;
    this.said = performance.now();
    this.say(why);
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }
}
