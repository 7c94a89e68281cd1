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
import { ChangeSetting, changeSettingInput, type ChangeSettingInput } from './change-setting/change-setting.command';

@ApiTags('authorities')
@Controller('api/v1/authorities')
export class SettingsController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/settings')
  @Requires('authority')
  @ApiOperation({ summary: 'Change a setting of the authority' })
  @ApiJsonBody(changeSettingInput)
  async change(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @JsonBody(changeSettingInput) body: ChangeSettingInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ChangeSetting(id, body, requested)));
  }
}
