/** One piece of the log on one table: what changes, in the transaction that moves the cursor. */
import type { PoolClient } from 'pg';
import { corrected } from '@fil/facts/figures/corrected';
import type { EventTableWriter } from './event-table-writer';
import { feedAgain, outdated } from './feed-again';
import {
  begunIn,
  type ChangedObject,
  correctedIn,
  eventsByStream,
  evolveThrough,
  isConcerned,
  reopenedBy,
} from './fold-batch';
import type { OpenedBatch, WholeStream } from './log-batches';
import type { Fold } from './projection';
import type { TableWriter } from './table-writer';

export interface Piece {
  readonly batch: OpenedBatch;
  /** The events to apply: those of the batch, or the first of them. */
  readonly events: OpenedBatch['events'];
  /** Size after them. */
  readonly size: number;
  readonly begun: ReadonlySet<string>;
  readonly reopened: ReadonlyMap<string, number>;
  readonly corrected: ReadonlySet<string>;
}

/** The same for every projection that applies the same events: found once. */
const PIECES = new WeakMap<OpenedBatch['events'], Piece>();

export function pieceOf(batch: OpenedBatch, events: OpenedBatch['events']): Piece {
  const known = PIECES.get(events);
  if (known) return known;
  const size = events.at(-1)!.index + 1;
  const piece = {
    batch,
    events,
    size,
    begun: begunIn(events),
    reopened: reopenedBy(events, batch.schema),
    corrected: correctedIn(events),
  };
  PIECES.set(events, piece);
  return piece;
}

/** Of the objects whose words changed, those that were there before and that a table is about. */
const reopenedBefore = ({ reopened, begun }: Piece, concerns: (stream: string) => boolean): Map<string, number> =>
  new Map([...reopened].filter(([stream]) => !begun.has(stream) && concerns(stream)));

/** Of the objects of which an entry is corrected, those that were there before and that a table is about. */
const wrongBeforeIn = ({ corrected: wrong, begun }: Piece, concerns: (stream: string) => boolean): string[] =>
  [...wrong].filter((stream) => !begun.has(stream) && concerns(stream));

export async function changesOf(
  client: PoolClient,
  fold: Fold,
  writer: TableWriter<unknown>,
  piece: Piece,
): Promise<ChangedObject[]> {
  const { batch, events, size, begun } = piece;
  const concerns = (stream: string): boolean => stream.startsWith(`${fold.aggregate}-`);
  const byStream = eventsByStream(fold, piece.corrected.size > 0 ? corrected(events) : events);
  const reopened = reopenedBefore(piece, concerns);
  const wrongBefore = wrongBeforeIn(piece, concerns);
  const known = [...byStream.keys()].filter((stream) => !begun.has(stream));
  const rows = await writer.load(client, [...new Set([...known, ...reopened.keys()])]);
  const outOfDate = outdated(reopened, (stream) => rows.get(stream)?.openedAt);
  const fed = await feedAgain(batch, [...new Set([...outOfDate, ...wrongBefore])], size);
  const changes = [...fed].map(([stream, again]) => anew(fold, stream, again));
  for (const [stream, own] of byStream) {
    if (fed.has(stream)) continue;
    const row = rows.get(stream);
    const before = row?.state;
    const after = evolveThrough(fold, before, own);
    if (after === before || after === undefined || (after === null && !row)) continue;
    changes.push({ stream, openedAt: Math.min(row?.openedAt ?? batch.openedAt, batch.openedAt), before, after });
  }
  return changes;
}

function anew(fold: Fold, stream: string, { events, openedAt }: WholeStream): ChangedObject {
  const own = corrected(events).filter((event) => isConcerned(fold, event));
  return { stream, openedAt, before: undefined, after: evolveThrough(fold, undefined, own) ?? null };
}

export async function writeEvents(client: PoolClient, writer: EventTableWriter, piece: Piece): Promise<void> {
  const reopened = reopenedBefore(piece, (stream) => writer.concerns(stream));
  const openings = await writer.openings(client, [...reopened.keys()]);
  const outOfDate = outdated(reopened, (stream) => openings.get(stream));
  const wrongBefore = wrongBeforeIn(piece, (stream) => writer.concerns(stream));
  const fed = await feedAgain(piece.batch, [...new Set([...outOfDate, ...wrongBefore])], piece.size);
  await writer.write(client, piece.events, piece.batch.openedAt, fed);
}
