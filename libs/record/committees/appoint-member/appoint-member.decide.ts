import { memberAppointed } from '@fil/facts/events/committee.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitteeState, EstablishedCommittee } from '../committee.state';
import { missingCommittee, notOfEither } from '../standing';
import type { AppointMemberInput } from './appoint-member.command';

export function decideAppointment(
  state: CommitteeState,
  command: AppointMemberInput,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommittee();
  return (
    notOfEither(state, actor) ??
    sitsAlready(state, command) ??
    notYetHappened('committee.toCome', command.occurredOn, today) ?? [eventFrom(memberAppointed, command)]
  );
}

const sitsAlready = (state: EstablishedCommittee, { member }: AppointMemberInput): Refusal | null =>
  state.members.some((one) => one.member === member)
    ? refuse(
        'member.codeTaken',
        {
          fr: `Le code « ${member} » est ou a été celui d’un membre de ce comité : choisissez-en un autre.`,
          en: `The code "${member}" is or was that of a member of this committee: choose another.`,
        },
        { kind: 'conflict', field: 'member' },
      )
    : null;
