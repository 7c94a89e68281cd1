import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Settings } from './settings';

/**
 * Answers while there is nothing to serve yet, so that an orchestrator sees a program that lives and is not ready
 * rather than one that must be started again and again.
 */
export class WaitingRoom {
  private constructor(private readonly server: Server) {}

  /** @param why what it waits for, asked at each request */
  static async open({ host, port }: Settings, why: () => string): Promise<WaitingRoom> {
    const server = createServer((request, reply) => {
      const live = request.url === '/health/live';
      reply.writeHead(live ? 200 : 503, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        connection: 'close',
        ...(live ? {} : { 'retry-after': '5' }),
      });
      reply.end(JSON.stringify(live ? { status: 'live' } : { status: 'notReady', missing: [why()], warnings: [] }));
    });
    server.listen(port, host);
    await once(server, 'listening');
    return new WaitingRoom(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }
}
