import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordFolding } from '@fil/facts/figures/record-facts';
import { populationOf } from '@fil/facts/figures/sample-population';
import { EventStore } from '@fil/log/event-store/event-store.port';
import { readVerified } from '@fil/log/event-store/read-verified';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { committee } from '../committee.state';
import { mayWrite } from '../may-write';
import { DrawSample, type DrawSampleInput } from './draw-sample.command';
import { decideSample } from './draw-sample.decide';

@CommandHandler(DrawSample)
export class DrawSampleHandler implements ICommandHandler<DrawSample, Recorded> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly store: EventStore,
  ) {}

  async execute({ committee: stream, input, requested }: DrawSample): Promise<Recorded> {
    const { cuts } = await mayWrite(this.decisions, stream, requested);
    const population = await this.populationIn(cuts.get(input.cut)?.size ?? 0, input);
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: committee,
        decide: (state) => decideSample(state, input, population, requested.by.actor),
      }),
    );
  }

  /** The public entries of the cut: what anybody has who draws again. */
  private async populationIn(size: number, { population }: DrawSampleInput): Promise<string[]> {
    const record = recordFolding();
    await readVerified(this.store, size, (event) => record.add(event));
    return populationOf(record.facts, population);
  }
}
