import { randomBytes } from 'node:crypto';
import type { Register } from '@fil/log/register/register';
import { decisionTakerOn, type RegisterParts } from '@fil/record/deciding/deciding.module';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import { DryRunEventStore } from './dry-run-event-store';
import { DryRunVaultStore } from './dry-run-vault-store';

/** Decides everything as on `parts`, and writes nothing. Without parts: as on a register that has just begun. */
export function dryRunTakerOn(parts: RegisterParts | null): DecisionTaker {
  const vaultStore = new DryRunVaultStore(parts?.vaultStore ?? null);
  return decisionTakerOn({
    register: parts?.register ?? nowhere(),
    store: new DryRunEventStore(parts?.store ?? null, vaultStore),
    vaultStore,
    clock: parts?.clock,
  });
}

const nowhere = (): Register => ({
  origin: 'dry-run.invalid',
  demonstration: false,
  authoritySiret: null,
  instanceKey: randomBytes(32),
});
