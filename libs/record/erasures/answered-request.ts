import { ref } from '@fil/facts/kit/fact-fields';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../deciding/by-request';
import { input } from '../deciding/input-kinds';
import { newObjectId } from '../deciding/object-id';
import type { By, DecisionTaker } from '../deciding/take-decision';

/** The request that is answered; absent: an office decides by itself. */
export const requestInput = input(ref('erasure')).optional();

/** A request is decided upon in its own stream, hence once; what decides names it as its cause. */
export async function whereDecided(
  decisions: DecisionTaker,
  request: ObjectId<'erasure'> | undefined,
  requested: RequestedBy,
): Promise<{ readonly stream: ObjectId<'erasure'>; readonly by: By }> {
  const { by } = requested;
  if (request === undefined) return { stream: newObjectId('erasure', decisions.instanceKey, requested), by };
  const [asked] = await decisions.load(request, 1);
  return { stream: request, by: asked ? { ...by, cause: asked.id } : by };
}
