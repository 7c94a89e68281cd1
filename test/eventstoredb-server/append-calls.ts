/** Append and BatchAppend. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type handleBidiStreamingCall, type handleClientStreamingCall, status as grpc } from '@grpc/grpc-js';
import { Status } from '@eventstore/db-client/generated/status_pb';
import {
  BadRequest,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import {
  type AppendReq,
  AppendResp,
  type BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty as ProtobufEmpty } from 'google-protobuf/google/protobuf/empty_pb';
import type { Appended, EventLog, ExpectedRevision, ProposedEvent } from './event-log';
import { LARGEST_APPEND } from './event-log';
import type { Faults } from './faults';
import type { NodeRole } from './node-role';
import {
  allPosition,
  identifier,
  nothing,
  notLeader,
  proposed,
  streamDeleted,
  streamName,
  thrown,
  tooLarge,
} from './messages';

/** Never answered. */
const SILENCE = Symbol('silence');
/** Answered by the end of the call, for all that wait on it. */
const NOT_LEADER = Symbol('not leader');
/** Answered within a batch: the call goes on. */
const TOO_LATE = Symbol('after its deadline');

export class AppendCalls {
  constructor(
    private readonly log: EventLog,
    private readonly faults: Faults,
    private readonly role: NodeRole,
    private readonly drop: () => void,
    /** Whether the node that took a call is still there. */
    private readonly isAlive: () => boolean,
  ) {}

  readonly append: handleClientStreamingCall<AppendReq, AppendResp> = (call, answer) => {
    let options: AppendReq.Options | undefined;
    const events: ProposedEvent[] = [];
    call.on('data', (message: AppendReq) => {
      if (message.hasOptions()) options = message.getOptions();
      else events.push(proposed(message.getProposedMessage()!));
    });
    call.on('error', () => undefined);
    call.on('end', () => {
      if (!options) return answer(thrown());
      const stream = streamName(options.getStreamIdentifier());
      const expected: ExpectedRevision = options.hasRevision()
        ? Number(options.getRevision())
        : options.hasNoStream()
          ? 'no_stream'
          : options.hasStreamExists()
            ? 'stream_exists'
            : 'any';
      const refusal = this.role.refusal(call.metadata);
      if (refusal) return answer(refusal);
      void this.decide(stream, expected, events).then((appended) => {
        if (appended === SILENCE) return;
        if (appended === NOT_LEADER) return answer(notLeader(this.faults.leader));
        if (appended.status === 'streamDeleted') return answer(streamDeleted(stream));
        if (appended.status === 'tooLarge') return answer(tooLarge(LARGEST_APPEND));
        if (appended.status === 'badRequest') return answer(thrown());
        answer(null, appendAnswer(appended, expected));
      });
    });
  };

  readonly batchAppend: handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> = (call) => {
    const open = new Map<string, { options: BatchAppendReq.Options; events: ProposedEvent[] }>();
    let turn: Promise<void> = Promise.resolve();
    call.on('data', (message: BatchAppendReq) => {
      const correlation = message.getCorrelationId()!;
      const key = correlation.getString() || JSON.stringify(correlation.toObject());
      const one = open.get(key) ?? { options: message.getOptions()!, events: [] };
      open.set(key, one);
      one.events.push(...message.getProposedMessagesList().map(proposed));
      if (!message.getIsFinal()) return;
      open.delete(key);
      // One after the other, as the server's own queue.
      turn = turn.then(async () => {
        const stream = streamName(one.options.getStreamIdentifier());
        const answer = new BatchAppendResp().setCorrelationId(correlation).setStreamIdentifier(identifier(stream));
        const refusal = this.role.refusal(call.metadata);
        // A node that chooses a leader says so within the batch; one that knows the leader ends it.
        if (refusal?.code === grpc.UNAVAILABLE)
          return void call.write(answer.setError(status(2, refusal.details, 'Empty', new Uint8Array())));
        if (refusal) return void call.emit('error', refusal);
        const appended = this.isLate(one.options)
          ? TOO_LATE
          : await this.decide(stream, expectedOf(one.options), one.events);
        if (appended === SILENCE || call.cancelled) return;
        if (appended === NOT_LEADER) return void call.emit('error', notLeader(this.faults.leader));
        if (appended === TOO_LATE)
          return void call.write(answer.setError(status(4, 'Timeout', 'Timeout', new Uint8Array())));
        const answered = batchAnswer(answer, stream, appended, expectedOf(one.options));
        if (this.faults.delay.answer === 0) return void call.write(answered);
        void sleep(this.faults.delay.answer).then(() => this.isAlive() && !call.cancelled && call.write(answered));
      });
    });
    call.on('error', () => undefined);
    call.on('end', () => void turn.then(() => call.end()));
  };

  private isLate(options: BatchAppendReq.Options): boolean {
    const until = options.getDeadline()?.toDate().getTime() ?? Infinity;
    return until <= Date.now() + this.faults.clockAhead;
  }

  private async decide(
    stream: string,
    expected: ExpectedRevision,
    events: readonly ProposedEvent[],
  ): Promise<Appended | typeof SILENCE | typeof NOT_LEADER> {
    if (this.faults.delay.append > 0) await sleep(this.faults.delay.append);
    if (!this.isAlive()) return SILENCE;
    const fault = this.faults.takeAppendFault();
    if (fault === 'notLeader') return NOT_LEADER;
    if (fault === 'dropBefore') {
      this.drop();
      return SILENCE;
    }
    const appended = this.log.append(stream, expected, events);
    if (fault === 'dropAfter') this.drop();
    return fault === undefined ? appended : SILENCE;
  }
}

const expectedOf = (options: BatchAppendReq.Options): ExpectedRevision =>
  options.hasStreamPosition()
    ? Number(options.getStreamPosition())
    : options.hasNoStream()
      ? 'no_stream'
      : options.hasStreamExists()
        ? 'stream_exists'
        : 'any';

type Answered = Extract<Appended, { status: 'success' | 'wrongExpectedVersion' }>;

function appendAnswer(appended: Answered, expected: ExpectedRevision): AppendResp {
  if (appended.status === 'success') {
    const success = new AppendResp.Success();
    if (appended.revision < 0) success.setNoStream(nothing());
    else success.setCurrentRevision(`${appended.revision}`);
    if (appended.position === null) success.setNoPosition(nothing());
    else
      success.setPosition(
        new AppendResp.Position().setCommitPosition(`${appended.position}`).setPreparePosition(`${appended.position}`),
      );
    return new AppendResp().setSuccess(success);
  }
  const wrong = new AppendResp.WrongExpectedVersion();
  if (appended.current < 0) wrong.setCurrentNoStream(nothing());
  else wrong.setCurrentRevision(`${appended.current}`);
  if (expected === 'any') wrong.setExpectedAny(nothing());
  else if (expected === 'no_stream') wrong.setExpectedNoStream(nothing());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(nothing());
  else wrong.setExpectedRevision(`${expected}`);
  return new AppendResp().setWrongExpectedVersion(wrong);
}

function batchAnswer(
  answer: BatchAppendResp,
  stream: string,
  appended: Appended,
  expected: ExpectedRevision,
): BatchAppendResp {
  if (appended.status !== 'success') return answer.setError(batchError(stream, appended, expected));
  const success = new BatchAppendResp.Success();
  if (appended.revision < 0) success.setNoStream(new ProtobufEmpty());
  else success.setCurrentRevision(`${appended.revision}`);
  if (appended.position === null) success.setNoPosition(new ProtobufEmpty());
  else success.setPosition(allPosition(appended.position));
  return answer.setSuccess(success);
}

type Refused = Exclude<Appended, { status: 'success' }>;

function batchError(stream: string, refused: Refused, expected: ExpectedRevision): Status {
  switch (refused.status) {
    case 'wrongExpectedVersion': {
      const wrong = new WrongExpectedVersion();
      if (refused.current < 0) wrong.setCurrentNoStream(new ProtobufEmpty());
      else wrong.setCurrentStreamRevision(`${refused.current}`);
      if (expected === 'any') wrong.setExpectedAny(new ProtobufEmpty());
      else if (expected === 'no_stream') wrong.setExpectedNoStream(new ProtobufEmpty());
      else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new ProtobufEmpty());
      else wrong.setExpectedStreamPosition(`${expected}`);
      return status(6, 'WrongExpectedVersion', 'WrongExpectedVersion', wrong.serializeBinary());
    }
    case 'streamDeleted': {
      const deleted = new StreamDeleted().setStreamIdentifier(identifier(stream));
      return status(5, 'StreamDeleted', 'StreamDeleted', deleted.serializeBinary());
    }
    case 'tooLarge': {
      const large = new MaximumAppendSizeExceeded().setMaxappendsize(LARGEST_APPEND);
      return status(3, 'MaximumAppendSizeExceeded', 'MaximumAppendSizeExceeded', large.serializeBinary());
    }
    case 'badRequest':
      return status(3, refused.message, 'BadRequest', new BadRequest().setMessage(refused.message).serializeBinary());
  }
}

function status(code: 2 | 3 | 4 | 5 | 6, message: string, type: string, details: Uint8Array): Status {
  const packed = new Any();
  packed.pack(details, `event_store.client.${type}`);
  return new Status().setCode(code).setMessage(message).setDetails(packed);
}
