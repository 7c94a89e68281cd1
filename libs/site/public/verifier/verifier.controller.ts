import { createReadStream } from 'node:fs';
import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SiteSettings } from '@fil/ui/page/site-settings';

/**
 * The offline verifier of this release. Who doubts the site takes it from a committee or a witness, and compares the
 * hash printed on receipts; whoever starts a committee or a witness takes it here.
 */
@ApiExcludeController()
@Controller('verificateur')
export class VerifierController {
  constructor(private readonly site: SiteSettings) {}

  @Get(':name')
  file(@Param('name') name: string, @Res() reply: FastifyReply): void {
    const file = this.site.verifier.find((one) => one.name === name);
    if (!file) throw new NotFoundException();
    void reply
      .type('application/octet-stream')
      // Kept as a file: opened here, it would be under the policy of the site, which lets no script run.
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'public, max-age=3600')
      .header('etag', `"${file.sha256}"`)
      .send(createReadStream(file.path));
  }
}
