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
import { AmendMandate, amendMandateInput, type AmendMandateInput } from './amend-mandate/amend-mandate.command';
import { JoinAddressee, joinAddresseeInput, type JoinAddresseeInput } from './join-addressee/join-addressee.command';
import { PublishRules, publishRulesInput, type PublishRulesInput } from './publish-rules/publish-rules.command';
import { ExtendPeriod, extendPeriodInput, type ExtendPeriodInput } from './extend-period/extend-period.command';

/** What a consultation promises, and under which rules. */
@ApiTags('consultations')
@Controller('api/v1/consultations')
export class MandatesController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/amendments')
  @Requires('consultations')
  @ApiOperation({
    summary: 'Amend the mandate',
    description: 'Once the deposit was opened it names the opinion of the guarantor, once answers began the agreement.',
  })
  @ApiJsonBody(amendMandateInput)
  async amend(
    @Param('id', ObjectIdParam('consultation')) id: ObjectId<'consultation'>,
    @JsonBody(amendMandateInput) body: AmendMandateInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AmendMandate(id, body, requested)));
  }

  @Post(':id/addressees')
  @Requires('consultations')
  @ApiOperation({ summary: 'Let an authority join the addressees, with or without a promise' })
  @ApiJsonBody(joinAddresseeInput)
  async join(
    @Param('id', ObjectIdParam('consultation')) id: ObjectId<'consultation'>,
    @JsonBody(joinAddresseeInput) body: JoinAddresseeInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new JoinAddressee(id, body, requested)));
  }

  @Post(':id/rules')
  @Requires('consultations')
  @ApiOperation({ summary: 'Publish a version of the rules' })
  @ApiJsonBody(publishRulesInput)
  async publishRules(
    @Param('id', ObjectIdParam('consultation')) id: ObjectId<'consultation'>,
    @JsonBody(publishRulesInput) body: PublishRulesInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new PublishRules(id, body, requested)));
  }

  @Post(':id/extensions')
  @Requires('consultations')
  @ApiOperation({ summary: 'Extend the deposit period' })
  @ApiJsonBody(extendPeriodInput)
  async extend(
    @Param('id', ObjectIdParam('consultation')) id: ObjectId<'consultation'>,
    @JsonBody(extendPeriodInput) body: ExtendPeriodInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ExtendPeriod(id, body, requested)));
  }
}
