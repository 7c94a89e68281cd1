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
import { AddTerritory, addTerritoryInput, type AddTerritoryInput } from './add-territory/add-territory.command';
import { EndTerritory, endTerritoryInput, type EndTerritoryInput } from './end-territory/end-territory.command';

@ApiTags('authorities')
@Controller('api/v1/authorities')
export class TerritoriesController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/territories')
  @Requires('authority')
  @ApiOperation({ summary: 'Add a territory: a municipality, or a part of one under a code of your own' })
  @ApiJsonBody(addTerritoryInput)
  async add(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @JsonBody(addTerritoryInput) body: AddTerritoryInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AddTerritory(id, body, requested)));
  }

  @Post(':id/territories/:code/endings')
  @Requires('authority')
  @ApiOperation({ summary: 'Record that a territory is no longer used' })
  @ApiJsonBody(endTerritoryInput)
  async end(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @Param('code') code: string,
    @JsonBody(endTerritoryInput) body: EndTerritoryInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new EndTerritory(id, code, body, requested)));
  }
}
