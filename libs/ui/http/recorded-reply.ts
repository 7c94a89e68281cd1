import type { FastifyReply } from 'fastify';

/** Header, both ways: the size of the log that the answer to this request must include. */
export const SEEN_HEADER = 'fil-seen';

export interface RecordedAnswer {
  readonly stream: string;
  readonly revision: number;
  readonly size: number;
  readonly events: readonly { readonly id: string; readonly type: string }[];
  readonly duplicate: boolean;
  readonly pending: boolean;
}

/** 201 for a new record, 200 when it had been recorded before, 202 when it is stored and not yet in the log. */
export function answerRecorded(reply: FastifyReply, recorded: RecordedAnswer): RecordedAnswer {
  void reply.status(recorded.pending ? 202 : recorded.duplicate || recorded.events.length === 0 ? 200 : 201);
  void reply.header(SEEN_HEADER, String(recorded.size)).header('etag', `"${recorded.revision}"`);
  return recorded;
}
