import { commitmentMade } from '@fil/facts/events/commitment.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownAuthority, unknownBody, unknownFunction, unknownTheme } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { DecisionState } from '../../decisions/decision.state';
import type { CommitmentState } from '../commitment.state';
import { alreadyOver, decisionUndone, isNotStated, unknownDecision } from '../standing';
import type { MakeCommitmentInput } from './make-commitment.command';

/** The objects the command names; undefined when it names none. */
export interface SeenWhenMaking {
  readonly authority: AuthorityState;
  readonly decision?: DecisionState;
  readonly parent?: CommitmentState;
  /** The first of what it says it answers that does not exist. */
  readonly missing?: string | null;
  /** The first of it that has limited access. */
  readonly restricted?: string | null;
}

export function decideMaking(
  state: CommitmentState,
  command: MakeCommitmentInput,
  { authority, decision, parent, missing, restricted }: SeenWhenMaking,
  context: DecidingContext,
): Decided {
  if (state.exists) {
    return refuse(
      'commitment.exists',
      { fr: 'Cet engagement est déjà enregistré.', en: 'This commitment is already recorded.' },
      { kind: 'conflict' },
    );
  }
  return (
    unknownAuthority(authority, 'authority') ??
    unknownBody(authority, command.owner, 'owner') ??
    unknownFunction(authority, command.accountable, 'accountable') ??
    unknownTheme(authority, command.themes, 'themes') ??
    withoutOrigin(command) ??
    answersNothing(missing) ??
    answersUndisclosed(restricted) ??
    unknownDecision(decision) ??
    decisionUndone(decision, command) ??
    withoutOwner(command) ??
    wrongParent(command, parent) ??
    notYetHappened('commitment.toCome', command.occurredOn, context.today) ?? [eventFrom(commitmentMade, command)]
  );
}

/** The thread: a commitment follows from a decision, or answers somebody. */
const withoutOrigin = ({ decision, answers }: MakeCommitmentInput): Refusal | null =>
  decision || answers.length > 0
    ? null
    : refuse(
        'commitment.originMissing',
        {
          fr: 'Indiquez la décision dont découle cet engagement, ou les contributions et synthèses auxquelles il répond.',
          en: 'Name the decision this commitment follows from, or the contributions and syntheses it answers.',
        },
        { field: 'decision' },
      );

const answersNothing = (missing: string | null | undefined): Refusal | null =>
  missing
    ? refuse(
        'commitment.unknownAnswered',
        {
          fr: `Cet engagement répondrait à « ${missing} », qui n’existe pas : vérifiez l’identifiant.`,
          en: `This commitment would answer "${missing}", which does not exist: check the id.`,
        },
        { field: 'answers' },
      )
    : null;

/** Whom it answers would be told, and of what has limited access nothing is told before an authorisation. */
const answersUndisclosed = (restricted: string | null | undefined): Refusal | null =>
  restricted
    ? refuse(
        'commitment.answersUndisclosed',
        {
          fr: `L’accès à « ${restricted} » est limité : un engagement public ne peut pas la citer avant une autorisation de diffusion. Citez l’engagement dans la suite qui lui est donnée.`,
          en: `Access to "${restricted}" is restricted: a public commitment cannot name it before a disclosure authorisation. Name the commitment in the answer given to it.`,
        },
        { field: 'answers' },
      )
    : null;

const withoutOwner = (command: MakeCommitmentInput): Refusal | null =>
  command.owner || command.accountable || isNotStated(command, 'owner')
    ? null
    : refuse(
        'commitment.ownerMissing',
        {
          fr: 'Indiquez le service qui porte cet engagement, ou la fonction qui en répond.',
          en: 'Name the department that owns this commitment, or the function accountable for it.',
        },
        { field: 'owner' },
      );

function wrongParent(
  { parent: named, weight, authority, takenOver }: MakeCommitmentInput,
  parent: CommitmentState | undefined,
): Refusal | null {
  if (parent && !parent.exists) {
    return refuse(
      'commitment.unknownParent',
      {
        fr: 'L’engagement dont celui-ci dépend n’existe pas.',
        en: 'There is no such commitment for this one to be part of.',
      },
      { field: 'parent' },
    );
  }
  if (parent && parent.authority !== authority) {
    return refuse(
      'commitment.parentOfAnother',
      {
        fr: 'L’engagement dont celui-ci dépend est celui d’une autre collectivité.',
        en: 'The commitment this one would be part of is another authority’s.',
      },
      { field: 'parent' },
    );
  }
  // A source may list the parts of what it calls done.
  if (parent && !takenOver) {
    const over = alreadyOver(parent);
    if (over) return { ...over, field: 'parent' };
  }
  if (weight !== undefined && !named) {
    return refuse(
      'commitment.weightWithoutParent',
      {
        fr: 'Un poids se rapporte à un engagement plus large : indiquez lequel, ou retirez le poids.',
        en: 'A weight refers to a larger commitment: name it, or leave the weight out.',
      },
      { field: 'weight' },
    );
  }
  return null;
}
