import { Controller, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires } from '@fil/people/tokens/requires';
import { ApiJsonBody, JsonBody } from '@fil/ui/http/json-body';
import { answerRecorded, type RecordedAnswer } from '@fil/ui/http/recorded-reply';
import { Requested, type RequestedBy } from '../deciding/by-request';
import { RefuseErasure, refuseErasureInput, type RefuseErasureInput } from './refuse-erasure/refuse-erasure.command';
import {
  officesRequestInput,
  RequestErasureOnBehalf,
  type OfficesRequestInput,
} from './request-erasure/request-erasure.command';
import { OrderErasure, orderErasureInput, type OrderErasureInput } from './order-erasure/order-erasure.command';

@ApiTags('erasures')
@Controller('api/v1/erasures')
export class ErasuresController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Requires('erasures')
  @ApiOperation({ summary: 'Order the erasure of sealed fields, or of everything of a person' })
  @ApiJsonBody(orderErasureInput)
  async order(
    @JsonBody(orderErasureInput) body: OrderErasureInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new OrderErasure(body, requested)));
  }

  @Post('requests')
  @Requires('erasures')
  @ApiOperation({ summary: 'Note that a person asked for an erasure, as the office that received it' })
  @ApiJsonBody(officesRequestInput)
  async request(
    @JsonBody(officesRequestInput) body: OfficesRequestInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RequestErasureOnBehalf(body, requested)));
  }

  @Post('refusals')
  @Requires('erasures')
  @ApiOperation({ summary: 'Refuse an erasure that was asked for, with the legal ground, such as public archives' })
  @ApiJsonBody(refuseErasureInput)
  async refuse(
    @JsonBody(refuseErasureInput) body: RefuseErasureInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RefuseErasure(body, requested)));
  }
}
