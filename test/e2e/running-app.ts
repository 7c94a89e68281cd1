/** The real application on a fresh database: Nest, Fastify and PostgreSQL, as `npm start` composes them. */
import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiTokens } from '@fil/people/tokens/api-tokens';
import type { ActorRole } from '@fil/facts/kit/actor';
import { SCOPES, type Scope } from '@fil/people/tokens/principal';
import { openRegister, type OpenRegister } from '../../apps/composition/open-register';
import { settingsFrom } from '../../apps/composition/settings';
import { serve } from '../../apps/standalone/serve';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database';
import { TOWN_SIRET } from './town-siret';

export interface RunningApp {
  readonly app: NestFastifyApplication;
  readonly register: OpenRegister;
  readonly databaseUrl: string;
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly url: string;
  /** A token of its own; with no scopes named it has all. */
  token(as?: {
    role?: ActorRole;
    body?: string | null;
    scopes?: readonly Scope[];
  }): Promise<{ id: string; token: string }>;
  logSize(): Promise<number>;
  close(): Promise<void>;
}

/**
 * @param demonstration whether it is filled with the invented commune before it listens
 * @param eventStoreUrl of an EventStoreDB to keep its events in
 * @param environment further settings
 * @param database to use instead of one of the test server
 */
export async function startApp({
  demonstration = false,
  eventStoreUrl,
  environment = {},
  database: given,
}: {
  demonstration?: boolean;
  eventStoreUrl?: string;
  environment?: Readonly<Record<string, string>>;
  database?: TestDatabase;
} = {}): Promise<RunningApp> {
  const database = given ?? (await createTestDatabase());
  const settings = settingsFrom({ PORT: '0', FIL_DATA: process.env.FIL_DATA, ...environment });
  const opened = await openRegister(
    database.url,
    {
      origin: `test.invalid/${randomBytes(6).toString('hex')}`,
      demonstration,
      authoritySiret: demonstration ? null : TOWN_SIRET,
    },
    eventStoreUrl,
    settings,
  );
  const register = opened!;
  const app = await serve(register, settings, () => undefined);
  return {
    app,
    register,
    databaseUrl: database.url,
    url: await app.getUrl(),
    token: ({ role = 'official', body = null, scopes = SCOPES } = {}) =>
      app.get(ApiTokens, { strict: false }).create({ name: 'test', role, body, scopes }),
    logSize: () => register.store.size(),
    close: async () => {
      await app.close();
      await register.close();
      await database.drop();
    },
  };
}
