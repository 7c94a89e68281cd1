import type { ObjectId } from '@fil/facts/kit/aggregates';
import { publishable } from '../deciding/publishable';
import {
  GiveManagementResponse,
  giveManagementResponseInput,
} from './give-management-response/give-management-response.command';
import { GiveManagementResponseHandler } from './give-management-response/give-management-response.handler';

export const EVALUATION_PUBLISHABLES = [
  publishable({
    kind: 'evaluation.managementResponse',
    label: { fr: 'Réponse de la collectivité à une évaluation', en: 'Response of the authority to an evaluation' },
    aggregate: 'evaluation',
    scope: 'evaluations',
    input: giveManagementResponseInput,
    publish: (decisions, id, input, requested) =>
      new GiveManagementResponseHandler(decisions).execute(
        new GiveManagementResponse(id as ObjectId<'evaluation'>, input, requested),
      ),
  }),
];
