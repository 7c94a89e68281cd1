import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { onlyWatches } from '../../deciding/acting-for';
import { fold } from '../../deciding/decider';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Reads, type Recorded } from '../../deciding/take-decision';
import { contribution, type ContributionState } from '../contribution.state';
import { mandateOfContribution, type Mandate } from '../mandate-of';
import { AnswerContest } from './answer-contest.command';
import { decideContestAnswer } from './answer-contest.decide';
import { whoDidWhat, type WhoDidWhat } from './who-did-what';

@CommandHandler(AnswerContest)
export class AnswerContestHandler implements ICommandHandler<AnswerContest, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: AnswerContest): Promise<Recorded> {
    const elsewhere = await this.whereContested(id, input.contest);
    return settled(
      await this.decisions.take<ContributionState, Mandate>({
        ...requested,
        stream: id,
        decider: contribution,
        reads: { ...(await mandateOfContribution(this.decisions, id)), ...elsewhere },
        decide: (state, seen, context) => {
          const found = Object.keys(elsewhere).map((stream) => seen[stream] as WhoDidWhat);
          return (
            onlyWatches('contribution.notByWhoWatches', requested.by.actor) ??
            decideContestAnswer(state, input, seen, found, requested.by.actor, context)
          );
        },
      }),
    );
  }

  /** The objects that the contest rested on: a commitment declared done is contested on the contribution it answers. */
  private async whereContested(id: string, contest: string): Promise<Record<string, Reads<WhoDidWhat>>> {
    const state = fold(contribution, await this.decisions.load(id));
    const basis = (state.exists ? state.words.contests.get(contest)?.basis : undefined) ?? [];
    return Object.fromEntries(basis.map((stream) => [stream, { stream, decider: whoDidWhat }]));
  }
}
