import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { deadline } from '../deadline.state';
import { DeclareMissedInError } from './declare-missed-in-error.command';
import { decideMissedInError, happeningOf } from './declare-missed-in-error.decide';

@CommandHandler(DeclareMissedInError)
export class DeclareMissedInErrorHandler implements ICommandHandler<DeclareMissedInError, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ deadline: stream, input, requested }: DeclareMissedInError): Promise<Recorded> {
    const { overlooked } = input;
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: deadline,
        // Of a finding that names no event only the deadline's own stream is read.
        reads: overlooked && { overlooked: { stream: overlooked.stream, decider: happeningOf(overlooked.event) } },
        decide: (state, seen) => decideMissedInError(state, input, seen.overlooked ?? null),
      }),
    );
  }
}
