import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { derivedEventId } from '@fil/log/event-store/ids';
import { authority } from '../../authority/authority.state';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { deadline, eventsRead, rulesFrom } from '../deadline.state';
import { OpenDeadline, type OpenDeadlineInput } from './open-deadline.command';
import { decideOpening } from './open-deadline.decide';

/** Twice the same request is one stream. */
const streamOf = ({ authority: of, rule, startedOn, about, reference }: OpenDeadlineInput): string =>
  `deadline-${derivedEventId(['deadline opened', of, rule, startedOn, about ?? '', reference ?? ''].join('\n'), 0)}`;

const EXISTS = { initial: false, evolve: () => true };

@CommandHandler(OpenDeadline)
export class OpenDeadlineHandler implements ICommandHandler<OpenDeadline, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ input, requested }: OpenDeadline): Promise<Recorded> {
    const of = input.authority;
    return settled(
      await this.decisions.take({
        ...requested,
        stream: streamOf(input),
        decider: deadline,
        reads: {
          authority: { stream: of, decider: authority },
          rules: { stream: of, decider: eventsRead },
          aboutExists: { stream: input.about ?? of, decider: EXISTS },
        },
        decide: (state, seen, context) =>
          decideOpening(state, input, { ...seen, rules: rulesFrom(seen.rules) }, context),
      }),
    );
  }
}
