import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authority } from '../../authority/authority.state';
import { firstMissing } from '../../deciding/first-missing';
import { newObjectId } from '../../deciding/object-id';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { evaluation } from '../evaluation.state';
import { OpenEvaluation, type OpenEvaluationInput } from './open-evaluation.command';
import { decideOpening, type SeenWhenOpening } from './open-evaluation.decide';

@CommandHandler(OpenEvaluation)
export class OpenEvaluationHandler implements ICommandHandler<OpenEvaluation, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ input, requested }: OpenEvaluation): Promise<Recorded> {
    const missing = await this.missingOf(input);
    return settled(
      await this.decisions.take({
        ...requested,
        stream: newObjectId('evaluation', this.decisions.instanceKey, requested),
        decider: evaluation,
        reads: { authority: { stream: input.authority, decider: authority } },
        decide: (state, seen, context) => decideOpening(state, input, { ...seen, missing }, context),
      }),
    );
  }

  private async missingOf({ target, consultations = [] }: OpenEvaluationInput): Promise<SeenWhenOpening['missing']> {
    if (!(await this.decisions.exists(target))) return { id: target, field: 'target' };
    const missing = await firstMissing(this.decisions, consultations);
    return missing === null ? null : { id: missing, field: 'consultations' };
  }
}
