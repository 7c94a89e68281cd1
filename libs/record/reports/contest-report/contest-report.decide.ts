import { reportContested } from '@fil/facts/events/report.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { ConsultationState } from '../../consultations/consultation.state';
import type { ContributionState } from '../../contributions/contribution.state';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { contestedBefore } from '../contested-before';
import type { PublishedReport, ReportState } from '../report.state';
import { unknownReport } from '../standing';
import type { ContestReportInput } from './contest-report.command';

export interface SeenWhenContesting {
  readonly contribution: ContributionState;
  /** The consultation it was deposited in. */
  readonly consultation: ConsultationState;
}

/** The author of a contribution that the report accounts for. Her key was checked before. */
export function decideContest(
  state: ReportState,
  command: Omit<ContestReportInput, 'authorKey'>,
  { contribution, consultation }: SeenWhenContesting,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownReport();
  return (
    notAccountedFor(state, contribution, consultation) ??
    contestedBefore(state, command.contribution) ??
    notYetHappened('report.toCome', command.occurredOn, today) ?? [
      eventFrom(reportContested, command, { by: 'author' }),
    ]
  );
}

function notAccountedFor(
  { scope }: PublishedReport,
  contribution: ContributionState,
  consultation: ConsultationState,
): Refusal | null {
  if (contribution.exists) {
    if (scope.kind === 'register') return null;
    if (scope.kind === 'consultations' && scope.consultations.includes(contribution.consultation)) return null;
    if (scope.kind === 'authority' && consultation.exists && concerns(consultation, scope.authority)) return null;
  }
  return refuse(
    'report.notAccountedFor',
    {
      fr: 'Ce rapport ne rend pas compte de la démarche où votre contribution a été déposée. Cherchez celui de cette démarche dans la liste des rapports.',
      en: 'This report does not account for the consultation your contribution was made in. Look for that one in the list of reports.',
    },
    { field: 'contribution' },
  );
}

const concerns = (
  { organiser, addressees }: Extract<ConsultationState, { exists: true }>,
  authority: string,
): boolean => organiser === authority || addressees.some((one) => one.authority === authority);
