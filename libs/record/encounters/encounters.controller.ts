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
import { PlanEncounter, planEncounterInput, type PlanEncounterInput } from './plan-encounter/plan-encounter.command';
import {
  PostponeEncounter,
  postponeEncounterInput,
  type PostponeEncounterInput,
} from './postpone-encounter/postpone-encounter.command';
import {
  CancelEncounter,
  cancelEncounterInput,
  type CancelEncounterInput,
} from './cancel-encounter/cancel-encounter.command';
import { AllocateSlips, allocateSlipsInput, type AllocateSlipsInput } from './allocate-slips/allocate-slips.command';
import { HoldEncounter, holdEncounterInput, type HoldEncounterInput } from './hold-encounter/hold-encounter.command';
import { CountSheets, countSheetsInput, type CountSheetsInput } from './count-sheets/count-sheets.command';
import { EnterSheets, enterSheetsInput, type EnterSheetsInput } from './enter-sheets/enter-sheets.command';
import {
  PublishMinutes,
  publishMinutesInput,
  type PublishMinutesInput,
} from './publish-minutes/publish-minutes.command';
import {
  HoldRestitution,
  holdRestitutionInput,
  type HoldRestitutionInput,
} from './hold-restitution/hold-restitution.command';

@ApiTags('encounters')
@Controller('api/v1/encounters')
export class EncountersController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Requires('encounters')
  @ApiOperation({ summary: 'Plan an encounter, or record one after the fact' })
  @ApiJsonBody(planEncounterInput)
  async plan(
    @JsonBody(planEncounterInput) body: PlanEncounterInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new PlanEncounter(body, requested)));
  }

  @Post(':id/postponements')
  @Requires('encounters')
  @ApiOperation({ summary: 'Postpone an encounter' })
  @ApiJsonBody(postponeEncounterInput)
  async postpone(
    @Param('id', ObjectIdParam('encounter')) id: ObjectId<'encounter'>,
    @JsonBody(postponeEncounterInput) body: PostponeEncounterInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new PostponeEncounter(id, body, requested)));
  }

  @Post(':id/cancellations')
  @Requires('encounters')
  @ApiOperation({ summary: 'Cancel an encounter' })
  @ApiJsonBody(cancelEncounterInput)
  async cancel(
    @Param('id', ObjectIdParam('encounter')) id: ObjectId<'encounter'>,
    @JsonBody(cancelEncounterInput) body: CancelEncounterInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new CancelEncounter(id, body, requested)));
  }

  @Post(':id/slip-blocks')
  @Requires('encounters')
  @ApiOperation({
    summary: 'Set apart numbers for slips to be printed',
    description: 'The numbers to print are at GET /api/v1/encounters/{id}/slips.',
  })
  @ApiJsonBody(allocateSlipsInput)
  async allocateSlips(
    @Param('id', ObjectIdParam('encounter')) id: ObjectId<'encounter'>,
    @JsonBody(allocateSlipsInput) body: AllocateSlipsInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AllocateSlips(id, body, requested)));
  }

  @Post(':id/holdings')
  @Requires('encounters')
  @ApiOperation({ summary: 'Record that an encounter took place' })
  @ApiJsonBody(holdEncounterInput)
  async hold(
    @Param('id', ObjectIdParam('encounter')) id: ObjectId<'encounter'>,
    @JsonBody(holdEncounterInput) body: HoldEncounterInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new HoldEncounter(id, body, requested)));
  }

  @Post(':id/sheet-counts')
  @Requires('encounters')
  @ApiOperation({ summary: 'Count the sheets handed in' })
  @ApiJsonBody(countSheetsInput)
  async countSheets(
    @Param('id', ObjectIdParam('encounter')) id: ObjectId<'encounter'>,
    @JsonBody(countSheetsInput) body: CountSheetsInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new CountSheets(id, body, requested)));
  }

  @Post(':id/sheet-entries')
  @Requires('encounters')
  @ApiOperation({ summary: 'Record how many sheets were entered' })
  @ApiJsonBody(enterSheetsInput)
  async enterSheets(
    @Param('id', ObjectIdParam('encounter')) id: ObjectId<'encounter'>,
    @JsonBody(enterSheetsInput) body: EnterSheetsInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new EnterSheets(id, body, requested)));
  }

  @Post(':id/minutes')
  @Requires('encounters')
  @ApiOperation({ summary: 'Publish the minutes of an encounter' })
  @ApiJsonBody(publishMinutesInput)
  async publishMinutes(
    @Param('id', ObjectIdParam('encounter')) id: ObjectId<'encounter'>,
    @JsonBody(publishMinutesInput) body: PublishMinutesInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new PublishMinutes(id, body, requested)));
  }

  @Post(':id/restitutions')
  @Requires('encounters')
  @ApiOperation({ summary: 'Record that what was said was reported back' })
  @ApiJsonBody(holdRestitutionInput)
  async holdRestitution(
    @Param('id', ObjectIdParam('encounter')) id: ObjectId<'encounter'>,
    @JsonBody(holdRestitutionInput) body: HoldRestitutionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new HoldRestitution(id, body, requested)));
  }
}
