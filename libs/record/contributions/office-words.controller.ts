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
import { AcknowledgeContribution, acknowledgeInput, type AcknowledgeInput } from './acknowledge/acknowledge.command';
import { AnswerContest, answerContestInput, type AnswerContestInput } from './answer-contest/answer-contest.command';
import { AssignThemes, assignThemesInput, type AssignThemesInput } from './assign-themes/assign-themes.command';
import {
  CorrectRestatement,
  correctRestatementInput,
  type CorrectRestatementInput,
} from './correct-restatement/correct-restatement.command';
import {
  ReplaceAuthorKey,
  replaceAuthorKeyInput,
  type ReplaceAuthorKeyInput,
} from './replace-author-key/replace-author-key.command';
import { RestateContribution, restateInput, type RestateInput } from './restate/restate.command';
import { TranscribeContribution, transcribeInput, type TranscribeInput } from './transcribe/transcribe.command';
import {
  UpholdRestatement,
  upholdRestatementInput,
  type UpholdRestatementInput,
} from './uphold-restatement/uphold-restatement.command';
import type { RecordedContributionAnswer } from './record-contribution/record-contribution.command';

/** What an authority, or the guarantor, does with the words of a contribution. */
@ApiTags('contributions')
@Controller('api/v1/contributions')
export class OfficeWordsController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/transcriptions')
  @Requires('contributions')
  @ApiOperation({ summary: 'Transcribe what was said or written on paper' })
  @ApiJsonBody(transcribeInput)
  async transcribe(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(transcribeInput) body: TranscribeInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new TranscribeContribution(id, body, requested)));
  }

  @Post(':id/acknowledgements')
  @Requires('contributions')
  @ApiOperation({ summary: 'Acknowledge receipt of a contribution' })
  @ApiJsonBody(acknowledgeInput)
  async acknowledge(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(acknowledgeInput) body: AcknowledgeInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AcknowledgeContribution(id, body, requested)));
  }

  @Post(':id/themes')
  @Requires('contributions')
  @ApiOperation({ summary: 'Assign the themes of a contribution' })
  @ApiJsonBody(assignThemesInput)
  async assignThemes(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(assignThemesInput) body: AssignThemesInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AssignThemes(id, body, requested)));
  }

  @Post(':id/restatements')
  @Requires('contributions')
  @ApiOperation({ summary: 'Restate a contribution' })
  @ApiJsonBody(restateInput)
  async restate(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(restateInput) body: RestateInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RestateContribution(id, body, requested)));
  }

  @Post(':id/restatement-upholdings')
  @Requires('contributions')
  @ApiOperation({ summary: 'Uphold a disputed restatement' })
  @ApiJsonBody(upholdRestatementInput)
  async upholdRestatement(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(upholdRestatementInput) body: UpholdRestatementInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new UpholdRestatement(id, body, requested)));
  }

  @Post(':id/restatement-corrections')
  @Requires('contributions')
  @ApiOperation({ summary: 'Correct a restatement' })
  @ApiJsonBody(correctRestatementInput)
  async correctRestatement(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(correctRestatementInput) body: CorrectRestatementInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new CorrectRestatement(id, body, requested)));
  }

  @Post(':id/contest-answers')
  @Requires('contributions')
  @ApiOperation({ summary: 'Answer what the author contested, after a second look' })
  @ApiJsonBody(answerContestInput)
  async answerContest(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(answerContestInput) body: AnswerContestInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AnswerContest(id, body, requested)));
  }

  @Post(':id/author-keys')
  @Requires('guarantors')
  @ApiOperation({
    summary: 'Give the author another key, as the guarantor',
    description:
      'The answer holds `authorKey`, once: give it to the author, it is kept nowhere. The one before no longer works.',
  })
  @ApiJsonBody(replaceAuthorKeyInput)
  async replaceAuthorKey(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(replaceAuthorKeyInput) body: ReplaceAuthorKeyInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer & { authorKey?: string }> {
    const recorded: RecordedContributionAnswer = await this.commands.execute(new ReplaceAuthorKey(id, body, requested));
    // Who holds the key acts as the author: no cache may keep it.
    void reply.header('cache-control', 'no-store');
    answerRecorded(reply, recorded);
    return recorded;
  }
}
