import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fold } from '../../deciding/decider';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { drawReport } from '../drawn-report';
import { report, type ReportState } from '../report.state';
import { CorrectReport } from './correct-report.command';
import { decideCorrection } from './correct-report.decide';

@CommandHandler(CorrectReport)
export class CorrectReportHandler implements ICommandHandler<CorrectReport, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ report: stream, input, requested }: CorrectReport): Promise<Recorded> {
    // Scope and predecessor are those it was published with, for ever.
    const state = fold(report, await this.decisions.load(stream));
    const drawn =
      state.exists && input.size !== undefined
        ? await drawReport(this.decisions, state.scope, input.size, state.previous)
        : null;
    const previous = drawn?.previous?.report;
    return settled(
      await this.decisions.take<ReportState, Record<string, unknown>>({
        ...requested,
        stream,
        decider: report,
        reads: previous === undefined ? {} : { previous: { stream: previous, decider: report } },
        decide: (now, seen, context) =>
          decideCorrection(now, input, drawn, seen['previous'] as ReportState | undefined, requested.by.actor, context),
      }),
    );
  }
}
