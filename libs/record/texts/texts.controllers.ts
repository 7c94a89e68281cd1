import { Controller, Param, Post, Res, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CORRECTABLE_AGGREGATES, type CorrectableAggregate } from '@fil/facts/events/correction.events';
import { AGGREGATES_WITH_TEXTS, type AggregateWithTexts } from '@fil/facts/events/text.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { Requires } from '@fil/people/tokens/requires';
import { ApiJsonBody, JsonBody } from '@fil/ui/http/json-body';
import { answerRecorded, type RecordedAnswer } from '@fil/ui/http/recorded-reply';
import { Requested, type RequestedBy } from '../deciding/by-request';
import { ObjectIdParam } from '../deciding/object-id-param';
import { CorrectEntry, correctEntryInput, type CorrectEntryInput } from './correct-entry/correct-entry.command';
import { GivePlainText, givePlainTextInput, type GivePlainTextInput } from './give-plain-text/give-plain-text.command';
import { ROOMS } from './rooms';
import { Translate, translateInput, type TranslateInput } from './translate/translate.command';

/** An operation's name in the OpenAPI document is made from its class: each has its own. */
const named = (controller: Type, name: string): Type => Object.defineProperty(controller, 'name', { value: name });

function textsOf(aggregate: AggregateWithTexts): Type {
  const { path, scope } = ROOMS[aggregate];

  @ApiTags(path)
  @Controller(`api/v1/${path}`)
  class TextsController {
    constructor(private readonly commands: CommandBus) {}

    @Post(':id/plain-texts')
    @Requires(scope)
    @ApiOperation({ summary: 'Give one of its texts in plain words' })
    @ApiJsonBody(givePlainTextInput)
    async givePlainText(
      @Param('id', ObjectIdParam(aggregate)) id: ObjectId<AggregateWithTexts>,
      @JsonBody(givePlainTextInput) body: GivePlainTextInput,
      @Requested() requested: RequestedBy,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<RecordedAnswer> {
      return answerRecorded(reply, await this.commands.execute(new GivePlainText(id, body, requested)));
    }

    @Post(':id/translations')
    @Requires(scope)
    @ApiOperation({ summary: 'Translate one of its texts' })
    @ApiJsonBody(translateInput)
    async translate(
      @Param('id', ObjectIdParam(aggregate)) id: ObjectId<AggregateWithTexts>,
      @JsonBody(translateInput) body: TranslateInput,
      @Requested() requested: RequestedBy,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<RecordedAnswer> {
      return answerRecorded(reply, await this.commands.execute(new Translate(id, body, requested)));
    }
  }
  return named(TextsController, `${aggregate}Texts`);
}

function entriesOf(aggregate: CorrectableAggregate): Type {
  const { path, scope } = ROOMS[aggregate];
  const schema = correctEntryInput(aggregate);

  @ApiTags(path)
  @Controller(`api/v1/${path}`)
  class EntriesController {
    constructor(private readonly commands: CommandBus) {}

    @Post(':id/entry-corrections')
    @Requires(scope)
    @ApiOperation({ summary: 'Correct an error of entry' })
    @ApiJsonBody(schema)
    async correct(
      @Param('id', ObjectIdParam(aggregate)) id: ObjectId<CorrectableAggregate>,
      @JsonBody(schema) body: CorrectEntryInput,
      @Requested() requested: RequestedBy,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<RecordedAnswer> {
      return answerRecorded(reply, await this.commands.execute(new CorrectEntry(id, body, requested)));
    }
  }
  return named(EntriesController, `${aggregate}Entries`);
}

/** One of each per kind of object: the same use cases at the address of every object. */
export const TEXTS_CONTROLLERS: Type[] = [
  ...AGGREGATES_WITH_TEXTS.map(textsOf),
  ...CORRECTABLE_AGGREGATES.map(entriesOf),
];
