import { evaluationPublished } from '@fil/facts/events/evaluation.events';
import type { EvaluationResults } from '@fil/facts/figures/evaluation-results';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { canonicalJson } from '@fil/log/transparency/canonical-json';
import type { Decided } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { EvaluationState, OpenedEvaluation } from '../evaluation.state';
import { missingEvaluation, notItsFacilitator } from '../standing';
import type { PublishResultsInput } from './publish-results.command';

/** What the entries give up to the closing, which anybody can compute again. */
export interface ComputedResults extends EvaluationResults {
  readonly size: number;
}

/** @param computed null when the closing is not in the log yet */
export function decidePublication(
  state: EvaluationState,
  command: PublishResultsInput,
  computed: ComputedResults | null,
  actor: Actor,
): Decided {
  if (!state.exists) return missingEvaluation();
  const refused = notItsFacilitator(state, actor) ?? notPublishable(state);
  if (refused) return refused;
  if (computed === null) return notInTheLogYet();
  return otherResults(command, computed) ?? [eventFrom(evaluationPublished, { ...command, ...computed })];
}

function notPublishable({ closedAt, published }: OpenedEvaluation): Refusal | null {
  if (closedAt === null) {
    return refuse(
      'evaluation.open',
      {
        fr: 'Des réponses sont encore attendues : closez l’évaluation avant d’en publier les résultats.',
        en: 'Answers are still expected: close the evaluation before its results are published.',
      },
      { kind: 'conflict' },
    );
  }
  return published
    ? refuse(
        'evaluation.published',
        { fr: 'Les résultats de cette évaluation sont publiés.', en: 'The results of this evaluation are published.' },
        { kind: 'conflict' },
      )
    : null;
}

const notInTheLogYet = (): Refusal =>
  refuse(
    'evaluation.closingPending',
    {
      fr: 'La clôture n’a pas encore rejoint le registre : recommencez dans un instant.',
      en: 'The closing is not in the log yet: try again in a moment.',
    },
    { kind: 'conflict' },
  );

function otherResults({ responses, results }: PublishResultsInput, computed: ComputedResults): Refusal | null {
  const same =
    (responses === undefined || responses === computed.responses) &&
    (results === undefined || canonicalJson(results) === canonicalJson(computed.results));
  return same
    ? null
    : refuse(
        'evaluation.otherResults',
        {
          fr: `Ces résultats ne sont pas ceux que donnent les inscriptions du registre à la taille ${computed.size} : recalculez-les, ou laissez le registre le faire.`,
          en: `These are not the results that the entries of the register give at size ${computed.size}: compute them again, or leave it to the register.`,
        },
        { field: 'results' },
      );
}
