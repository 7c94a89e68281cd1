import { erasureCarriedOut, erasureOrdered } from '@fil/facts/events/erasure.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { DataOf } from '@fil/facts/kit/event-definition';
import type { EventStore, StoredEntry } from '@fil/log/event-store/event-store.port';
import { derivedEventId } from '@fil/log/event-store/ids';
import { toRecordedEvent, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { VaultStore } from '@fil/log/vault/vault-store.port';
import { CarryOutErasure } from '@fil/record/erasures/carry-out-erasure/carry-out-erasure.command';
import type { CarryOutErasureHandler } from '@fil/record/erasures/carry-out-erasure/carry-out-erasure.handler';
import { subjectOf } from '@fil/record/deciding/subject-of';

type Ordered = DataOf<typeof erasureOrdered>;
type Places = DataOf<typeof erasureCarriedOut>['places'];

const PROCESS: Actor = { role: 'process', body: 'erasure' };

export interface Erasing {
  readonly store: EventStore;
  readonly vaultStore: VaultStore;
  readonly carryOut: Pick<CarryOutErasureHandler, 'execute'>;
}

export const isOrder = ({ type }: StoredEntry): boolean => type === erasureOrdered.type;

/**
 * Carries out the orders among these entries that have not been: first the values, then the event that says so. Stopped
 * anywhere and begun again, it ends the same.
 */
export async function carryOutErasures(
  entries: readonly StoredEntry[],
  { store, vaultStore, carryOut }: Erasing,
): Promise<void> {
  for (const entry of entries.filter(isOrder)) {
    if (await isCarriedOut(entry.stream, store)) continue;
    const order = toRecordedEvent(entry) as unknown as RecordedEvent<Ordered>;
    const places = await eraseAsOrdered(order.data, vaultStore);
    await carryOut.execute(
      new CarryOutErasure(order.stream, places, {
        by: { actor: PROCESS, account: null, commandId: commandOf(order), cause: order.id },
      }),
    );
  }
}

/** Destroys what an order names. Doing it twice is the same: a restored vault is made to obey every order again. */
export async function eraseAsOrdered(
  { target, fields, wholeSubject }: Ordered,
  vaultStore: VaultStore,
): Promise<Places> {
  const subject = wholeSubject ? subjectOf(target) : null;
  // The key first: whatever is written meanwhile under it is lost with it.
  if (subject !== null) await vaultStore.eraseKey(subject);
  await vaultStore.eraseOpenings(fields);
  return subject === null ? ['openings'] : ['key', 'openings'];
}

/** From the order: a second try is the same command. */
const commandOf = ({ id }: RecordedEvent<Ordered>): string => derivedEventId(`${id}\ncarryOut`, 0);

const isCarriedOut = async (stream: string, store: EventStore): Promise<boolean> =>
  (await store.readStream(stream)).some(({ type }) => type === erasureCarriedOut.type);
