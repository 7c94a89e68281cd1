import { erasureCarriedOut } from '@fil/facts/events/erasure.events';
import { event } from '@fil/facts/kit/event-definition';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided } from '../../deciding/decider';
import type { ErasureState } from '../erasure.state';
import type { CarryOutErasure } from './carry-out-erasure.command';

export function decideCarriedOut({ standing, target }: ErasureState, places: CarryOutErasure['places']): Decided {
  if (standing === 'carriedOut') return [];
  if (standing === 'ordered')
    return [event(erasureCarriedOut, { data: { target: target as ObjectId, places }, words: {} })];
  return refuse(
    'erasure.notOrdered',
    { fr: 'Cet effacement n’a pas été ordonné.', en: 'This erasure was not ordered.' },
    { kind: 'notFound' },
  );
}
