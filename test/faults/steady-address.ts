import { type AddressInfo, createServer, type Server, Socket } from 'node:net';

/** One address for a server that comes back on another port after each crash. */
export class SteadyAddress {
  private target: number | null = null;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async open(): Promise<SteadyAddress> {
    const server = createServer((near) => address.join(near));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = new SteadyAddress(server, (server.address() as AddressInfo).port);
    return address;
  }

  leadTo(port: number | null): void {
    this.target = port;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket): void {
    if (this.target === null) return void near.destroy();
    const far = new Socket();
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
    far.connect(this.target, '127.0.0.1');
    near.pipe(far);
    far.pipe(near);
  }
}
