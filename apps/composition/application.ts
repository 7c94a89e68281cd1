import { ConsoleLogger, type DynamicModule, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Metrics } from '@fil/log/metrics/metrics';
import { answerUnroutable } from '@fil/ui/http/reading-requests';
import { noteRequests } from './operation/note-requests';
import type { Settings } from './settings';

export const LARGEST_BODY = 1_000_000;
/** Milliseconds that requests under way have to end once the program is asked to stop. */
const LEAVE_TIME = 10_000;

/** Contexts in which Nest tells of each module and route at every start. */
const CHATTER: ReadonlySet<unknown> = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/** One JSON object a line, for a machine. */
class JsonLogger extends ConsoleLogger {
  constructor() {
    super({ json: true, logLevels: ['log', 'warn', 'error', 'fatal'] });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    if (!CHATTER.has(rest.at(-1))) super.log(message, ...rest);
  }
}

/** As the settings say: everything for a machine, or what a person should see. */
export const loggerFor = ({ logAsJson }: Settings): LoggerService =>
  logAsJson ? new JsonLogger() : new ConsoleLogger({ logLevels: ['warn', 'error', 'fatal'] });

/** A Nest application on Fastify that answers what is under way before it closes. */
export async function createApplication(
  module: DynamicModule,
  settings: Settings,
  metrics: Metrics,
): Promise<NestFastifyApplication> {
  // 'idle': the others are answered first. `true` would cut them off.
  const adapter = new FastifyAdapter({
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: 'idle',
    frameworkErrors: answerUnroutable,
    ...(settings.trustedProxies === undefined ? {} : { trustProxy: settings.trustedProxies }),
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: loggerFor(settings),
    bodyParser: false,
  });
  noteRequests(adapter.getInstance(), metrics, settings.logAsJson);
  return app;
}

/** After the requests under way; those that take too long are cut off. */
export async function closeApplication(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer();
  // A connection that becomes idle later would otherwise be kept alive until its reader lets go of it.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), LEAVE_TIME);
  try {
    await app.close();
  } finally {
    clearInterval(idle);
    clearTimeout(late);
  }
}
