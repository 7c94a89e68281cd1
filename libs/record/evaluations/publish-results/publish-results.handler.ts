import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { evaluationResults, evolveTally, type EvaluationTally } from '@fil/facts/figures/evaluation-results';
import { EventStore } from '@fil/log/event-store/event-store.port';
import { readVerified } from '@fil/log/event-store/read-verified';
import { fold } from '../../deciding/decider';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { evaluation } from '../evaluation.state';
import { notItsFacilitator } from '../standing';
import { PublishResults } from './publish-results.command';
import { decidePublication, type ComputedResults } from './publish-results.decide';

@CommandHandler(PublishResults)
export class PublishResultsHandler implements ICommandHandler<PublishResults, Recorded> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly store: EventStore,
  ) {}

  async execute({ evaluation: stream, input, requested }: PublishResults): Promise<Recorded> {
    const { actor } = requested.by;
    const state = fold(evaluation, await this.decisions.load(stream));
    // The log is read from its beginning: too much work to do for anybody else.
    const computed =
      state.exists && !notItsFacilitator(state, actor) ? await this.results(stream, state.closedAt) : null;
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: evaluation,
        decide: (now) => decidePublication(now, input, computed, actor),
      }),
    );
  }

  /** Up to the closing: an answer that was let in before it and written a moment later is in the log, and not counted. */
  private async results(stream: string, closedAt: number | null): Promise<ComputedResults | null> {
    if (closedAt === null || !Number.isFinite(closedAt)) return null;
    const size = closedAt + 1;
    let tally: EvaluationTally | null = null;
    await readVerified(this.store, size, (event) => {
      tally = evolveTally(tally, stream, event);
    });
    return tally && { size, ...evaluationResults(tally) };
  }
}
