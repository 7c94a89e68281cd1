/** What several rules of commitments ask first. */
import type { CommonFacts } from '@fil/facts/kit/common-facts';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { DecisionState } from '../decisions/decision.state';
import { restsOnNothing } from '../decisions/rests-on-nothing';
import type { MadeCommitment } from './commitment.state';

export const missingCommitment = (): Refusal =>
  refuse(
    'commitment.missing',
    { fr: 'Cet engagement n’existe pas.', en: 'There is no such commitment.' },
    { kind: 'notFound' },
  );

/** A done commitment can be contested and reopened, never edited; nor can an abandoned one. */
export function alreadyOver({ progress }: MadeCommitment): Refusal | null {
  if (progress === 'done' || progress === 'verified') {
    return refuse(
      'commitment.done',
      {
        fr: 'Cet engagement est déclaré réalisé : il peut être contesté ou rouvert, jamais modifié. Rouvrez-le d’abord.',
        en: 'This commitment is declared done: it can be contested or reopened, never edited. Reopen it first.',
      },
      { kind: 'conflict' },
    );
  }
  if (progress === 'abandoned') {
    return refuse(
      'commitment.abandoned',
      { fr: 'Cet engagement est abandonné. Rouvrez-le d’abord.', en: 'This commitment is abandoned. Reopen it first.' },
      { kind: 'conflict' },
    );
  }
  return null;
}

/** Work goes on only once it has resumed. A source may say so by what it says next. */
export const stillSuspended = (
  { progress }: MadeCommitment,
  { takenOver }: { takenOver?: CommonFacts['takenOver'] },
): Refusal | null =>
  progress === 'suspended' && !takenOver
    ? refuse(
        'commitment.suspended',
        {
          fr: 'Cet engagement est suspendu : enregistrez d’abord sa reprise.',
          en: 'This commitment is suspended: record first that it resumes.',
        },
        { kind: 'conflict' },
      )
    : null;

type NotStated = NonNullable<NonNullable<CommonFacts['takenOver']>['notStated']>[number];

/** True when it is taken over from a source that does not say this. */
export const isNotStated = (command: { takenOver?: CommonFacts['takenOver'] }, what: NotStated): boolean =>
  command.takenOver?.notStated?.includes(what) ?? false;

/** @param decision the one the command names; undefined when it names none */
export const unknownDecision = (decision: DecisionState | undefined): Refusal | null =>
  decision && !decision.exists
    ? refuse(
        'commitment.unknownDecision',
        {
          fr: 'La décision indiquée n’existe pas : enregistrez-la d’abord.',
          en: 'There is no such decision: register it first.',
        },
        { field: 'decision' },
      )
    : null;

/** Nothing new rests on what is annulled or repealed; a source may tell that something did. */
export const decisionUndone = (
  decision: DecisionState | undefined,
  { takenOver }: { takenOver?: CommonFacts['takenOver'] },
): Refusal | null => (decision?.exists && !takenOver ? restsOnNothing(decision, 'commitment.decisionUndone') : null);
