import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AggregateWithTexts } from '@fil/facts/events/text.events';
import { aggregateOf } from '@fil/facts/kit/aggregates';
import { Vault } from '@fil/log/vault/vault';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { originalOf } from '../derived-text';
import { written } from '../written.state';
import { GivePlainText } from './give-plain-text.command';
import { decidePlainText } from './give-plain-text.decide';

@CommandHandler(GivePlainText)
export class GivePlainTextHandler implements ICommandHandler<GivePlainText, Recorded> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly vault: Vault,
  ) {}

  async execute({ id, input, requested }: GivePlainText): Promise<Recorded> {
    const original = await originalOf(this.decisions, this.vault, id, input);
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: written,
        decide: (state, _, context) =>
          decidePlainText(aggregateOf(id) as AggregateWithTexts, state, input, original, requested.by.actor, context),
      }),
    );
  }
}
