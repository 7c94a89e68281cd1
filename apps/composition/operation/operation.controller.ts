import { Controller, Get, Header, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Measuring } from './measuring';
import { Readiness } from './readiness';

/** For those who operate the register: orchestrators and Prometheus. */
@ApiExcludeController()
@Controller()
export class OperationController {
  constructor(
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(Measuring) private readonly measuring: Measuring,
  ) {}

  /** Whether the program answers at all: one that does not is started again. It asks nothing of the database. */
  @Get('health/live')
  @Header('cache-control', 'no-store')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** Whether it should be given work. */
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const { ready, missing, warnings, look } = await this.readiness.now();
    void reply.status(ready ? 200 : 503).header('cache-control', 'no-store');
    return { status: ready ? 'ready' : 'notReady', missing, warnings, ...look };
  }

  /** Not for the public: a request that came through a proxy is not answered. */
  @Get('metrics')
  async metrics(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { headers } = request;
    if (headers['x-forwarded-for'] ?? headers['forwarded'] ?? headers['via']) throw new NotFoundException();
    const text = await this.measuring.text();
    void reply.type(this.measuring.contentType).header('cache-control', 'no-store').send(text);
  }
}
