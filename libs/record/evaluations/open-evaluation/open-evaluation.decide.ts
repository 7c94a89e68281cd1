import { PHASE_CRITERIA, PHASE_CRITERION_LABELS } from '@fil/facts/codes/oversight';
import { evaluationOpened } from '@fil/facts/events/evaluation.events';
import { aggregateOf } from '@fil/facts/kit/aggregates';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownAuthority } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { EvaluationState } from '../evaluation.state';
import type { OpenEvaluationInput } from './open-evaluation.command';

export interface SeenWhenOpening {
  readonly authority: AuthorityState;
  /** The first object named that does not exist, and in which field. */
  readonly missing: { readonly id: string; readonly field: 'target' | 'consultations' } | null;
}

export function decideOpening(
  state: EvaluationState,
  command: OpenEvaluationInput,
  { authority, missing }: SeenWhenOpening,
  { today }: DecidingContext,
): Decided {
  if (state.exists) {
    return refuse(
      'evaluation.exists',
      { fr: 'Cette évaluation est déjà ouverte.', en: 'This evaluation is already open.' },
      { kind: 'conflict' },
    );
  }
  return (
    unknownAuthority(authority, 'authority') ??
    unknownObject(missing) ??
    phaseOfSomethingElse(command) ??
    wrongCriteria(command) ??
    incomparable(command) ??
    wrongWindow(command, today) ?? [eventFrom(evaluationOpened, command, { consultations: concerned(command) })]
  );
}

const concerned = ({ consultations, target }: OpenEvaluationInput): readonly `consultation-${string}`[] =>
  consultations ?? (aggregateOf(target) === 'consultation' ? [target as `consultation-${string}`] : []);

const unknownObject = (missing: SeenWhenOpening['missing']): Refusal | null =>
  missing &&
  refuse(
    'evaluation.unknownObject',
    {
      fr: `« ${missing.id} » n’existe pas : vérifiez l’identifiant.`,
      en: `There is no "${missing.id}": check the id.`,
    },
    { field: missing.field },
  );

const phaseOfSomethingElse = ({ phase, target }: OpenEvaluationInput): Refusal | null =>
  phase === undefined || aggregateOf(target) === 'consultation'
    ? null
    : refuse(
        'evaluation.phaseOfConsultationOnly',
        {
          fr: 'Seule une démarche s’évalue « avant » et « après » : retirez ce champ.',
          en: 'Only a consultation is evaluated "before" and "after": leave this field out.',
        },
        { field: 'phase' },
      );

function wrongCriteria({ criteria, criterionTexts }: OpenEvaluationInput): Refusal | null {
  if (criteria.length === 0 || criteria.length !== (criterionTexts?.length ?? 0)) {
    return refuse(
      'evaluation.criterionTexts',
      {
        fr: 'Donnez au moins un critère, et le texte de chacun dans « criterionTexts », dans le même ordre.',
        en: 'Give one criterion at least, and the text of each in "criterionTexts", in the same order.',
      },
      { field: 'criterionTexts' },
    );
  }
  if (new Set(criteria.map(({ id }) => id)).size < criteria.length) {
    return refuse(
      'evaluation.criterionTwice',
      { fr: 'Deux critères portent le même code.', en: 'Two criteria have the same code.' },
      { field: 'criteria' },
    );
  }
  const wrong = criteria.find(({ form, choices }) =>
    form === 'choice' ? (choices ?? []).length < 2 : choices !== undefined,
  );
  return wrong
    ? refuse(
        'evaluation.choices',
        {
          fr: `Critère « ${wrong.id} » : un choix se fait entre deux réponses au moins (« choices ») ; une échelle n’en a pas.`,
          en: `Criterion "${wrong.id}": a choice is made between two answers at least ("choices"); a scale has none.`,
        },
        { field: 'criteria' },
      )
    : null;
}

/** Before and after are compared: both ask the same of everybody, and may ask more. */
function incomparable({ phase, criteria }: OpenEvaluationInput): Refusal | null {
  const missing = PHASE_CRITERIA.filter((code) => !criteria.some(({ id, form }) => id === code && form === 'scale'));
  return phase === undefined || missing.length === 0
    ? null
    : refuse(
        'evaluation.phaseCriteria',
        {
          fr: `Avant et après une démarche, on demande la même chose, de 1 à 5, pour pouvoir comparer. Ajoutez : ${missing.map((code) => `${code} (${PHASE_CRITERION_LABELS[code].fr})`).join(', ')}.`,
          en: `Before and after a consultation the same is asked, from 1 to 5, so that the two can be compared. Add: ${missing.map((code) => `${code} (${PHASE_CRITERION_LABELS[code].en})`).join(', ')}.`,
        },
        { field: 'criteria' },
      );
}

const wrongWindow = ({ from, to }: OpenEvaluationInput, today: string): Refusal | null =>
  from <= to && today <= to
    ? null
    : refuse(
        'evaluation.window',
        {
          fr: 'Le dernier jour des réponses ne peut précéder ni le premier, ni aujourd’hui.',
          en: 'The last day for answers can be neither before the first one nor before today.',
        },
        { field: 'to' },
      );
