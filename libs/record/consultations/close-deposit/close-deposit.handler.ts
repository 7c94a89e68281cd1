import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { isRefusal, type Refusal } from '@fil/facts/kit/refusal';
import { encounter, type EncounterState } from '../../encounters/encounter.state';
import { fold } from '../../deciding/decider';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Reads, type Recorded } from '../../deciding/take-decision';
import { consultation } from '../consultation.state';
import { CloseDeposit } from './close-deposit.command';
import { ANNOUNCED_MEANWHILE, decideDepositClosing } from './close-deposit.decide';

const ATTEMPTS = 3;

@CommandHandler(CloseDeposit)
export class CloseDepositHandler implements ICommandHandler<CloseDeposit, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute(command: CloseDeposit): Promise<Recorded> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.close(command);
      if (attempt < ATTEMPTS && isRefusal(outcome) && outcome.rule === ANNOUNCED_MEANWHILE) continue;
      return settled(outcome);
    }
  }

  private async close({ consultation: stream, input, requested }: CloseDeposit): Promise<Recorded | Refusal> {
    const known = fold(consultation, await this.decisions.load(stream));
    const reads: Record<string, Reads<EncounterState>> = {};
    for (const one of known.exists ? known.encounters : []) reads[one] = { stream: one, decider: encounter };
    return this.decisions.take({
      ...requested,
      stream,
      decider: consultation,
      reads,
      decide: (state, seen, context) => decideDepositClosing(state, input, seen, context),
    });
  }
}
