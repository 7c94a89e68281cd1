import { Global, Module, type DynamicModule } from '@nestjs/common';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { EventStore } from '@fil/log/event-store/event-store.port';
import type { Register } from '@fil/log/register/register';
import { REGISTER } from '@fil/log/register/register.token';
import { Vault } from '@fil/log/vault/vault';
import { VaultStore } from '@fil/log/vault/vault-store.port';
import { Clock, SystemClock } from './clock';
import { DecisionTaker } from './take-decision';

/** The parts of an open register. */
export interface RegisterParts {
  readonly register: Register;
  readonly store: EventStore;
  readonly vaultStore: VaultStore;
  readonly clock?: Clock;
}

export const decisionTakerOn = ({
  register,
  store,
  vaultStore,
  clock = new SystemClock(),
}: RegisterParts): DecisionTaker =>
  new DecisionTaker(store, vaultStore, new Vault(vaultStore, EVENT_SCHEMA), register, EVENT_SCHEMA, clock);

/** The road from a command to the log, for every room of the record. */
@Global()
@Module({})
export class DecidingModule {
  static on(parts: RegisterParts): DynamicModule {
    const { register, store, vaultStore, clock = new SystemClock() } = parts;
    return {
      module: DecidingModule,
      providers: [
        { provide: REGISTER, useValue: register },
        { provide: EventStore, useValue: store },
        { provide: VaultStore, useValue: vaultStore },
        { provide: Vault, useValue: new Vault(vaultStore, EVENT_SCHEMA) },
        { provide: Clock, useValue: clock },
        { provide: DecisionTaker, useValue: decisionTakerOn(parts) },
      ],
      exports: [REGISTER, EventStore, VaultStore, Vault, Clock, DecisionTaker],
    };
  }
}
