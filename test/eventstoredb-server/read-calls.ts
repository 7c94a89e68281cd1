/** Read: of a stream or of all, forwards or backwards, once or as a subscription. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import { ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { EventLog, KeptRecord } from './event-log';
import type { Faults } from './faults';
import type { NodeRole } from './node-role';
import {
  caughtUp,
  checkpoint,
  confirmation,
  eventMessage,
  invalid,
  streamDeleted,
  streamName,
  streamNotFound,
} from './messages';

type ReadCall = ServerWritableStream<ReadReq, ReadResp>;
const PAGE = 32;
const BACKWARDS = ReadReq.Options.ReadDirection.BACKWARDS;

export class ReadCalls {
  constructor(
    private readonly log: EventLog,
    private readonly faults: Faults,
    private readonly role: NodeRole,
  ) {}

  readonly read: handleServerStreamingCall<ReadReq, ReadResp> = (call) => {
    const options = call.request.getOptions()!;
    const backwards = options.getReadDirection() === BACKWARDS;
    call.on('error', () => undefined);
    const refusal = this.role.refusal(call.metadata);
    if (refusal) return void call.emit('error', refusal);
    if (options.hasStream() && options.hasFilter()) return void call.emit('error', invalid('a stream is not filtered'));
    if (options.hasSubscription() && backwards)
      return void call.emit('error', invalid('a subscription reads forwards'));
    void (options.hasSubscription() ? this.subscribe(call, options) : this.readOnce(call, options, backwards));
  };

  private async readOnce(call: ReadCall, options: ReadReq.Options, backwards: boolean): Promise<void> {
    if (this.faults.delay.read > 0) await sleep(this.faults.delay.read);
    let records: readonly KeptRecord[];
    if (options.hasStream()) {
      const from = options.getStream()!;
      const stream = streamName(from.getStreamIdentifier());
      if (this.log.isTombstoned(stream)) return void call.emit('error', streamDeleted(stream));
      const kept = this.log.stream(stream);
      if (kept.length === 0) {
        call.write(streamNotFound(stream));
        return void call.end();
      }
      const first = from.hasStart() ? 0 : from.hasEnd() ? kept.length - 1 : Number(from.getRevision());
      // Forwards from the end of a stream is nothing.
      records = backwards ? kept.slice(0, first + 1).reverse() : from.hasEnd() ? [] : kept.slice(first);
    } else {
      const from = options.getAll()!;
      const all = this.log.records;
      const place = from.hasStart() ? 0 : from.hasEnd() ? all.length : this.placeAt(from.getPosition()!, false);
      records = backwards ? all.slice(0, place).reverse() : all.slice(place);
    }
    const count = Number(options.getCount());
    for (const record of records.slice(0, count)) if (!(await send(call, eventMessage(record)))) return;
    call.end();
  }

  private async subscribe(call: ReadCall, options: ReadReq.Options): Promise<void> {
    const source = options.hasAll() ? this.allAfter(options) : this.streamAfter(options);
    const interval = PAGE * (options.getFilter()?.getCheckpointintervalmultiplier() ?? 0);
    let considered = 0;
    let live = false;
    let wake = (): void => undefined;
    const stopListening = this.log.onGrowth(() => wake());
    call.on('close', () => wake());
    call.on('cancelled', () => wake());
    call.write(confirmation(randomUUID()));
    try {
      while (!call.cancelled && !call.destroyed) {
        const page = source.next();
        let matched: KeptRecord | undefined;
        for (const record of page) {
          considered++;
          const matches = source.matches(record);
          if (matches) {
            matched = record;
            await this.faults.beforeDelivery();
            if (!(await send(call, eventMessage(record)))) return;
          }
          if (live && interval > 0 && considered % interval === 0)
            await send(call, checkpoint(record.position, record.position));
        }
        if (!live && interval > 0 && considered >= interval && page.length > 0) {
          considered = 0;
          const start = page[0]!.position;
          // The page's start is told with a prepare position of its own: to be treated as opaque.
          await send(call, matched ? checkpoint(matched.position, matched.position) : checkpoint(start, 0n));
        }
        if (page.length > 0) continue;
        if (!live && source.exists()) {
          live = true;
          considered = 0;
          await send(call, caughtUp());
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (source.hasMore() || call.cancelled) resolve();
        });
      }
    } finally {
      stopListening();
    }
  }

  private allAfter(options: ReadReq.Options): Source {
    const from = options.getAll()!;
    const { records } = this.log;
    let place = from.hasStart() ? 0 : from.hasEnd() ? records.length : this.placeAt(from.getPosition()!, true);
    return {
      next: () => {
        const page = records.slice(place, place + PAGE);
        place += page.length;
        return page;
      },
      hasMore: () => place < records.length,
      exists: () => true,
      matches: filterOf(options.getFilter()),
    };
  }

  private streamAfter(options: ReadReq.Options): Source {
    const from = options.getStream()!;
    const stream = streamName(from.getStreamIdentifier());
    const kept = (): readonly KeptRecord[] => this.log.stream(stream);
    let place = from.hasStart() ? 0 : from.hasEnd() ? kept().length : Number(from.getRevision()) + 1;
    return {
      next: () => {
        const page = kept().slice(place, place + PAGE);
        place += page.length;
        return page;
      },
      hasMore: () => place < kept().length,
      // 23.10 says nothing of a stream that is not there yet.
      exists: () => kept().length > 0,
      matches: () => true,
    };
  }

  /** @param exclusive a subscription begins after the position, a read at it */
  private placeAt(position: ReadReq.Options.Position, exclusive: boolean): number {
    const commit = BigInt(position.getCommitPosition());
    const prepare = BigInt(position.getPreparePosition());
    const place = this.log.placeOf(commit);
    const at = this.log.records[place];
    return exclusive && at?.position === commit && prepare >= at.position ? place + 1 : place;
  }
}

interface Source {
  next(): readonly KeptRecord[];
  hasMore(): boolean;
  exists(): boolean;
  matches(record: KeptRecord): boolean;
}

function filterOf(filter: ReadReq.Options.FilterOptions | undefined): Source['matches'] {
  if (!filter) return () => true;
  const byType = filter.hasEventType();
  const expression = (byType ? filter.getEventType() : filter.getStreamIdentifier())!;
  const prefixes = expression.getPrefixList();
  const regex = expression.getRegex() === '' ? null : new RegExp(expression.getRegex());
  return ({ type, stream }) => {
    const name = byType ? type : stream;
    return regex ? regex.test(name) : prefixes.some((prefix) => name.startsWith(prefix));
  };
}

/** False when the call is over. */
async function send(call: ReadCall, message: ReadResp): Promise<boolean> {
  if (call.cancelled || call.destroyed) return false;
  if (!call.write(message))
    await new Promise<void>((resolve) => {
      const go = (): void => {
        call.off('drain', go).off('close', go).off('cancelled', go);
        resolve();
      };
      call.on('drain', go).on('close', go).on('cancelled', go);
    });
  return !call.cancelled && !call.destroyed;
}
