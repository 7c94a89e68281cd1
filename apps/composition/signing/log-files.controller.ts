import { Controller, Get, Header, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LogFiles } from '@fil/log/checkpoints/log-files';

const PREFIX = '/log/';
const A_YEAR = 'public, max-age=31536000, immutable';

/**
 * The signed log, for mirrors, witnesses and verifiers (C2SP tlog-tiles). Pages of others may read it: it is public, and
 * whoever checks the register should not have to load the register's own pages.
 */
@ApiExcludeController()
@Controller('log')
export class LogFilesController {
  constructor(@Inject(LogFiles) private readonly files: LogFiles) {}

  @Get('checkpoint')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'public, max-age=2')
  @Header('access-control-allow-origin', '*')
  async checkpoint(): Promise<string> {
    const note = await this.files.checkpoint();
    if (note === null) throw new NotFoundException();
    return note;
  }

  /** What there is under one spelling has no other: the address is read as it was sent. */
  @Get('tile/*')
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = request.url.split('?', 1)[0]!;
    const bytes = path.startsWith(PREFIX) ? await this.files.file(path.slice(PREFIX.length)) : null;
    if (bytes === null) throw new NotFoundException();
    void reply
      .type('application/octet-stream')
      .header('cache-control', A_YEAR)
      .header('access-control-allow-origin', '*')
      .send(bytes);
  }
}
