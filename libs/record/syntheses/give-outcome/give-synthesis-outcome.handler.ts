import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { namedObjects } from '../../contributions/named-in-answer';
import { mandateOf, type Mandate } from '../../contributions/mandate-of';
import { fold } from '../../deciding/decider';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { loadContributions } from '../load-contributions';
import { synthesis, type SynthesisState } from '../synthesis.state';
import { GiveSynthesisOutcome } from './give-synthesis-outcome.command';
import { decideCommonOutcome, isForSomeKinds } from './give-synthesis-outcome.decide';

@CommandHandler(GiveSynthesisOutcome)
export class GiveSynthesisOutcomeHandler implements ICommandHandler<GiveSynthesisOutcome, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: GiveSynthesisOutcome): Promise<Recorded> {
    const before = fold(synthesis, await this.decisions.load(id));
    const members = before.exists && isForSomeKinds(input) ? [...before.members.values()] : [];
    const found = await loadContributions(
      this.decisions,
      members.map(({ contribution }) => contribution),
    );
    const mandate = await mandateOf(this.decisions, before.exists ? before.consultation : id);
    return settled(
      await this.decisions.take<SynthesisState, Mandate>({
        ...requested,
        stream: id,
        decider: synthesis,
        reads: { ...namedObjects(input), ...mandate },
        decide: (state, seen, context) => decideCommonOutcome(state, input, seen, found, context),
      }),
    );
  }
}
