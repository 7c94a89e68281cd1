import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { statedScope } from '@fil/facts/report/report-scope';
import { authority, type AuthorityState } from '../../authority/authority.state';
import { newObjectId } from '../../deciding/object-id';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Reads, type Recorded } from '../../deciding/take-decision';
import { drawReport } from '../drawn-report';
import { overseerOf, type OverseerState } from '../own-texts';
import { report, type ReportState } from '../report.state';
import { firstNotWatching, firstOfOthers } from '../whose-report';
import { PublishReport } from './publish-report.command';
import { decidePublishing } from './publish-report.decide';

@CommandHandler(PublishReport)
export class PublishReportHandler implements ICommandHandler<PublishReport, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ input, requested }: PublishReport): Promise<Recorded> {
    // Entries up to a size never change: what is computed before the decision is right whenever it is taken.
    const drawn = await drawReport(this.decisions, statedScope(input), input.size);
    const overseers = [...new Set(input.opinions.map(({ by }) => by))];
    const others = await firstOfOthers(this.decisions, statedScope(input), input.authority);
    const allWatch = (await firstNotWatching(this.decisions, statedScope(input), overseers)) === null;
    const named: Record<string, Reads<unknown>> = Object.fromEntries(
      overseers.map((stream) => [stream, { stream, decider: overseerOf(stream) }]),
    );
    if (drawn.previous) named['previous'] = { stream: drawn.previous.report, decider: report };
    return settled(
      await this.decisions.take<ReportState, Record<string, unknown>>({
        ...requested,
        stream: newObjectId('report', this.decisions.instanceKey, requested),
        decider: report,
        reads: { authority: { stream: input.authority, decider: authority }, ...named },
        decide: (state, seen, context) =>
          decidePublishing(
            state,
            input,
            drawn,
            {
              authority: seen['authority'] as AuthorityState,
              previous: seen['previous'] as ReportState | undefined,
              ofOthers: others,
              allWatch,
              overseers: new Map(overseers.map((one) => [one, seen[one] as OverseerState])),
            },
            requested.by.actor,
            context,
          ),
      }),
    );
  }
}
