import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '@fil/log/event-store/event-store.port';
import { treeHead } from '@fil/log/event-store/read-verified';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { committee } from '../committee.state';
import { mayWrite } from '../may-write';
import { RecordIntegrityCheck } from './record-integrity-check.command';
import { decideIntegrityCheck } from './record-integrity-check.decide';

@CommandHandler(RecordIntegrityCheck)
export class RecordIntegrityCheckHandler implements ICommandHandler<RecordIntegrityCheck, Recorded> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly store: EventStore,
  ) {}

  /** @throws SizeNotReached */
  async execute({ committee: stream, input, requested }: RecordIntegrityCheck): Promise<Recorded> {
    await mayWrite(this.decisions, stream, requested);
    const { root } = await treeHead(this.store, input.size);
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: committee,
        decide: (state, _, context) => decideIntegrityCheck(state, input, root, requested.by.actor, context),
      }),
    );
  }
}
