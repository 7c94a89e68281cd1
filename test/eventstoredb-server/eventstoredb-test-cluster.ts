import { setTimeout as sleep } from 'node:timers/promises';
import { EventLog } from './event-log';
import { EventStoreDbTestServer } from './eventstoredb-test-server';

/**
 * Three nodes with one log. What a leader had not yet written into it when it was killed is lost and was never answered;
 * what it had is kept, whether it was answered or not.
 */
export class EventStoreDbTestCluster {
  private constructor(
    readonly log: EventLog,
    readonly nodes: readonly EventStoreDbTestServer[],
  ) {}

  static async start(): Promise<EventStoreDbTestCluster> {
    const log = new EventLog();
    const nodes = await Promise.all([1, 2, 3].map(() => EventStoreDbTestServer.start({}, log)));
    for (const { faults } of nodes) Object.assign(faults.delay, { append: 2, answer: 2 });
    const cluster = new EventStoreDbTestCluster(log, nodes);
    cluster.agree(nodes[0]!);
    return cluster;
  }

  get url(): string {
    return `esdb://${this.nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}?tls=false`;
  }

  get leader(): EventStoreDbTestServer {
    return this.nodes.find(({ role, isAlive }) => isAlive && role.state === 'leader')!;
  }

  /**
   * The others first believe that it lives, then have no leader, then choose one.
   *
   * @param election milliseconds
   * @returns the node that was killed, when there is another leader
   */
  async killLeader(election: number): Promise<EventStoreDbTestServer> {
    const killed = this.leader;
    killed.stop();
    await sleep(election / 3);
    const alive = this.nodes.filter(({ isAlive }) => isAlive);
    for (const { role } of alive) role.state = 'electing';
    this.tell();
    await sleep((election * 2) / 3);
    this.agree(alive[Math.floor(Math.random() * alive.length)]!);
    return killed;
  }

  async comeBack(node: EventStoreDbTestServer): Promise<void> {
    node.role.state = 'follower';
    await node.comeBack();
    this.tell();
  }

  stop(): void {
    for (const node of this.nodes) node.stop();
  }

  private agree(leader: EventStoreDbTestServer): void {
    for (const node of this.nodes) node.role.state = node === leader ? 'leader' : 'follower';
    this.tell();
  }

  private tell(): void {
    const members = this.nodes.map(({ port, role: { state }, isAlive }) => ({ port, state, isAlive }));
    for (const { role } of this.nodes) role.members = members;
  }
}
