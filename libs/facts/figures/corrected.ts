import { isCorrection } from '../events/about-entries';
import type { CORRECTION_EVENTS } from '../events/correction.events';
import type { KnownData } from './fact-event';

type Correctable = {
  readonly id: string;
  readonly type: string;
  readonly occurredOn: string | null;
  readonly data: Readonly<Record<string, unknown>>;
};

/**
 * The events of objects with the values they should have had from the beginning: each error of entry corrected where it
 * was made (02 §2.1). The corrections stay among the events, with both values. Figures, views and rules read this.
 *
 * Corrections of a contribution are of another form, and folded by whoever reads contributions.
 *
 * @param events of one object or of several, as far as they count: what is corrected later is not corrected
 */
export function corrected<E extends Correctable>(events: readonly E[]): readonly E[] {
  const changes = new Map<string, Readonly<Record<string, unknown>>>();
  for (const { type, data } of events) {
    if (!isCorrection(type)) continue;
    const { event, to } = data as KnownData<(typeof CORRECTION_EVENTS)[number]>;
    if (event !== undefined && to !== undefined) changes.set(event, { ...changes.get(event), ...to });
  }
  if (changes.size === 0) return events;
  return events.map((event) => {
    const change = changes.get(event.id);
    return change === undefined ? event : withValues(event, change);
  });
}

/** Null: there should be none; of the date, that of the entry. */
function withValues<E extends Correctable>(event: E, { occurredOn, ...facts }: Readonly<Record<string, unknown>>): E {
  const data: Record<string, unknown> = { ...event.data };
  for (const [name, value] of Object.entries(facts)) {
    if (value === null) delete data[name];
    else data[name] = value;
  }
  return { ...event, data, occurredOn: occurredOn === undefined ? event.occurredOn : (occurredOn as string | null) };
}
