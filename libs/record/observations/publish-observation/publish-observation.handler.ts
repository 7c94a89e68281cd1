import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { aggregateOf } from '@fil/facts/kit/aggregates';
import type { Text } from '@fil/facts/kit/sealed-fields';
import { readable, Vault, type Opened } from '@fil/log/vault/vault';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { observed } from '../observation.state';
import { PublishObservation } from './publish-observation.command';
import { decideObservationPublished } from './publish-observation.decide';

@CommandHandler(PublishObservation)
export class PublishObservationHandler implements ICommandHandler<PublishObservation, Recorded> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly vault: Vault,
  ) {}

  async execute({ id, input, requested }: PublishObservation): Promise<Recorded> {
    const left = await this.wordsOf(id, input.observation);
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: observed,
        decide: (state, _, context) =>
          decideObservationPublished(aggregateOf(id) as 'decision' | 'commitment', state, input, left, context),
      }),
    );
  }

  private async wordsOf(id: string, observation: string): Promise<Text | undefined> {
    const event = (await this.decisions.load(id)).find((one) => one.id === observation);
    if (!event) return undefined;
    const [opened] = await this.vault.open([event], 'office');
    return readable(opened!.words['text'] as Opened<Text> | undefined);
  }
}
