import { Controller, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires } from '@fil/people/tokens/requires';
import { ApiJsonBody, JsonBody } from '@fil/ui/http/json-body';
import { answerRecorded, type RecordedAnswer } from '@fil/ui/http/recorded-reply';
import { Requested, type RequestedBy } from '../../deciding/by-request';
import { RegisterDecision, registerDecisionInput, type RegisterDecisionInput } from './register-decision.command';

@ApiTags('decisions')
@Controller('api/v1/decisions')
export class RegisterDecisionController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Requires('decisions')
  @ApiOperation({ summary: 'Register a decision taken by a body or a function' })
  @ApiJsonBody(registerDecisionInput)
  async register(
    @JsonBody(registerDecisionInput) body: RegisterDecisionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RegisterDecision(body, requested)));
  }
}
