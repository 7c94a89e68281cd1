import { Module } from '@nestjs/common';
import { CorrectEntryHandler } from './correct-entry/correct-entry.handler';
import { GivePlainTextHandler } from './give-plain-text/give-plain-text.handler';
import { TEXTS_CONTROLLERS } from './texts.controllers';
import { TranslateHandler } from './translate/translate.handler';

/** Use cases of every object; `DecisionTaker`, the vault and the command bus are global. */
@Module({
  controllers: TEXTS_CONTROLLERS,
  providers: [GivePlainTextHandler, TranslateHandler, CorrectEntryHandler],
})
export class TextsModule {}
