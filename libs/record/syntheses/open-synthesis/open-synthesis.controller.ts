import { Controller, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires } from '@fil/people/tokens/requires';
import { ApiJsonBody, JsonBody } from '@fil/ui/http/json-body';
import { answerRecorded, type RecordedAnswer } from '@fil/ui/http/recorded-reply';
import { Requested, type RequestedBy } from '../../deciding/by-request';
import { OpenSynthesis, openSynthesisInput, type OpenSynthesisInput } from './open-synthesis.command';

@ApiTags('syntheses')
@Controller('api/v1/syntheses')
export class OpenSynthesisController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Requires('syntheses')
  @ApiOperation({ summary: 'Open a synthesis, with its divergences' })
  @ApiJsonBody(openSynthesisInput)
  async open(
    @JsonBody(openSynthesisInput) body: OpenSynthesisInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new OpenSynthesis(body, requested)));
  }
}
