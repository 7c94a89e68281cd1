import { labelContested } from '@fil/facts/events/consultation.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { ContributionState } from '../../contributions/contribution.state';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ConsultationState, OpenedConsultation } from '../consultation.state';
import { missingConsultation } from '../missing-consultation';
import type { ContestLabelInput } from './contest-label.command';

/** As whom somebody contests: the contribution whose author she has shown to be, or null for who holds a token. */
export interface Contester {
  readonly actor: Actor;
  readonly contribution: string | null;
}

/** @param id of the consultation */
export function decideLabelContest(
  id: string,
  state: ConsultationState,
  command: ContestLabelInput,
  { actor, contribution }: Contester,
  recorded: ContributionState | undefined,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingConsultation();
  if (contribution === null && actor.role !== 'guarantor' && actor.role !== 'committeeMember') return notOneOfThem();
  if (contribution !== null && !(recorded?.exists && recorded.consultation === id)) return spokeElsewhere();
  return (
    notInformation(state, command.document) ??
    notYetHappened('consultation.toCome', command.occurredOn, context.today) ?? [
      eventFrom(labelContested, command, contribution === null ? {} : { contribution: contribution as never }),
    ]
  );
}

function notInformation(state: OpenedConsultation, document: string): Refusal | null {
  const kind = state.documents.get(document);
  if (kind === undefined) {
    return refuse(
      'consultation.unknownDocument',
      {
        fr: 'Aucun document de cette démarche n’a été publié par cet événement.',
        en: 'No document of this consultation was published by this event.',
      },
      { field: 'document' },
    );
  }
  if (kind === 'communication') {
    return refuse(
      'consultation.alreadyCommunication',
      {
        fr: 'Ce document est déjà présenté comme de la communication.',
        en: 'This document is already called communication.',
      },
      { kind: 'conflict', field: 'document' },
    );
  }
  const pending = [...state.labelContests.values()].some((one) => one.document === document && !one.settled);
  return pending
    ? refuse(
        'consultation.labelAlreadyContested',
        {
          fr: 'La présentation de ce document est déjà contestée, et la contestation n’est pas encore tranchée.',
          en: 'The label of this document is already contested, and the contest is not settled yet.',
        },
        { kind: 'conflict', field: 'document' },
      )
    : null;
}

const notOneOfThem = (): Refusal =>
  refuse(
    'consultation.mayNotContestLabel',
    {
      fr: 'Seuls le garant, un membre d’un comité de suivi ou l’auteur d’une contribution contestent la présentation d’un document.',
      en: 'Only the guarantor, a member of a follow-up committee or the author of a contribution contest the label of a document.',
    },
    { kind: 'forbidden' },
  );

const spokeElsewhere = (): Refusal =>
  refuse(
    'consultation.contributionElsewhere',
    {
      fr: 'Cette contribution a été déposée dans une autre démarche.',
      en: 'This contribution was made in another consultation.',
    },
    { kind: 'forbidden', field: 'contribution' },
  );
