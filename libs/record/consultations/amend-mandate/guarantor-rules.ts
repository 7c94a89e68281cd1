import type { AmendmentStage } from '@fil/facts/codes/consultation';
import { watchesOver } from '@fil/facts/figures/guarantors';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { GuarantorState } from '../../guarantors/guarantor.state';
import type { OpenedConsultation } from '../consultation.state';
import type { AmendMandateInput } from './amend-mandate.command';

/**
 * After the first deposit the guarantor has published an opinion, whatever it says; after the first answer it has agreed
 * (02 §2.2). What it said of one amendment does not serve for another.
 */
export function guarantorAtFault(
  id: string,
  state: OpenedConsultation,
  stage: AmendmentStage,
  named: AmendMandateInput['guarantor'],
  guarantor: GuarantorState | undefined,
): Refusal | null {
  if (named === undefined) return stage === 'beforeDeposit' ? null : opinionMissing(stage);
  const opinion =
    guarantor?.exists && watchesOver(guarantor, id, state.organiser) && guarantor.opinions.get(named.event);
  if (!opinion || opinion.consultation !== id || opinion.subject !== 'mandateAmendment') return unknownOpinion();
  if (state.guarantorEventsUsed.has(named.event)) return usedBefore();
  return stage === 'afterAnswersBegan' && !opinion.agreement ? notAgreed() : null;
}

const opinionMissing = (stage: AmendmentStage): Refusal =>
  stage === 'afterAnswersBegan'
    ? refuse(
        'consultation.agreementMissing',
        {
          fr: 'Des réponses ont été données : le mandat ne change plus sans l’accord du garant. Demandez-lui de l’inscrire, puis citez-le ici.',
          en: 'Answers have been given: the mandate no longer changes without the guarantor’s agreement. Ask the guarantor to record it, then name it here.',
        },
        { field: 'guarantor' },
      )
    : refuse(
        'consultation.opinionMissing',
        {
          fr: 'Le dépôt a été ouvert : une modification du mandat demande l’avis publié du garant. Demandez-lui de l’inscrire, puis citez-le ici. Sans garant, nommez-en un d’abord.',
          en: 'The deposit has been opened: an amendment of the mandate needs the guarantor’s published opinion. Ask the guarantor to record it, then name it here. Without a guarantor, appoint one first.',
        },
        { field: 'guarantor' },
      );

const unknownOpinion = (): Refusal =>
  refuse(
    'consultation.unknownOpinion',
    {
      fr: 'Le garant de cette démarche n’a pas inscrit cet avis sur une modification du mandat. Vérifiez le garant et l’événement cités.',
      en: 'The guarantor of this consultation has not recorded this opinion on an amendment of the mandate. Check the guarantor and the event named.',
    },
    { field: 'guarantor' },
  );

const usedBefore = (): Refusal =>
  refuse(
    'consultation.opinionUsed',
    {
      fr: 'Cet avis portait sur une modification précédente. Demandez au garant son avis sur celle-ci.',
      en: 'This opinion was about an earlier amendment. Ask the guarantor about this one.',
    },
    { kind: 'conflict', field: 'guarantor' },
  );

const notAgreed = (): Refusal =>
  refuse(
    'consultation.guarantorDisagrees',
    {
      fr: 'Des réponses ont été données, et le garant n’a pas donné son accord : le mandat reste tel qu’il est.',
      en: 'Answers have been given, and the guarantor has not agreed: the mandate stays as it is.',
    },
    { field: 'guarantor' },
  );
