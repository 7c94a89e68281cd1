import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What happens to the next append: the connection is dropped before it is kept, or after and before its answer; it is
 * kept and never answered; another node is the leader.
 */
export type AppendFault = 'dropBefore' | 'dropAfter' | 'silence' | 'notLeader';

/** What the test server is told to do wrong. */
export class Faults {
  /** Milliseconds before an append is kept, between that and its answer, before a read, before each event of a subscription. */
  delay = { append: 0, answer: 0, read: 0, subscription: 0 };
  /** How far this server's clock is ahead, in milliseconds: a batched append says until when it may be kept. */
  clockAhead = 0;
  /** Whom a follower names as the leader. */
  leader = { host: '127.0.0.1', port: 0 };
  private readonly nextAppends: AppendFault[] = [];
  private heldBack: { promise: Promise<void>; release: () => void } | null = null;

  ofNextAppends(...faults: readonly AppendFault[]): void {
    this.nextAppends.push(...faults);
  }

  /** Every append is kept and none is answered. */
  appendsUnanswered = false;

  takeAppendFault(): AppendFault | undefined {
    return this.appendsUnanswered ? 'silence' : this.nextAppends.shift();
  }

  /** Subscriptions stay open and bring nothing, as on a server that is overloaded. */
  holdSubscriptions(): void {
    let release = (): void => undefined;
    this.heldBack ??= { promise: new Promise((resolve) => (release = resolve)), release: () => release() };
  }

  releaseSubscriptions(): void {
    this.heldBack?.release();
    this.heldBack = null;
  }

  async beforeDelivery(): Promise<void> {
    if (this.heldBack) await this.heldBack.promise;
    if (this.delay.subscription > 0) await sleep(this.delay.subscription);
  }
}
