import { Controller, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires } from '@fil/people/tokens/requires';
import { ApiJsonBody, JsonBody } from '@fil/ui/http/json-body';
import { answerRecorded, type RecordedAnswer } from '@fil/ui/http/recorded-reply';
import { Requested, type RequestedBy } from '../deciding/by-request';
import {
  RegisterAuthority,
  registerAuthorityInput,
  type RegisterAuthorityInput,
} from './register-authority/register-authority.command';

@ApiTags('authorities')
@Controller('api/v1/authorities')
export class AuthoritiesController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Requires('authority')
  @ApiOperation({ summary: 'Register an authority by its SIRET' })
  @ApiJsonBody(registerAuthorityInput)
  async register(
    @JsonBody(registerAuthorityInput) body: RegisterAuthorityInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RegisterAuthority(body, requested)));
  }
}
