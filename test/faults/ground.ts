import { foundTown } from '../e2e/town';
import type { Acknowledged, Client } from './client';

export interface Ground {
  readonly consultation: string;
  /** A commitment on which everybody reports. */
  readonly hotCommitment: string;
  /** What was recorded for it. */
  readonly acknowledged: readonly Acknowledged[];
}

/** An invented town with one consultation and one commitment, on which clients can record. */
export async function layGround(client: Client): Promise<Ground> {
  const acknowledged: Acknowledged[] = [];
  const record = async (path: string, body: object): Promise<Acknowledged> => {
    const sent = await client.send(path, body as Record<string, unknown>, `ground-${acknowledged.length}`);
    acknowledged.push(sent);
    return sent;
  };
  const create = async (path: string, body: object): Promise<string> => (await record(path, body)).stream;
  const { authority, consultation } = await foundTown({ record, create });
  const title = { fr: 'Une décision' };
  const decision = await create('decisions', { authority, kind: 'other', body: 'conseil', title });
  const made = { authority, decision, owner: 'voirie', title: { fr: 'Un engagement' } };
  const hotCommitment = await create('commitments', made);
  await record(`commitments/${hotCommitment}/starts`, {});
  return { consultation, hotCommitment, acknowledged };
}
