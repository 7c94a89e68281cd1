import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AggregateWithTexts } from '@fil/facts/events/text.events';
import { aggregateOf } from '@fil/facts/kit/aggregates';
import { Vault } from '@fil/log/vault/vault';
import { assistanceOf, unlessAssistanceOff } from '../../authority/assistance';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { originalOf } from '../derived-text';
import { written } from '../written.state';
import { Translate } from './translate.command';
import { decideTranslation } from './translate.decide';

@CommandHandler(Translate)
export class TranslateHandler implements ICommandHandler<Translate, Recorded> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly vault: Vault,
  ) {}

  async execute({ id, input, requested }: Translate): Promise<Recorded> {
    const original = await originalOf(this.decisions, this.vault, id, input);
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: written,
        reads: await assistanceOf(this.decisions, id, input),
        decide: (state, { assistance }, context) =>
          unlessAssistanceOff(
            decideTranslation(
              aggregateOf(id) as AggregateWithTexts,
              state,
              input,
              original,
              requested.by.actor,
              context,
            ),
            assistance,
            input,
          ),
      }),
    );
  }
}
