import { type AddressInfo, createServer, type Server, Socket } from 'node:net';

/** A cable between a client and the test server that a test can cut, mute or mend. */
export class Cable {
  private readonly sockets = new Set<Socket>();
  private muted = false;
  private cutOff = false;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(url: string): Promise<Cable> {
    const target = new URL(url);
    const server = createServer((near) => cable.join(near, target));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const through = new URL(url);
    through.hostname = '127.0.0.1';
    through.port = String((server.address() as AddressInfo).port);
    const cable = new Cable(server, through.href);
    return cable;
  }

  /** What the server answers is lost from now on; what it is sent still arrives. */
  mute(): void {
    this.muted = true;
  }

  cut(): void {
    this.cutOff = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.cutOff = false;
    this.muted = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket, target: URL): void {
    if (this.cutOff) return void near.destroy();
    const far = new Socket();
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    far.connect(Number(target.port || 5432), target.hostname);
    near.on('data', (data) => far.write(data));
    far.on('data', (data) => void (this.muted || near.write(data)));
  }
}
