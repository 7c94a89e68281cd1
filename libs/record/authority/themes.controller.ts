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
import { AddTheme, addThemeInput, type AddThemeInput } from './add-theme/add-theme.command';
import { RenameTheme, renameThemeInput, type RenameThemeInput } from './rename-theme/rename-theme.command';
import { MergeTheme, mergeThemeInput, type MergeThemeInput } from './merge-theme/merge-theme.command';

@ApiTags('authorities')
@Controller('api/v1/authorities')
export class ThemesController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/themes')
  @Requires('authority')
  @ApiOperation({ summary: 'Add a theme' })
  @ApiJsonBody(addThemeInput)
  async add(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @JsonBody(addThemeInput) body: AddThemeInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AddTheme(id, body, requested)));
  }

  @Post(':id/themes/:code/renamings')
  @Requires('authority')
  @ApiOperation({ summary: 'Rename a theme' })
  @ApiJsonBody(renameThemeInput)
  async rename(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @Param('code') code: string,
    @JsonBody(renameThemeInput) body: RenameThemeInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RenameTheme(id, code, body, requested)));
  }

  @Post(':id/themes/:code/mergers')
  @Requires('authority')
  @ApiOperation({ summary: 'Merge a theme into another' })
  @ApiJsonBody(mergeThemeInput)
  async merge(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @Param('code') code: string,
    @JsonBody(mergeThemeInput) body: MergeThemeInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new MergeTheme(id, code, body, requested)));
  }
}
