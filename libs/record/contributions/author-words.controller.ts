import { Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { ApiJsonBody, JsonBody } from '@fil/ui/http/json-body';
import { answerRecorded, type RecordedAnswer } from '@fil/ui/http/recorded-reply';
import { Requested, type RequestedBy } from '../deciding/by-request';
import { ObjectIdParam } from '../deciding/object-id-param';
import { CorrectText, correctTextInput, type CorrectTextInput } from './correct-text/correct-text.command';
import {
  DisputeRestatement,
  disputeRestatementInput,
  type DisputeRestatementInput,
} from './dispute-restatement/dispute-restatement.command';
import { FollowUp, followUpInput, type FollowUpInput } from './follow-up/follow-up.command';

/** What an author does with her own words: without a token, with her key. */
@ApiTags('contributions')
@Controller('api/v1/contributions')
export class AuthorWordsController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/text-corrections')
  @ApiOperation({ summary: 'Correct the text of a contribution, as its author' })
  @ApiJsonBody(correctTextInput)
  async correctText(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(correctTextInput) body: CorrectTextInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new CorrectText(id, body, requested)));
  }

  @Post(':id/restatement-disputes')
  @ApiOperation({ summary: 'Dispute how a contribution was restated, as its author' })
  @ApiJsonBody(disputeRestatementInput)
  async disputeRestatement(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(disputeRestatementInput) body: DisputeRestatementInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new DisputeRestatement(id, body, requested)));
  }

  @Post(':id/follow-ups')
  @ApiOperation({ summary: 'Say how it stands with what was declared done, as its author' })
  @ApiJsonBody(followUpInput)
  async followUp(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(followUpInput) body: FollowUpInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new FollowUp(id, body, requested)));
  }
}
