/** What every version of a deadline rule must satisfy, and which rules still stand. */
import { DEADLINE_UNIT_LABELS, type DeadlineUnit } from '@fil/facts/codes/deadline';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from './authority.state';
import { unknownBody } from './known-in-authority';
import { endedBody } from './standing-codes';

export interface DeadlineRuleTerms {
  readonly amount?: number;
  readonly unit: DeadlineUnit;
  readonly body?: string;
  readonly validFrom: string;
  readonly validTo?: string;
  readonly lastChecked?: string;
}

/** Time that is not counted by a number. */
const WITHOUT_AMOUNT: ReadonlySet<DeadlineUnit> = new Set(['nextSession', 'promised']);

export function wrongTerms(state: AuthorityState, terms: DeadlineRuleTerms, today: string): Refusal | null {
  return (
    wrongAmount(terms) ??
    bodyWithoutSession(terms) ??
    unknownBody(state, terms.body, 'body') ??
    endedBody(state, terms.body, 'body') ??
    wrongPeriod(terms) ??
    checkedTooEarly(terms, today)
  );
}

function wrongAmount({ unit, amount }: DeadlineRuleTerms): Refusal | null {
  const counted = !WITHOUT_AMOUNT.has(unit);
  if (counted === (amount !== undefined)) return null;
  const { fr, en } = DEADLINE_UNIT_LABELS[unit];
  return refuse(
    'deadlineRule.amount',
    counted
      ? {
          fr: `Un délai en « ${fr} » doit dire combien (« amount »).`,
          en: `A time limit in "${en}" must say how many ("amount").`,
        }
      : {
          fr: `Un délai « ${fr} » ne se compte pas : retirez « amount ».`,
          en: `The time limit "${en}" is not counted: remove "amount".`,
        },
    { field: 'amount' },
  );
}

const bodyWithoutSession = ({ unit, body }: DeadlineRuleTerms): Refusal | null =>
  body === undefined || unit === 'nextSession'
    ? null
    : refuse(
        'deadlineRule.body',
        {
          fr: 'L’instance (« body ») ne se donne que pour un délai qui finit à sa prochaine séance.',
          en: 'The body is given only for a time limit that ends with its next session.',
        },
        { field: 'body' },
      );

const wrongPeriod = ({ validFrom, validTo }: DeadlineRuleTerms): Refusal | null =>
  validTo === undefined || validTo >= validFrom
    ? null
    : refuse(
        'deadlineRule.period',
        {
          fr: 'La règle cesserait de s’appliquer avant d’avoir commencé : corrigez « validTo ».',
          en: 'The rule would cease to apply before it began: correct "validTo".',
        },
        { field: 'validTo' },
      );

const checkedTooEarly = ({ lastChecked }: DeadlineRuleTerms, today: string): Refusal | null =>
  lastChecked === undefined || lastChecked <= today
    ? null
    : refuse(
        'deadlineRule.checkedToCome',
        {
          fr: 'La dernière vérification du texte ne peut pas être à venir.',
          en: 'The last check of the text cannot be to come.',
        },
        { field: 'lastChecked' },
      );

/** The rule in the address must have been adopted, and not have ended. */
export function notAStandingRule({ deadlineRules }: AuthorityState, code: string): Refusal | null {
  const rule = deadlineRules.get(code);
  if (!rule) {
    return refuse(
      'deadlineRule.unknown',
      {
        fr: `La règle de délai « ${code} » n’a pas été adoptée par cette collectivité.`,
        en: `The deadline rule "${code}" has not been adopted by this authority.`,
      },
      { kind: 'notFound' },
    );
  }
  return rule.endedOn === null
    ? null
    : refuse(
        'deadlineRule.ended',
        {
          fr: `La règle de délai « ${code} » ne s’applique plus depuis le ${rule.endedOn}.`,
          en: `The deadline rule "${code}" ended on ${rule.endedOn}.`,
        },
        { kind: 'conflict' },
      );
}
