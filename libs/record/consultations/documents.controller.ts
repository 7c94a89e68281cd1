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
  PublishDocument,
  publishDocumentInput,
  type PublishDocumentInput,
} from './publish-document/publish-document.command';
import {
  ContestLabel,
  contestLabelAsAuthorInput,
  contestLabelInput,
  type ContestLabelAsAuthorInput,
  type ContestLabelInput,
} from './contest-label/contest-label.command';
import {
  SettleLabelContest,
  settleLabelContestInput,
  type SettleLabelContestInput,
} from './settle-label-contest/settle-label-contest.command';
import { RecordFact, recordFactInput, type RecordFactInput } from './record-fact/record-fact.command';

/** What is held to be true in a consultation, and on which documents it rests. */
@ApiTags('consultations')
@Controller('api/v1/consultations')
export class DocumentsController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/documents')
  @Requires('consultations')
  @ApiOperation({ summary: 'Publish a document, as information or as communication' })
  @ApiJsonBody(publishDocumentInput)
  async publish(
    @Param('id', ObjectIdParam('consultation')) id: ObjectId<'consultation'>,
    @JsonBody(publishDocumentInput) body: PublishDocumentInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new PublishDocument(id, body, requested)));
  }

  @Post(':id/label-contests')
  @Requires('consultations')
  @ApiOperation({ summary: 'Contest, as guarantor or member of a committee, that a document is information' })
  @ApiJsonBody(contestLabelInput)
  async contestLabel(
    @Param('id', ObjectIdParam('consultation')) id: ObjectId<'consultation'>,
    @JsonBody(contestLabelInput) body: ContestLabelInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ContestLabel(id, body, requested)));
  }

  @Post(':id/label-contests/by-author')
  @ApiOperation({ summary: 'Contest, as the author of a contribution, that a document is information' })
  @ApiJsonBody(contestLabelAsAuthorInput)
  async contestLabelAsAuthor(
    @Param('id', ObjectIdParam('consultation')) id: ObjectId<'consultation'>,
    @JsonBody(contestLabelAsAuthorInput) { contribution, authorKey, ...said }: ContestLabelAsAuthorInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    const author = { contribution, authorKey };
    return answerRecorded(reply, await this.commands.execute(new ContestLabel(id, said, requested, author)));
  }

  @Post(':id/label-settlements')
  @Requires('consultations')
  @ApiOperation({ summary: 'Settle a contest of a document’s label' })
  @ApiJsonBody(settleLabelContestInput)
  async settle(
    @Param('id', ObjectIdParam('consultation')) id: ObjectId<'consultation'>,
    @JsonBody(settleLabelContestInput) body: SettleLabelContestInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new SettleLabelContest(id, body, requested)));
  }

  @Post(':id/facts')
  @Requires('consultations')
  @ApiOperation({ summary: 'Record a fact: established, disputed, or a choice of values' })
  @ApiJsonBody(recordFactInput)
  async recordFact(
    @Param('id', ObjectIdParam('consultation')) id: ObjectId<'consultation'>,
    @JsonBody(recordFactInput) body: RecordFactInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RecordFact(id, body, requested)));
  }
}
