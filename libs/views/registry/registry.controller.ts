import { createHash } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { eventCatalogue } from '@fil/facts/events/catalogue';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { isKnownTag } from '@fil/ui/http/known-tag';

/** Seconds it may be shown from a cache: it changes with a release only. */
const FRESH = 300;

const CATALOGUE = JSON.stringify(eventCatalogue(EVENT_SCHEMA));
const ETAG = `"${createHash('sha256').update(CATALOGUE).digest('base64url').slice(0, 22)}"`;

@ApiTags('registry')
@Controller('api/v1/registry')
export class RegistryController {
  @Get()
  @ApiOperation({
    summary: 'Every event of the register, with its versions and fields: what is in clear, what is sealed and for whom',
  })
  @ApiOkResponse({
    description: 'The catalogue of events',
    schema: {
      type: 'object',
      required: ['events', 'common'],
      properties: {
        events: {
          type: 'array',
          items: {
            type: 'object',
            required: ['type', 'name', 'version', 'aggregate', 'meaning', 'visibility', 'facts', 'sealed', 'earlier'],
            properties: {
              type: { type: 'string', description: 'Wire type, <aggregate>.<pastParticiple>/<version>' },
              name: { type: 'string' },
              version: { type: 'integer', minimum: 1 },
              aggregate: { type: 'string', description: 'First word of the stream’s name' },
              meaning: { type: 'object', properties: { fr: { type: 'string' }, en: { type: 'string' } } },
              visibility: { type: 'string', enum: ['opens', 'closes', 'withholds', 'restores'], nullable: true },
              facts: { type: 'object', description: 'In clear, by name', additionalProperties: { type: 'object' } },
              sealed: {
                type: 'object',
                description: 'Committed to, by name; each with its audience',
                additionalProperties: { type: 'object' },
              },
              earlier: { type: 'array', description: 'Earlier versions', items: { type: 'object' } },
            },
          },
        },
        common: {
          type: 'object',
          description: 'Facts that any event may carry',
          additionalProperties: { type: 'object' },
        },
      },
    },
  })
  @ApiResponse({ status: 304, description: 'The reader’s copy is still right' })
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    void reply.header('etag', ETAG).header('cache-control', `public, max-age=${FRESH}, must-revalidate`);
    if (isKnownTag(request.headers['if-none-match'], ETAG)) void reply.status(304).send();
    else void reply.type('application/json; charset=utf-8').send(CATALOGUE);
  }
}
