/** The API as a client of it writes: supertest with the headers that matter here. */
import request, { type Response } from 'supertest';
import type { ActorRole } from '@fil/facts/kit/actor';
import type { RunningApp } from './running-app';

export interface Headers {
  readonly token?: string;
  /** Idempotency-Key. */
  readonly key?: string;
  /** If-Match. */
  readonly ifMatch?: string | number;
  readonly language?: 'fr' | 'en';
  readonly more?: Readonly<Record<string, string>>;
}

export class Api {
  constructor(
    private readonly running: RunningApp,
    /** Sent unless a call says otherwise. */
    private readonly defaults: Headers = {},
  ) {}

  /** For what no client may write, such as what the clock finds. */
  get register(): RunningApp['register'] {
    return this.running.register;
  }

  /** To act in another capacity: as a guarantor, or as the member of a committee. */
  async actingAs(role: ActorRole, body: string): Promise<Headers> {
    return { token: (await this.running.token({ role, body })).token };
  }

  as(headers: Headers): Api {
    return new Api(this.running, { ...this.defaults, ...headers });
  }

  post(path: string, body: object | string, headers: Headers = {}): Promise<Response> {
    return this.send('post', path, body, headers);
  }

  get(path: string, headers: Headers = {}): Promise<Response> {
    return this.send('get', path, undefined, headers);
  }

  /** @throws unless it was recorded for the first time */
  async record(path: string, body: object, headers: Headers = {}): Promise<Response> {
    const response = await this.post(path, body, headers);
    if (response.status !== 201) throw new Error(`POST ${path}: ${response.status} ${response.text}`);
    return response;
  }

  /** The id of the object just recorded. */
  async create(path: string, body: object, headers: Headers = {}): Promise<string> {
    return (await this.record(path, body, headers)).body.stream as string;
  }

  async send(
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    body: object | string | undefined,
    headers: Headers,
  ): Promise<Response> {
    const { token, key, ifMatch, language, more } = { ...this.defaults, ...headers };
    const call = request(this.running.app.getHttpServer())[method](path.startsWith('/') ? path : `/api/v1/${path}`);
    if (token !== undefined) void call.set('authorization', `Bearer ${token}`);
    if (key !== undefined) void call.set('idempotency-key', key);
    if (ifMatch !== undefined) void call.set('if-match', `"${ifMatch}"`);
    if (language !== undefined) void call.set('accept-language', language);
    if (typeof body === 'string') void call.set('content-type', 'application/json');
    for (const [name, value] of Object.entries(more ?? {})) void call.set(name, value);
    // Awaited here: a supertest call is sent when it is awaited.
    return await (body === undefined ? call : call.send(body));
  }
}
