import { setTimeout as pauseFor } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { EventStore } from '@fil/log/event-store/event-store.port';
import { FollowerPositions } from '@fil/log/projections/follower-positions';
import { VaultStore } from '@fil/log/vault/vault-store.port';
import { CarryOutErasureHandler } from '@fil/record/erasures/carry-out-erasure/carry-out-erasure.handler';
import { carryOutErasures, isOrder } from './carry-out-erasures';

/** Name under which its position is kept. */
export const ERASURE_PROCESS = 'erasure';

/** Entries without any order after which the position is kept all the same, so that a restart reads little again. */
const KEEP_EVERY = 1_000;
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 30_000;

/** Follows the log and carries out each order of erasure. What fails is said, and tried again for as long as it runs. */
@Injectable()
export class ErasureProcess {
  private readonly logger = new Logger('erasure');
  private stopping = new AbortController();
  private running: Promise<void> | null = null;
  private pause = FIRST_PAUSE;
  private lastFailure: Error | null = null;

  constructor(
    private readonly store: EventStore,
    private readonly vaultStore: VaultStore,
    private readonly positions: FollowerPositions,
    private readonly carryOut: CarryOutErasureHandler,
  ) {}

  /** Why it does not go on at this moment; null when it does. */
  get failure(): Error | null {
    return this.lastFailure;
  }

  /** Begins to follow, until the signal is aborted or `stop` is called. Doing it twice is the same. */
  start(signal?: AbortSignal): void {
    if (this.running) return;
    this.stopping = new AbortController();
    this.running = this.followUntil(signal ? AbortSignal.any([signal, this.stopping.signal]) : this.stopping.signal);
  }

  /** Resolves when the order in hand is carried out and nothing more will be. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.running = null;
  }

  private async followUntil(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.follow(signal);
      } catch (error) {
        if (signal.aborted) return;
        this.lastFailure = error instanceof Error ? error : new Error(String(error));
        this.logger.error(`an erasure waits, next try in ${this.pause} ms: ${this.lastFailure.stack}`);
        await pauseFor(this.pause, undefined, { signal }).catch(() => undefined);
        this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
      }
    }
  }

  private async follow(signal: AbortSignal): Promise<void> {
    let kept = await this.positions.read(ERASURE_PROCESS);
    for await (const { entries, size } of this.store.subscribe(kept, signal)) {
      const orders = entries.filter(isOrder);
      await carryOutErasures(orders, { store: this.store, vaultStore: this.vaultStore, carryOut: this.carryOut });
      if (orders.length > 0 || size - kept >= KEEP_EVERY) {
        await this.positions.save(ERASURE_PROCESS, size);
        kept = size;
      }
      this.lastFailure = null;
      this.pause = FIRST_PAUSE;
    }
  }
}
