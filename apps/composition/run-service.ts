import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ExplainedError } from '@fil/facts/kit/explained-error';
import { isUnavailable } from '@fil/log/postgres/unavailable';
import { failureText } from '@fil/log/jobs/failure-text';
import { closeApplication, createApplication, loggerFor } from './application';
import { openRegister, type OpenRegister } from './open-register';
import { Readiness } from './operation/readiness';
import { untilReady } from './operation/until-ready';
import { settingsFrom, type Settings } from './settings';
import { untilAskedToStop } from './stop-signals';
import { WaitingRoom } from './waiting-room';

/** Milliseconds between two looks for a register or a database that is not there yet. */
const LOOK_AGAIN = 2_000;
/** Milliseconds in which it says that it will soon not answer, and still does. */
const NOTICE = 2_000;
/** Whatever happens, an orchestrator that asked for the end gets it: a little less than the 30 s most of them wait. */
const LONGEST_LEAVE = 25_000;

export interface Service {
  readonly name: string;
  readonly module: (register: OpenRegister, settings: Settings) => DynamicModule;
  /** What is to be done once the application is made. */
  readonly prepare: (app: NestFastifyApplication, register: OpenRegister) => Promise<void>;
  /** What is to be done once it is ready, before its first request. */
  readonly beforeFirst?: (app: NestFastifyApplication) => Promise<void>;
}

/**
 * A program of its own on a register that others work on too: waits for its database and for `fil init`, works, and when
 * it is asked to stop ends what it has begun.
 */
export function runService(service: Service): void {
  const settings = settingsFrom(process.env);
  Logger.overrideLogger(loggerFor(settings));
  const logger = new Logger(service.name);
  serve(service, settings, logger).then(
    () => process.exit(0),
    (error: unknown) => {
      logger.fatal(error instanceof Error ? error.stack : String(error));
      process.exit(1);
    },
  );
}

async function serve(
  { name, module, prepare, beforeFirst }: Service,
  settings: Settings,
  logger: Logger,
): Promise<void> {
  const { databaseUrl, host, port } = settings;
  if (databaseUrl === undefined)
    throw new Error(`${name} needs DATABASE_URL; for one program with everything: npm start`);
  const leaving = new AbortController();
  const asked = untilAskedToStop().then(() => {
    leaving.abort();
    setTimeout(() => {
      logger.error('it did not end in time');
      process.exit(1);
    }, LONGEST_LEAVE).unref();
  });
  const room = await WaitingRoom.open(settings, (why) => logger.warn(`waits: ${why}`));
  const register = await registerOnceThere(databaseUrl, settings, room, leaving.signal);
  if (!register) return room.close();
  const app = await createApplication(module(register, settings), settings, register.metrics);
  await prepare(app, register);
  const readiness = app.get(Readiness, { strict: false });
  await untilReady(readiness, (why) => room.waitFor(why), leaving.signal);
  await beforeFirst?.(app);
  await room.close();
  await app.listen(port, host);
  logger.log(`listens on ${host}:${new URL(await app.getUrl()).port}`);
  await asked;
  logger.log('is stopping');
  readiness.leave();
  await sleep(NOTICE);
  await closeApplication(app);
  await register.close();
}

/** Null when it was asked to stop before. @throws what waiting does not mend, such as a log kept in another engine */
async function registerOnceThere(
  databaseUrl: string,
  settings: Settings,
  room: WaitingRoom,
  leaving: AbortSignal,
): Promise<OpenRegister | null> {
  while (!leaving.aborted) {
    try {
      const register = await openRegister(databaseUrl, undefined, settings.eventStoreUrl, settings);
      if (register) return register;
      room.waitFor('there is no register here yet (fil init)');
    } catch (error) {
      // 'busy': such as a restore that is not finished.
      if (!isUnavailable(error) && !(error instanceof ExplainedError && error.kind === 'busy')) throw error;
      room.waitFor(failureText(error));
    }
    await sleep(LOOK_AGAIN, undefined, { signal: leaving }).catch(() => undefined);
  }
  return null;
}
