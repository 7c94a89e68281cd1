/**
 * EventStoreDB 23.10 as `@eventstore/db-client` 6.2.1 sees it, in memory and in this process: a gRPC server on the
 * service definitions that the client itself carries. Not there: TLS, users, deletions by clients, persistent subscriptions,
 * projections, links.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type handleUnaryCall, Server, ServerCredentials } from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import type { Empty } from '@eventstore/db-client/generated/shared_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { AppendCalls } from './append-calls';
import { EventLog } from './event-log';
import { Faults } from './faults';
import { NodeRole } from './node-role';
import { ReadCalls } from './read-calls';

const STREAMS = 'event_store.client.streams.streams';
const LARGEST_MESSAGE = 16 * 1024 * 1024 - 10_000;

export interface TestServerOptions {
  /** Without it, clients append with one call for each append. Default true. */
  readonly batchAppend?: boolean;
}

export class EventStoreDbTestServer {
  readonly faults = new Faults();
  readonly role = new NodeRole();
  private server: Server | null = null;
  /** Kept while it is away. */
  port = 0;

  private constructor(
    readonly log: EventLog,
    private readonly options: TestServerOptions,
  ) {}

  static async start(options: TestServerOptions = {}, log = new EventLog()): Promise<EventStoreDbTestServer> {
    const server = new EventStoreDbTestServer(log, options);
    await server.listen();
    server.faults.leader.port = server.port;
    server.role.members = [{ port: server.port, state: 'leader', isAlive: true }];
    return server;
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Breaks every connection; the next one is accepted. */
  dropConnections(): void {
    this.cut();
    void this.listen();
  }

  /** Is not there for so many milliseconds; what it keeps is. */
  async goAway(milliseconds: number): Promise<void> {
    this.cut();
    await sleep(milliseconds);
    await this.listen();
  }

  get isAlive(): boolean {
    return this.server !== null;
  }

  /** After `stop`. */
  comeBack(): Promise<void> {
    return this.listen();
  }

  stop(): void {
    this.faults.releaseSubscriptions();
    this.cut();
  }

  private cut(): void {
    this.server?.forceShutdown();
    this.server = null;
  }

  private async listen(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': LARGEST_MESSAGE, 'grpc.so_reuseport': 0 });
    const { append, batchAppend } = new AppendCalls(
      this.log,
      this.faults,
      this.role,
      () => this.dropConnections(),
      () => this.server === server,
    );
    const { read } = new ReadCalls(this.log, this.faults, this.role);
    server.addService(StreamsService, { read, append, batchAppend });
    server.addService(GossipService, { read: this.role.read });
    server.addService(ServerFeaturesService, { getSupportedMethods: this.supportedMethods });
    this.server = server;
    for (;;)
      try {
        this.port = await new Promise<number>((resolve, reject) => {
          server.bindAsync(`127.0.0.1:${this.port}`, ServerCredentials.createInsecure(), (error, port) =>
            error ? reject(error) : resolve(port),
          );
        });
        return;
      } catch (error) {
        // The port that was just left may be held for a moment.
        if (this.server !== server) return;
        if (this.port === 0) throw error;
        await sleep(20);
      }
  }

  private readonly supportedMethods: handleUnaryCall<Empty, SupportedMethods> = (_, answer) => {
    const method = (name: string, ...features: string[]): SupportedMethod =>
      new SupportedMethod().setServiceName(STREAMS).setMethodName(name).setFeaturesList(features);
    const methods = [method('read', 'position', 'events'), method('append'), method('delete'), method('tombstone')];
    if (this.options.batchAppend !== false) methods.push(method('batchappend', 'deadline_duration'));
    answer(null, new SupportedMethods().setMethodsList(methods).setEventStoreServerVersion('23.10.8'));
  };
}
