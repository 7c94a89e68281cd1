import type { EventStore } from '@fil/log/event-store/event-store.port';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import type { FollowerPositions } from '@fil/log/projections/follower-positions';
import { DEADLINES } from './deadlines.process';

/** The clock does not judge: it is tried again. */
export class DeadlineClockSilent extends Error {
  override readonly name = 'DeadlineClockSilent';
}

/**
 * The caution of the clock (03 §6): it judges an instant only when its process has read every event recorded up to it.
 * While it lags it is silent, and `/health/ready` says so.
 */
export class DeadlineClock {
  private silence: DeadlineClockSilent | null = null;

  constructor(
    private readonly positions: Pick<FollowerPositions, 'read'>,
    private readonly store: Pick<EventStore, 'readAll' | 'size'>,
  ) {}

  /** Why it is silent; null when it is not. */
  get failure(): Error | null {
    return this.silence;
  }

  /** @throws {DeadlineClockSilent} while its process has not read every event recorded before the instant */
  async mustKnow(instant: Date): Promise<void> {
    const size = await this.store.size();
    const read = await this.positions.read(DEADLINES);
    const [unread] = read < size ? await this.store.readAll(read, 1) : [];
    if (unread && Date.parse(toRecordedEvent(unread).at) < instant.getTime()) {
      this.silence = new DeadlineClockSilent(
        `the clock is silent: the process ${DEADLINES} has read ${read} of ${size} entries, and an instant to judge lies after`,
      );
      throw this.silence;
    }
    this.silence = null;
  }
}
