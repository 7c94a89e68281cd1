import type { Aggregate, ObjectId } from '@fil/facts/kit/aggregates';
import { derivedObjectId, uuidV7 } from '@fil/log/event-store/ids';
import type { RequestedBy } from './by-request';

export interface SourceReference {
  readonly name: string;
  readonly type?: string;
  readonly id: string;
}

/**
 * Id of an object about to be created (02 §2.1): from its source reference when it has one, so that nobody records it
 * twice; else from the command's key, so that a second try finds the first; else new.
 */
export function newObjectId<A extends Aggregate>(
  aggregate: A,
  instanceKey: Buffer,
  { by }: RequestedBy,
  source?: SourceReference,
): ObjectId<A> {
  if (source) return `${aggregate}-${derivedObjectId(instanceKey, source.name, source.type ?? aggregate, source.id)}`;
  if (by.commandId) return `${aggregate}-${derivedObjectId(instanceKey, 'command', aggregate, by.commandId)}`;
  return `${aggregate}-${uuidV7()}`;
}
