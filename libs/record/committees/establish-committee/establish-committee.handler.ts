import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authority } from '../../authority/authority.state';
import { firstMissing } from '../../deciding/first-missing';
import { newObjectId } from '../../deciding/object-id';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { committee } from '../committee.state';
import { EstablishCommittee, type EstablishCommitteeInput } from './establish-committee.command';
import { decideEstablishing, type SeenWhenEstablishing } from './establish-committee.decide';

@CommandHandler(EstablishCommittee)
export class EstablishCommitteeHandler implements ICommandHandler<EstablishCommittee, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ input, requested }: EstablishCommittee): Promise<Recorded> {
    const missing = await this.missingOf(input);
    return settled(
      await this.decisions.take({
        ...requested,
        // Its stream is named after its code: a token acts for a code, and must never act for two committees.
        stream: newObjectId('committee', this.decisions.instanceKey, requested, { name: 'code', id: input.code }),
        decider: committee,
        reads: { authority: { stream: input.authority, decider: authority } },
        decide: (state, seen, context) =>
          decideEstablishing(state, input, { ...seen, missing }, requested.by.actor, context),
      }),
    );
  }

  private async missingOf({ scope, decision }: EstablishCommitteeInput): Promise<SeenWhenEstablishing['missing']> {
    const inScope = await firstMissing(this.decisions, scope);
    if (inScope !== null) return { id: inScope, field: 'scope' };
    const named = await firstMissing(this.decisions, decision === undefined ? [] : [decision]);
    return named === null ? null : { id: named, field: 'decision' };
  }
}
