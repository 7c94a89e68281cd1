import type { ObjectId } from '@fil/facts/kit/aggregates';
import { publishable } from '../deciding/publishable';
import { AbandonCommitment, abandonCommitmentInput } from './abandon-commitment/abandon-commitment.command';
import { AbandonCommitmentHandler } from './abandon-commitment/abandon-commitment.handler';
import { DeclareDone, declareDoneInput } from './declare-done/declare-done.command';
import { DeclareDoneHandler } from './declare-done/declare-done.handler';
import { MakeCommitment, makeCommitmentInput } from './make-commitment/make-commitment.command';
import { MakeCommitmentHandler } from './make-commitment/make-commitment.handler';
import { RescheduleCommitment, rescheduleCommitmentInput } from './reschedule-commitment/reschedule-commitment.command';
import { RescheduleCommitmentHandler } from './reschedule-commitment/reschedule-commitment.handler';

export const COMMITMENT_PUBLISHABLES = [
  publishable({
    kind: 'commitment.making',
    label: { fr: 'Prise d’un engagement', en: 'Making of a commitment' },
    aggregate: null,
    scope: 'commitments',
    input: makeCommitmentInput,
    publish: (decisions, _object, input, requested) =>
      new MakeCommitmentHandler(decisions).execute(new MakeCommitment(input, requested)),
  }),
  publishable({
    kind: 'commitment.rescheduling',
    label: { fr: 'Report de l’échéance d’un engagement', en: 'Rescheduling of a commitment' },
    aggregate: 'commitment',
    scope: 'commitments',
    input: rescheduleCommitmentInput,
    publish: (decisions, id, input, requested) =>
      new RescheduleCommitmentHandler(decisions).execute(
        new RescheduleCommitment(id as ObjectId<'commitment'>, input, requested),
      ),
  }),
  publishable({
    kind: 'commitment.abandonment',
    label: { fr: 'Abandon d’un engagement', en: 'Abandonment of a commitment' },
    aggregate: 'commitment',
    scope: 'commitments',
    input: abandonCommitmentInput,
    publish: (decisions, id, input, requested) =>
      new AbandonCommitmentHandler(decisions).execute(
        new AbandonCommitment(id as ObjectId<'commitment'>, input, requested),
      ),
  }),
  publishable({
    kind: 'commitment.completion',
    label: { fr: 'Déclaration de réalisation d’un engagement', en: 'Declaration that a commitment is done' },
    aggregate: 'commitment',
    scope: 'commitments',
    input: declareDoneInput,
    publish: (decisions, id, input, requested) =>
      new DeclareDoneHandler(decisions).execute(new DeclareDone(id as ObjectId<'commitment'>, input, requested)),
  }),
];
