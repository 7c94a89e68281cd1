/** For tests: a register in memory, with the invented commune in it. */
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import type { NewEvent } from '@fil/facts/kit/event-definition';
import { isRefusal } from '@fil/facts/kit/refusal';
import { MemoryEventStore } from '@fil/log/event-store/memory/memory-event-store';
import { Vault } from '@fil/log/vault/vault';
import { authority } from '../../authority/authority.state';
import { consultation } from '../../consultations/consultation.state';
import type { RequestedBy } from '../../deciding/by-request';
import type { Decider } from '../../deciding/decider';
import { Clock } from '../../deciding/clock';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { CONSULTATION, CONTEXT, consultationEvents, TOWN, TOWN_EVENTS } from './some-mandate';

class StoppedClock extends Clock {
  override now(): Date {
    return new Date(CONTEXT.at);
  }
}

/** In the capacity of an official, under this key. */
export const requestedWith = (commandId?: string): RequestedBy => ({
  by: { actor: { role: 'official', body: 'voirie' }, account: 'token:1', commandId },
});

export class MemoryRegister {
  readonly store = new MemoryEventStore();
  readonly vault = new Vault(this.store.vault, EVENT_SCHEMA);
  readonly register = {
    origin: 'test.invalid',
    demonstration: true,
    authoritySiret: null,
    instanceKey: Buffer.alloc(32, 7),
  };
  readonly decisions = new DecisionTaker(
    this.store,
    this.store.vault,
    this.vault,
    this.register,
    EVENT_SCHEMA,
    new StoppedClock(),
  );

  /** Writes events that no rule looks at. */
  async write<S>(stream: string, decider: Decider<S>, ...events: readonly NewEvent[]): Promise<Recorded> {
    const outcome = await this.decisions.take({ stream, decider, by: requestedWith().by, decide: () => events });
    if (isRefusal(outcome)) throw new Error(outcome.message.en);
    return outcome;
  }

  async withTown(): Promise<this> {
    await this.write(TOWN, authority, ...TOWN_EVENTS);
    return this;
  }

  async withConsultation(...of: Parameters<typeof consultationEvents>): Promise<this> {
    await this.withTown();
    await this.write(CONSULTATION, consultation, ...consultationEvents(...of));
    return this;
  }

  async typesIn(stream: string): Promise<string[]> {
    return (await this.store.readStream(stream)).map(({ type }) => type);
  }
}
