import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { decideAnnouncement } from '../../consultations/announce-encounter';
import { consultation } from '../../consultations/consultation.state';
import { newObjectId } from '../../deciding/object-id';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { encounter } from '../encounter.state';
import { PlanEncounter } from './plan-encounter.command';
import { decidePlanning, planAtFault } from './plan-encounter.decide';

@CommandHandler(PlanEncounter)
export class PlanEncounterHandler implements ICommandHandler<PlanEncounter, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  /**
   * First the consultation learns of it, then the encounter begins: whoever closes the collection meanwhile has seen all
   * there are. Of a try that ends between the two, an encounter remains announced of which nothing is known, and which
   * holds nothing back.
   */
  async execute({ input, requested }: PlanEncounter): Promise<Recorded> {
    const stream = newObjectId('encounter', this.decisions.instanceKey, requested, input.source);
    await this.announce(stream, { input, requested });
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: encounter,
        reads: { consultation: { stream: input.consultation, decider: consultation } },
        decide: (state, seen, context) => decidePlanning(state, input, seen.consultation, context),
      }),
    );
  }

  private async announce(stream: ObjectId<'encounter'>, { input, requested }: PlanEncounter): Promise<void> {
    const { actor, account, commandId } = requested.by;
    settled(
      await this.decisions.take({
        // The key is the encounter's: said twice, this changes nothing.
        by: { actor, account, cause: commandId },
        stream: input.consultation,
        decider: consultation,
        decide: (state, _, context) =>
          planAtFault(state, input, context) ?? decideAnnouncement(state, stream, input.takenOver),
      }),
    );
  }
}
