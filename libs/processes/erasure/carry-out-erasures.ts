import { erasureCarriedOut, type erasureOrdered } from '@fil/facts/events/erasure.events';
import type { DataOf } from '@fil/facts/kit/event-definition';
import type { EventStore } from '@fil/log/event-store/event-store.port';
import { derivedEventId } from '@fil/log/event-store/ids';
import { toRecordedEvent, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { JobHandler } from '@fil/log/jobs/job';
import { triggerOf } from '@fil/log/jobs/process';
import type { VaultStore } from '@fil/log/vault/vault-store.port';
import { CarryOutErasure } from '@fil/record/erasures/carry-out-erasure/carry-out-erasure.command';
import type { CarryOutErasureHandler } from '@fil/record/erasures/carry-out-erasure/carry-out-erasure.handler';
import type { DraftStore } from '@fil/record/drafts/draft-store';
import { subjectOf } from '@fil/record/deciding/subject-of';
import { ERASURE } from './erasure.process';

type Ordered = DataOf<typeof erasureOrdered>;
type Places = DataOf<typeof erasureCarriedOut>['places'];

/** Where words may be. Jobs carry none (libs/log/jobs/check-job.ts); read models are made again by the events. */
export interface ErasablePlaces {
  readonly vaultStore: VaultStore;
  readonly drafts: Pick<DraftStore, 'eraseAbout'>;
}

export interface Erasing extends ErasablePlaces {
  readonly store: EventStore;
  readonly carryOut: Pick<CarryOutErasureHandler, 'execute'>;
}

/**
 * Carries out an order, unless it has been: first the values, then the event that says so. Stopped anywhere and begun
 * again, it ends the same.
 */
export const carryOutErasures =
  ({ store, vaultStore, drafts, carryOut }: Erasing): JobHandler =>
  async ({ data }) => {
    const { stream, rev } = triggerOf(data);
    const events = (await store.readStream(stream)).map(toRecordedEvent);
    if (events.some(({ type }) => type === erasureCarriedOut.type)) return;
    const order = events.find((event) => event.rev === rev) as RecordedEvent<Ordered> | undefined;
    if (!order) throw new Error(`${stream} has no event ${rev}`);
    const places = await eraseAsOrdered(order.data, { vaultStore, drafts });
    await carryOut.execute(
      new CarryOutErasure(stream, places, {
        by: {
          actor: { role: 'process', body: ERASURE },
          account: null,
          commandId: commandOf(order),
          cause: order.id,
        },
      }),
    );
  };

/** Destroys what an order names. Doing it twice is the same: a restored vault is made to obey every order again. */
export async function eraseAsOrdered(
  { target, fields, wholeSubject }: Ordered,
  { vaultStore, drafts }: ErasablePlaces,
): Promise<Places> {
  const subject = wholeSubject ? subjectOf(target) : null;
  // The key first: whatever is written meanwhile under it is lost with it.
  if (subject !== null) await vaultStore.eraseKey(subject);
  await vaultStore.eraseOpenings(fields);
  const emptied = await drafts.eraseAbout(target);
  return [...(subject === null ? [] : (['key'] as const)), 'openings', ...(emptied === 0 ? [] : (['drafts'] as const))];
}

/** From the order: a second try is the same command. */
const commandOf = ({ id }: RecordedEvent<Ordered>): string => derivedEventId(`${id}\ncarryOut`, 0);
