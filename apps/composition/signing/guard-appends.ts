import { Logger } from '@nestjs/common';
import type { Pool } from 'pg';
import { AppendGuard } from '@fil/log/checkpoints/append-guard';
import { GuardedEventStore } from '@fil/log/checkpoints/guarded-event-store';
import { atMirror, atWitness, inLockStore } from '@fil/log/checkpoints/kept-elsewhere';
import type { EventStore } from '@fil/log/event-store/event-store.port';
import type { Settings } from '../settings';
import { lockStoreOf, policyOf } from './log-places';

/** The store, in which nothing is recorded as long as the database is older than what was signed of it. */
export function guardAppends(
  store: EventStore,
  { pool, origin, refills }: { pool: Pool; origin: string; refills: boolean },
  settings: Settings,
): EventStore {
  const policy = policyOf(settings);
  const logger = new Logger('log');
  const guard = new AppendGuard({
    pool,
    origin,
    elsewhere: [
      inLockStore(lockStoreOf(settings, origin)),
      ...(policy?.witnesses ?? []).flatMap((witness) => atWitness(witness, origin) ?? []),
      ...settings.signing.mirrors.map(atMirror),
    ],
    witnessKeys: policy?.witnesses.map(({ key }) => key) ?? [],
    mostBehind: settings.signing.mostBehind,
    refills,
    onTrouble: (message) => logger.warn(message),
  });
  return new GuardedEventStore(store, guard);
}
