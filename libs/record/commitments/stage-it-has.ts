import { STAGE_LABELS, type Stage } from '@fil/facts/codes/progress';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { MadeCommitment } from './commitment.state';

/** What a person saw is guarded by meaning: she changes the stage she saw, or none. */
export const notTheStageItHas = ({ stage }: MadeCommitment, seen: Stage): Refusal | null =>
  stage === seen
    ? null
    : refuse(
        'commitment.otherStage',
        stage === null
          ? {
              fr: 'Aucune étape n’est encore enregistrée pour cet engagement.',
              en: 'No stage has been recorded for this commitment yet.',
            }
          : {
              fr: `L’étape actuelle de cet engagement est « ${STAGE_LABELS[stage].fr} » et non « ${STAGE_LABELS[seen].fr} ». Relisez-le, puis recommencez.`,
              en: `This commitment is at the stage "${STAGE_LABELS[stage].en}", not "${STAGE_LABELS[seen].en}". Read it again, then try again.`,
            },
        { kind: 'conflict', field: 'from' },
      );
