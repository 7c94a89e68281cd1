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
  OpenConsultation,
  openConsultationInput,
  type OpenConsultationInput,
} from './open-consultation/open-consultation.command';
import { OpenDeposit, openDepositInput, type OpenDepositInput } from './open-deposit/open-deposit.command';
import { CloseDeposit, closeDepositInput, type CloseDepositInput } from './close-deposit/close-deposit.command';

@ApiTags('consultations')
@Controller('api/v1/consultations')
export class ConsultationsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Requires('consultations')
  @ApiOperation({ summary: 'Open a consultation with its mandate' })
  @ApiJsonBody(openConsultationInput)
  async open(
    @JsonBody(openConsultationInput) body: OpenConsultationInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new OpenConsultation(body, requested)));
  }

  @Post(':id/deposit-openings')
  @Requires('consultations')
  @ApiOperation({ summary: 'Open the deposit of contributions' })
  @ApiJsonBody(openDepositInput)
  async openDeposit(
    @Param('id', ObjectIdParam('consultation')) id: ObjectId<'consultation'>,
    @JsonBody(openDepositInput) body: OpenDepositInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new OpenDeposit(id, body, requested)));
  }

  @Post(':id/deposit-closings')
  @Requires('consultations')
  @ApiOperation({ summary: 'Close the deposit of contributions' })
  @ApiJsonBody(closeDepositInput)
  async closeDeposit(
    @Param('id', ObjectIdParam('consultation')) id: ObjectId<'consultation'>,
    @JsonBody(closeDepositInput) body: CloseDepositInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new CloseDeposit(id, body, requested)));
  }
}
