import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendPage } from '@fil/ui/http/send-page';
import { frameOf } from '@fil/ui/page/frame';
import { SiteSettings } from '@fil/ui/page/site-settings';
import { visitOf } from '@fil/ui/page/visit';
import { AboutPage } from './about.page';
import { AccessibilityPage } from './accessibility.page';

@ApiExcludeController()
@Controller()
export class AboutController {
  constructor(private readonly site: SiteSettings) {}

  @Get('a-propos')
  about(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const visit = visitOf(request);
    sendPage(request, reply, visit, AboutPage({ frame: frameOf(visit, this.site) }), { cacheable: true });
  }

  @Get('accessibilite')
  accessibility(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const visit = visitOf(request);
    sendPage(request, reply, visit, AccessibilityPage({ frame: frameOf(visit, this.site) }), { cacheable: true });
  }
}
