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
  AdoptDeadlineRule,
  adoptDeadlineRuleInput,
  type AdoptDeadlineRuleInput,
} from './adopt-deadline-rule/adopt-deadline-rule.command';
import { AdoptStartSet, adoptStartSetInput, type AdoptStartSetInput } from './adopt-start-set/adopt-start-set.command';
import {
  AmendDeadlineRule,
  amendDeadlineRuleInput,
  type AmendDeadlineRuleInput,
} from './amend-deadline-rule/amend-deadline-rule.command';
import {
  EndDeadlineRule,
  endDeadlineRuleInput,
  type EndDeadlineRuleInput,
} from './end-deadline-rule/end-deadline-rule.command';

@ApiTags('authorities')
@Controller('api/v1/authorities')
export class DeadlineRulesController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/deadline-rules')
  @Requires('authority')
  @ApiOperation({ summary: 'Adopt a deadline rule' })
  @ApiJsonBody(adoptDeadlineRuleInput)
  async adopt(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @JsonBody(adoptDeadlineRuleInput) body: AdoptDeadlineRuleInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AdoptDeadlineRule(id, body, requested)));
  }

  @Post(':id/deadline-rules/start-set')
  @Requires('authority')
  @ApiOperation({ summary: 'Adopt the usual deadline rules that have not been adopted, one event each' })
  @ApiJsonBody(adoptStartSetInput)
  async adoptStartSet(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @JsonBody(adoptStartSetInput) body: AdoptStartSetInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AdoptStartSet(id, body, requested)));
  }

  @Post(':id/deadline-rules/:code/amendments')
  @Requires('authority')
  @ApiOperation({ summary: 'Give a deadline rule its next version; running deadlines keep theirs' })
  @ApiJsonBody(amendDeadlineRuleInput)
  async amend(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @Param('code') code: string,
    @JsonBody(amendDeadlineRuleInput) body: AmendDeadlineRuleInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AmendDeadlineRule(id, code, body, requested)));
  }

  @Post(':id/deadline-rules/:code/endings')
  @Requires('authority')
  @ApiOperation({ summary: 'End a deadline rule; running deadlines remain' })
  @ApiJsonBody(endDeadlineRuleInput)
  async end(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @Param('code') code: string,
    @JsonBody(endDeadlineRuleInput) body: EndDeadlineRuleInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new EndDeadlineRule(id, code, body, requested)));
  }
}
