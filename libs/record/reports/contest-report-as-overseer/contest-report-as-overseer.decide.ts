import { reportContested } from '@fil/facts/events/report.events';
import type { Actor } from '@fil/facts/kit/actor';
import { aggregateOf } from '@fil/facts/kit/aggregates';
import { notInItsName } from '../../deciding/acting-for';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { notKnown, THE_COMMITTEE, THE_GUARANTOR } from '../attaching';
import { contestedBefore } from '../contested-before';
import type { OverseerState } from '../own-texts';
import type { ReportState } from '../report.state';
import { unknownReport } from '../standing';
import type { ContestReportAsOverseerInput } from './contest-report-as-overseer.command';

export function decideContestOfOverseer(
  state: ReportState,
  command: ContestReportAsOverseerInput,
  seen: OverseerState,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownReport();
  const by = aggregateOf(command.overseer) === 'guarantor' ? 'guarantor' : 'committee';
  const who = by === 'guarantor' ? THE_GUARANTOR : THE_COMMITTEE;
  return (
    notKnown(seen, { field: 'overseer' }) ??
    notInItsName('report.notItsAuthor', actor, {
      role: who.role,
      body: seen.exists ? seen.code : '',
      called: who.called,
    }) ??
    contestedBefore(state, command.overseer) ??
    notYetHappened('report.toCome', command.occurredOn, today) ?? [
      eventFrom(reportContested, command, { by, [by]: command.overseer }),
    ]
  );
}
