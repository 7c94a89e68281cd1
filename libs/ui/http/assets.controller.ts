import { Controller, Get, Header, NotFoundException, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { icon, ICON_ADDRESS } from '../page/brand';
import { STYLESHEET_ADDRESS, stylesheet } from '../styles/stylesheet';

const ASSETS: Readonly<Record<string, { type: string; body: string; cache: string }>> = {
  [STYLESHEET_ADDRESS]: {
    type: 'text/css; charset=utf-8',
    body: stylesheet,
    cache: 'public, max-age=31536000, immutable',
  },
  [ICON_ADDRESS]: { type: 'image/svg+xml', body: icon, cache: 'public, max-age=86400' },
};

@ApiExcludeController()
@Controller()
export class AssetsController {
  @Get('assets/:name')
  asset(@Param('name') name: string, @Res() reply: FastifyReply): void {
    const asset = ASSETS[`/assets/${name}`];
    if (!asset) throw new NotFoundException();
    void reply.type(asset.type).header('cache-control', asset.cache).send(asset.body);
  }

  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(): string {
    return 'User-agent: *\nDisallow: /api/\nAllow: /\n';
  }
}
