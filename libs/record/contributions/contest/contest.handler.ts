import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fold } from '../../deciding/decider';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Reads, type Recorded } from '../../deciding/take-decision';
import { hasMember, synthesis, type SynthesisState } from '../../syntheses/synthesis.state';
import { AuthorKeyCheck } from '../author-key/author-key-check';
import { contribution, type ContributionState } from '../contribution.state';
import { ContestContribution } from './contest.command';
import { decideContest } from './contest.decide';
import { declaredEnds, type DeclaredEnds } from './declared-ends';

@CommandHandler(ContestContribution)
export class ContestContributionHandler implements ICommandHandler<ContestContribution, Recorded> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly authorKey: AuthorKeyCheck,
  ) {}

  async execute({ id, input, requested }: ContestContribution): Promise<Recorded> {
    await this.authorKey.check(id, input.authorKey, requested.from);
    const { commitment } = input;
    return settled(
      await this.decisions.take<ContributionState, Record<string, unknown>>({
        ...requested,
        stream: id,
        decider: contribution,
        reads: commitment === undefined ? {} : await this.endOf(commitment),
        decide: (state, seen, context) => {
          const ends = commitment === undefined ? declaredEnds.initial : (seen[commitment] as DeclaredEnds);
          const throughSynthesis = [...ends.answers].some((one) =>
            hasMember(seen[one] as SynthesisState | undefined, id),
          );
          return decideContest(state, id, input, { commitment: ends, throughSynthesis }, context);
        },
      }),
    );
  }

  /** A commitment, and the syntheses it answers: a member may contest before the process has told her of it. */
  private async endOf(commitment: string): Promise<Record<string, Reads<unknown>>> {
    const ends = fold(declaredEnds, await this.decisions.load(commitment));
    const reads: Record<string, Reads<unknown>> = { [commitment]: { stream: commitment, decider: declaredEnds } };
    for (const stream of ends.answers)
      if (stream.startsWith('synthesis-')) reads[stream] = { stream, decider: synthesis };
    return reads;
  }
}
