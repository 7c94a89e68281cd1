import { outcomeRow } from '@fil/facts/codes/outcome';
import { contributionDeclaredInadmissible } from '@fil/facts/events/moderation.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { unknownFunction } from '../../authority/known-in-authority';
import type { ConsultationState } from '../../consultations/consultation.state';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState, RecordedContribution } from '../contribution.state';
import type { Mandate } from '../mandate-of';
import { appealBy, inadmissible, reversedBefore } from '../moderation-rules';
import { closedToChanges, unknownContribution } from '../still-open';
import type { DeclareInadmissibleInput } from './declare-inadmissible.command';

/** Under an article of the rules that its author accepted; nothing is then owed but the reason, and a second look. */
export function decideInadmissibility(
  state: ContributionState,
  command: DeclareInadmissibleInput,
  { authority, consultation }: Mandate,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  return (
    closedToChanges(state) ??
    inadmissible(state) ??
    reversedBefore(state, 'inadmissible') ??
    answeredBefore(state) ??
    notItsRules(state, consultation, command) ??
    unknownFunction(authority, command.decidedBy, 'decidedBy') ??
    notYetHappened('moderation.toCome', command.occurredOn, today) ?? [
      eventFrom(contributionDeclaredInadmissible, command, { appealBy: appealBy(consultation, today) }),
    ]
  );
}

/** Who has answered has examined it: an answer is never taken back by calling the question inadmissible. */
const answeredBefore = ({ points }: RecordedContribution): Refusal | null =>
  [...points.values()].some(({ answer }) => answer !== null && !outcomeRow(answer.outcome).provisional)
    ? refuse(
        'inadmissible.answered',
        {
          fr: 'Une suite définitive a été donnée à cette contribution : elle ne peut plus être déclarée irrecevable.',
          en: 'This contribution was given a final outcome: it can no longer be declared inadmissible.',
        },
        { kind: 'conflict' },
      )
    : null;

function notItsRules(
  { moderation: { rulesAccepted } }: RecordedContribution,
  consultation: ConsultationState,
  { rulesVersion }: DeclareInadmissibleInput,
): Refusal | null {
  const field = 'rulesVersion';
  const published = consultation.exists ? consultation.rules : [];
  if (published.length === 0) {
    return refuse('inadmissible.noRules', {
      fr: 'Cette démarche n’a pas publié de règles du jeu : une contribution ne peut être déclarée irrecevable qu’au titre de l’un de leurs articles.',
      en: 'This consultation has published no rules: a contribution is declared inadmissible only under one of their articles.',
    });
  }
  if (!published.some(({ version }) => version === rulesVersion)) {
    return refuse(
      'inadmissible.unknownRules',
      {
        fr: `La version ${rulesVersion} des règles du jeu n’a pas été publiée.`,
        en: `Version ${rulesVersion} of the rules was not published.`,
      },
      { field },
    );
  }
  return rulesAccepted === null || rulesAccepted === rulesVersion
    ? null
    : refuse(
        'inadmissible.otherRules',
        {
          fr: `L’auteur a accepté la version ${rulesAccepted} des règles du jeu : c’est elle qui s’applique.`,
          en: `The author accepted version ${rulesAccepted} of the rules: that is the one that applies.`,
        },
        { field },
      );
}
