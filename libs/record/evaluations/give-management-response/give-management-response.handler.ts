import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authorityNamedBy } from '../../authority/authority-named-by';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { evaluation } from '../evaluation.state';
import { GiveManagementResponse } from './give-management-response.command';
import { decideManagementResponse } from './give-management-response.decide';

@CommandHandler(GiveManagementResponse)
export class GiveManagementResponseHandler implements ICommandHandler<GiveManagementResponse, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ evaluation: stream, input, requested }: GiveManagementResponse): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: evaluation,
        reads: { authority: await authorityNamedBy(this.decisions, stream, evaluation) },
        decide: (state, seen, context) => decideManagementResponse(state, input, seen, requested.by.actor, context),
      }),
    );
  }
}
