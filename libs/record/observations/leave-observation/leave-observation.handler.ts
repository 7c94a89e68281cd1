import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { aggregateOf } from '@fil/facts/kit/aggregates';
import { consultation, type ConsultationState } from '../../consultations/consultation.state';
import { fold } from '../../deciding/decider';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Reads, type Recorded } from '../../deciding/take-decision';
import { observed, type ObservedState } from '../observation.state';
import { LeaveObservation } from './leave-observation.command';
import { decideObservation } from './leave-observation.decide';

@CommandHandler(LeaveObservation)
export class LeaveObservationHandler implements ICommandHandler<LeaveObservation, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: LeaveObservation): Promise<Recorded> {
    return settled(
      await this.decisions.take<ObservedState, Record<string, unknown>>({
        ...requested,
        stream: id,
        decider: observed,
        reads: await this.consultationsOf(id),
        decide: (state, seen, context) =>
          decideObservation(
            aggregateOf(id) as 'decision' | 'commitment',
            state,
            input,
            Object.values(seen) as ConsultationState[],
            context,
          ),
      }),
    );
  }

  /** Those its decision comes from: they never change. */
  private async consultationsOf(id: string): Promise<Record<string, Reads<ConsultationState>>> {
    const own = fold(observed, await this.decisions.load(id));
    const { consultations } = own.decision === null ? own : fold(observed, await this.decisions.load(own.decision));
    return Object.fromEntries(consultations.map((stream) => [stream, { stream, decider: consultation }]));
  }
}
