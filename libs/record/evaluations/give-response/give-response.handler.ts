import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { newObjectId } from '../../deciding/object-id';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { evaluationResponse } from '../evaluation-response.state';
import { evaluation } from '../evaluation.state';
import { GiveResponse } from './give-response.command';
import { decideResponse } from './give-response.decide';
import { Respondent } from './respondent';

@CommandHandler(GiveResponse)
export class GiveResponseHandler implements ICommandHandler<GiveResponse, Recorded> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly respondent: Respondent,
  ) {}

  async execute({ evaluation: stream, input, requested }: GiveResponse): Promise<Recorded> {
    const { access, secret } = await this.respondent.check(stream, input, requested.from);
    return settled(
      await this.decisions.take({
        ...requested,
        // HMAC(instance key, evaluation ‖ key or invitation): nobody answers twice, and nothing tells who did.
        stream: newObjectId('evaluationResponse', this.decisions.instanceKey, requested, { name: stream, id: secret }),
        decider: evaluationResponse,
        reads: { evaluation: { stream, decider: evaluation } },
        decide: (state, seen, context) => decideResponse(state, stream, input, { ...seen, access }, context),
      }),
    );
  }
}
