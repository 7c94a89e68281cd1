/** Between what the server keeps and the messages of the protocol. */
import { Metadata, type StatusObject, status } from '@grpc/grpc-js';
import { AllStreamPosition, Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { KeptRecord, ProposedEvent } from './event-log';

export const identifier = (stream: string): StreamIdentifier =>
  new StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));

export const streamName = (message: StreamIdentifier | undefined): string =>
  Buffer.from(message?.getStreamName_asU8() ?? []).toString();

export const uuid = (id: string): UUID => new UUID().setString(id);

export const allPosition = (position: bigint): AllStreamPosition =>
  new AllStreamPosition().setCommitPosition(`${position}`).setPreparePosition(`${position}`);

interface ProposedMessage {
  getId(): UUID | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getCustomMetadata_asU8(): Uint8Array;
  getData_asU8(): Uint8Array;
}

export const proposed = (message: ProposedMessage): ProposedEvent => ({
  id: message.getId()?.getString() ?? '',
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

const TICKS_PER_MILLISECOND = 10_000n;

export function eventMessage(record: KeptRecord): ReadResp {
  const event = new ReadResp.ReadEvent.RecordedEvent()
    .setId(uuid(record.id))
    .setStreamIdentifier(identifier(record.stream))
    .setStreamRevision(`${record.revision}`)
    .setCommitPosition(`${record.position}`)
    .setPreparePosition(`${record.position}`)
    .setCustomMetadata(record.metadata)
    .setData(record.data);
  const json = record.contentType === 'application/json';
  event
    .getMetadataMap()
    .set('type', record.type)
    .set('content-type', json ? 'application/json' : 'application/octet-stream')
    .set('created', `${BigInt(record.created.getTime()) * TICKS_PER_MILLISECOND}`);
  return new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(event).setCommitPosition(`${record.position}`));
}

export const confirmation = (id: string): ReadResp =>
  new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(id));
export const caughtUp = (): ReadResp => new ReadResp().setCaughtUp(new ReadResp.CaughtUp());
export const streamNotFound = (stream: string): ReadResp =>
  new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(identifier(stream)));
export const checkpoint = (commit: bigint, prepare: bigint): ReadResp =>
  new ReadResp().setCheckpoint(
    new ReadResp.Checkpoint().setCommitPosition(`${commit}`).setPreparePosition(`${prepare}`),
  );
export const nothing = (): Empty => new Empty();

export type Failure = Pick<StatusObject, 'code' | 'details' | 'metadata'>;

function failure(code: status, details: string, trailers: Record<string, string>): Failure {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details, metadata };
}

export const notLeader = ({ host, port }: { host: string; port: number }): Failure =>
  failure(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': `${port}`,
  });
export const notReady = (): Failure => failure(status.UNAVAILABLE, 'Server Is Not Ready', {});
export const streamDeleted = (stream: string): Failure =>
  failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });
export const tooLarge = (limit: number): Failure =>
  failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': `${limit}`,
  });
export const invalid = (details: string): Failure => failure(status.INVALID_ARGUMENT, details, {});
export const thrown = (): Failure => failure(status.UNKNOWN, 'Exception was thrown by handler.', {});
