import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { committee } from '../committee.state';
import { RecordFinding, type RecordFindingInput } from './record-finding.command';
import { decideFinding, type FindingTarget } from './record-finding.decide';

@CommandHandler(RecordFinding)
export class RecordFindingHandler implements ICommandHandler<RecordFinding, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ committee: stream, input, requested }: RecordFinding): Promise<Recorded> {
    const target = await this.targetOf(input);
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: committee,
        decide: (state, _, context) => decideFinding(state, input, target, requested.by.actor, context),
      }),
    );
  }

  /** An object that exists never ceases to, nor does an event of its: they need no place in the basis. */
  private async targetOf({ target, event }: RecordFindingInput): Promise<FindingTarget> {
    const events = await this.decisions.load(target);
    return {
      exists: events.length > 0,
      hasEvent: event === undefined || events.some(({ id }) => id === event),
    };
  }
}
