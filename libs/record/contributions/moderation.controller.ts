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
import { NotPublish, notPublishInput, type NotPublishInput } from './not-publish/not-publish.command';
import {
  DeclareInadmissible,
  declareInadmissibleInput,
  type DeclareInadmissibleInput,
} from './declare-inadmissible/declare-inadmissible.command';
import { LodgeAppeal, lodgeAppealInput, type LodgeAppealInput } from './lodge-appeal/lodge-appeal.command';
import {
  GiveOpinionOnAppeal,
  giveOpinionOnAppealInput,
  type GiveOpinionOnAppealInput,
} from './give-opinion-on-appeal/give-opinion-on-appeal.command';
import { DecideAppeal, decideAppealInput, type DecideAppealInput } from './decide-appeal/decide-appeal.command';
import { Redact, redactInput, type RedactInput } from './redact/redact.command';
import {
  AuthoriseDisclosure,
  authoriseDisclosureInput,
  type AuthoriseDisclosureInput,
} from './authorise-disclosure/authorise-disclosure.command';

@ApiTags('contributions')
@Controller('api/v1/contributions')
export class ModerationController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/non-publications')
  @Requires('contributions')
  @ApiOperation({ summary: 'Decide not to publish a contribution, on a legal ground' })
  @ApiJsonBody(notPublishInput)
  async notPublish(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(notPublishInput) body: NotPublishInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new NotPublish(id, body, requested)));
  }

  @Post(':id/inadmissibilities')
  @Requires('contributions')
  @ApiOperation({ summary: 'Declare a contribution inadmissible under an article of the rules' })
  @ApiJsonBody(declareInadmissibleInput)
  async declareInadmissible(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(declareInadmissibleInput) body: DeclareInadmissibleInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new DeclareInadmissible(id, body, requested)));
  }

  @Post(':id/appeals')
  @ApiOperation({ summary: 'Ask for a moderation decision to be re-examined, as the author' })
  @ApiJsonBody(lodgeAppealInput)
  async appeal(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(lodgeAppealInput) body: LodgeAppealInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new LodgeAppeal(id, body, requested)));
  }

  @Post(':id/guarantor-opinions')
  @Requires('guarantors')
  @ApiOperation({ summary: 'Give an opinion on a request for re-examination, as the guarantor' })
  @ApiJsonBody(giveOpinionOnAppealInput)
  async giveOpinion(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(giveOpinionOnAppealInput) body: GiveOpinionOnAppealInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new GiveOpinionOnAppeal(id, body, requested)));
  }

  @Post(':id/appeal-decisions')
  @Requires('contributions')
  @ApiOperation({ summary: 'Decide a request for re-examination' })
  @ApiJsonBody(decideAppealInput)
  async decideAppeal(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(decideAppealInput) body: DecideAppealInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new DecideAppeal(id, body, requested)));
  }

  @Post(':id/redactions')
  @Requires('contributions')
  @ApiOperation({ summary: 'Redact passages, showing another text instead' })
  @ApiJsonBody(redactInput)
  async redact(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(redactInput) body: RedactInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new Redact(id, body, requested)));
  }

  @Post(':id/disclosures')
  @Requires('contributions')
  @ApiOperation({ summary: 'Make public what had limited access, under an authorisation' })
  @ApiJsonBody(authoriseDisclosureInput)
  async disclose(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(authoriseDisclosureInput) body: AuthoriseDisclosureInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AuthoriseDisclosure(id, body, requested)));
  }
}
