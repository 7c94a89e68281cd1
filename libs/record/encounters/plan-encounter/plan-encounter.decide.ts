import { encounterPlanned } from '@fil/facts/events/encounter.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ConsultationState } from '../../consultations/consultation.state';
import type { EncounterState } from '../encounter.state';
import type { PlanEncounterInput } from './plan-encounter.command';

/** @param consultation has announced this encounter: whoever closes its collection knows of it */
export function decidePlanning(
  state: EncounterState,
  command: PlanEncounterInput,
  consultation: ConsultationState,
  context: DecidingContext,
): Decided {
  if (state.exists) {
    return refuse(
      'encounter.exists',
      {
        fr: 'Cette rencontre est déjà enregistrée : une référence de la source ne sert qu’une fois.',
        en: 'This encounter is already recorded: a reference of the source serves once only.',
      },
      { kind: 'conflict' },
    );
  }
  return (
    planAtFault(consultation, command, context) ?? [
      eventFrom(encounterPlanned, command, { questionCount: command.questions?.length ?? 0 }),
    ]
  );
}

/** Also asked before the encounter is announced: nothing is announced that will then be refused. */
export const planAtFault = (
  consultation: ConsultationState,
  { occurredOn }: PlanEncounterInput,
  { today }: DecidingContext,
): Refusal | null =>
  (consultation.exists ? null : unknownConsultation()) ?? notYetHappened('encounter.toCome', occurredOn, today);

const unknownConsultation = (): Refusal =>
  refuse(
    'consultation.unknown',
    {
      fr: 'La démarche indiquée n’existe pas. Vérifiez son identifiant : il figure dans l’adresse de sa page.',
      en: 'There is no such consultation. Check its id: it is in the address of its page.',
    },
    { field: 'consultation' },
  );
