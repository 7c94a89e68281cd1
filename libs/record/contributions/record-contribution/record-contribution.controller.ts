import { Controller, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires } from '@fil/people/tokens/requires';
import { ApiJsonBody, JsonBody } from '@fil/ui/http/json-body';
import { answerRecorded, type RecordedAnswer } from '@fil/ui/http/recorded-reply';
import { Requested, type RequestedBy } from '../../deciding/by-request';
import {
  RecordContribution,
  recordContributionInput,
  type RecordContributionInput,
  type RecordedContributionAnswer,
} from './record-contribution.command';

@ApiTags('contributions')
@Controller('api/v1/contributions')
export class RecordContributionController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Requires('contributions')
  @ApiOperation({
    summary: 'Record a contribution',
    description: 'The answer holds `authorKey`, once: give it to the author, it is kept nowhere.',
  })
  @ApiJsonBody(recordContributionInput)
  async record(
    @JsonBody(recordContributionInput) body: RecordContributionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer & { authorKey?: string }> {
    const recorded: RecordedContributionAnswer = await this.commands.execute(new RecordContribution(body, requested));
    // Who holds the key acts as the author: no cache may keep it.
    void reply.header('cache-control', 'no-store');
    answerRecorded(reply, recorded);
    return recorded;
  }
}
