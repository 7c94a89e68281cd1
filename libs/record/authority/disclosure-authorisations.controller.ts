import { Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { Requires } from '@fil/people/tokens/requires';
import { ApiJsonBody, JsonBody } from '@fil/ui/http/json-body';
import { answerRecorded, type RecordedAnswer } from '@fil/ui/http/recorded-reply';
import { Requested, type RequestedBy } from '../deciding/by-request';
import { ObjectIdParam } from '../deciding/object-id-param';
import {
  EndDisclosureAuthorisation,
  endDisclosureAuthorisationInput,
  type EndDisclosureAuthorisationInput,
} from './end-disclosure-authorisation/end-disclosure-authorisation.command';
import {
  GiveDisclosureAuthorisation,
  giveDisclosureAuthorisationInput,
  type GiveDisclosureAuthorisationInput,
} from './give-disclosure-authorisation/give-disclosure-authorisation.command';

@ApiTags('authorities')
@Controller('api/v1/authorities')
export class DisclosureAuthorisationsController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/disclosure-authorisations')
  @Requires('authority')
  @ApiOperation({ summary: 'Allow certain field reports to be disclosed, in advance' })
  @ApiJsonBody(giveDisclosureAuthorisationInput)
  async give(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @JsonBody(giveDisclosureAuthorisationInput) body: GiveDisclosureAuthorisationInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new GiveDisclosureAuthorisation(id, body, requested)));
  }

  @Post(':id/disclosure-authorisations/:code/endings')
  @Requires('authority')
  @ApiOperation({ summary: 'End a disclosure authorisation before its term' })
  @ApiJsonBody(endDisclosureAuthorisationInput)
  async end(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @Param('code') code: string,
    @JsonBody(endDisclosureAuthorisationInput) body: EndDisclosureAuthorisationInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(
      reply,
      await this.commands.execute(new EndDisclosureAuthorisation(id, code, body, requested)),
    );
  }
}
