import type { consultationOpened } from '../events/consultation.events';
import type { FactEvent, KnownData } from './fact-event';

export type DeclaredPath = NonNullable<KnownData<typeof consultationOpened>['decisionPath']>;

/** The decision path that a consultation declares: as it was opened with, or as its mandate was last amended. */
export function declaredPath(events: readonly Pick<FactEvent, 'type' | 'data'>[]): DeclaredPath {
  const declares = ({ type, data }: Pick<FactEvent, 'type' | 'data'>): boolean =>
    (type === 'consultation.opened/2' || type === 'consultation.mandateAmended/1') &&
    data['decisionPath'] !== undefined;
  return (events.findLast(declares)?.data['decisionPath'] as DeclaredPath | undefined) ?? [];
}
