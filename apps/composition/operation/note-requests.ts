import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { Metrics } from '@fil/log/metrics/metrics';

/** Asked every few seconds by machines: of no interest in a log. */
const ASKED_BY_MACHINES = /^\/(?:health|metrics)/;

/**
 * Times each answer and, if asked to, logs it. The route is its pattern, never the address: an address may hold what
 * somebody searched for. Neither the reader's own address nor her browser is kept.
 */
export function noteRequests(fastify: FastifyInstance, metrics: Metrics, log: boolean): void {
  const logger = new Logger('http');
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const { method } = request;
    const seconds = reply.elapsedTime / 1000;
    metrics.request.observe({ method, route, status: String(reply.statusCode) }, seconds);
    if (log && !ASKED_BY_MACHINES.test(route)) {
      logger.log({ method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
    }
    done();
  });
}
