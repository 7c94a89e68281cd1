/** A witness over HTTP: few routes, small requests, and no patience with slow clients. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { witnessedCheckpointPath } from '@fil/log/transparency/add-checkpoint';
import type { CosignedCheckpoints } from './cosigned-checkpoints';
import type { WitnessMessage } from './witness-messages';
import type { Answer, Witness } from './witness';

export interface WitnessServerSettings {
  /** Path before its routes: empty, or `/` and more, without one at its end. */
  readonly prefix: string;
  /** Origins it answers for. */
  readonly origins: readonly string[];
  /** Milliseconds a client has to send its request. */
  readonly patience: number;
}

/** A proof of 63 hashes and a checkpoint with a hundred signatures take less. */
const LARGEST_BODY = 64 * 1024;
const MOST_CONNECTIONS = 256;
const TEXT = 'text/plain; charset=utf-8';

const NOT_FOUND: Answer = { status: 404, body: 'not found\n' };
const TOO_LARGE: Answer = { status: 413, body: 'too large\n' };
const FAILED: Answer = { status: 500, body: 'the witness cannot answer at the moment\n' };

/** Does not listen yet. @param tell told of requests that could not be handled */
export function witnessServer(
  witness: Witness,
  memory: CosignedCheckpoints,
  { prefix, origins, patience }: WitnessServerSettings,
  tell: (message: WitnessMessage) => void,
): Server {
  const monitored = new Map(origins.map((origin) => [`${prefix}/${witnessedCheckpointPath(origin)}`, origin]));

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { method, url = '' } = request;
    if (url === `${prefix}/add-checkpoint`) {
      if (method !== 'POST') return { status: 405, body: 'POST\n' };
      const body = await bodyOf(request);
      return body === null ? TOO_LARGE : witness.addCheckpoint(body);
    }
    const origin = monitored.get(url);
    if (origin === undefined) return NOT_FOUND;
    if (method !== 'GET' && method !== 'HEAD') return { status: 405, body: 'GET\n' };
    const last = await memory.last(origin);
    return last === null ? NOT_FOUND : { status: 200, body: last.note };
  }

  const server = createServer(
    {
      requestTimeout: patience,
      headersTimeout: patience,
      connectionsCheckingInterval: Math.min(1_000, patience),
      keepAliveTimeout: 5_000,
      maxHeaderSize: 8 * 1024,
    },
    (request, response) => {
      answer(request)
        .catch((error: unknown): Answer => {
          // A client that has gone needs no answer, and is no concern of the operator.
          if (!request.destroyed || request.complete) tell({ kind: 'failed', reason: String(error) });
          return FAILED;
        })
        .then((answered) => send(request, response, answered))
        .catch((error: unknown) => tell({ kind: 'failed', reason: String(error) }));
    },
  );
  server.maxConnections = MOST_CONNECTIONS;
  return server;
}

/** Null when it is too large. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let length = 0;
  // Not `for await`: leaving the loop would destroy the connection before the answer.
  return new Promise((resolve, reject) => {
    request.on('data', (piece: Buffer) => {
      length += piece.length;
      if (length <= LARGEST_BODY) pieces.push(piece);
      else resolve(null);
    });
    request.on('end', () => resolve(Buffer.concat(pieces)));
    request.on('error', reject);
  });
}

function send(request: IncomingMessage, response: ServerResponse, { status, body, type = TEXT }: Answer): void {
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.setHeader('cache-control', 'no-store');
  if (status === 405) response.setHeader('allow', body.trim());
  // What was not read to its end would be taken for the next request.
  if (!request.complete) response.setHeader('connection', 'close');
  response.end(body);
}
