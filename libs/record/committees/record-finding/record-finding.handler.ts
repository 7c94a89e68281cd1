import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fold } from '../../deciding/decider';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { committee } from '../committee.state';
import { isWithin } from '../within-scope';
import { RecordFinding, type RecordFindingInput } from './record-finding.command';
import { decideFinding, type FindingTarget } from './record-finding.decide';

@CommandHandler(RecordFinding)
export class RecordFindingHandler implements ICommandHandler<RecordFinding, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ committee: stream, input, requested }: RecordFinding): Promise<Recorded> {
    const target = await this.targetOf(stream, input);
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: committee,
        decide: (state, _, context) => decideFinding(state, input, target, requested.by.actor, context),
      }),
    );
  }

  /**
   * An object that exists never ceases to, nor does an event of its, nor what it names; the scope of a committee never
   * changes: they need no place in the basis.
   */
  private async targetOf(stream: string, { target, event }: RecordFindingInput): Promise<FindingTarget> {
    const events = await this.decisions.load(target);
    const state = fold(committee, await this.decisions.load(stream));
    const exists = events.length > 0;
    const scope = state.exists && new Set(state.scope.length > 0 ? state.scope : [state.authority]);
    return {
      exists,
      inScope: exists && scope !== false && (await isWithin(this.decisions, scope, target)),
      hasEvent: event === undefined || events.some(({ id }) => id === event),
    };
  }
}
