import { preElectionPeriodDeclared } from '@fil/facts/events/authority.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { codeUsed, missingAuthority } from '../standing-codes';
import type { DeclarePreElectionPeriodInput } from './declare-pre-election-period.command';

/** Declared in advance as a rule. */
export function decidePreElectionPeriod(
  state: AuthorityState,
  command: DeclarePreElectionPeriodInput,
  { today }: DecidingContext,
): Decided {
  return (
    missingAuthority(state) ??
    codeUsed(state.preElectionPeriods, command.period, 'period') ??
    endsBeforeItBegins(command) ??
    notYetHappened('authority.toCome', command.occurredOn, today) ?? [eventFrom(preElectionPeriodDeclared, command)]
  );
}

const endsBeforeItBegins = ({ from, to }: DeclarePreElectionPeriodInput): Refusal | null =>
  to >= from
    ? null
    : refuse(
        'authority.periodReversed',
        { fr: 'La période se termine avant d’avoir commencé.', en: 'The period ends before it begins.' },
        { field: 'to' },
      );
