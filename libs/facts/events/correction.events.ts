/**
 * Errors of entry (02 §2.1): both values stay on the page, the figures use the corrected one. One definition per
 * aggregate, made here from the list of what a clerk may get wrong. Contributions have their own, older one; an author's
 * answer, a report and the clock are never corrected this way.
 */
import type { Aggregate } from '../kit/aggregates';
import { defineEvent, namedVersion } from '../kit/event-definition';
import { explained } from '../kit/explained';
import {
  eventId,
  fieldPath,
  nullable,
  object,
  optional,
  when,
  type FactField,
  type FactFields,
} from '../kit/fact-fields';
import { text } from '../kit/sealed-fields';
import { isAboutEntries } from './about-entries';
import { budgetCommitted, commitmentMade, progressReported } from './commitment.events';
import { consultationOpened, meansReported, signaturesCounted } from './consultation.events';
import { decisionRegistered } from './decision.events';
import { encounterHeld, restitutionHeld, sheetsCounted, sheetsEntered } from './encounter.events';
import { guarantorAppointed } from './guarantor.events';

/** Beside the date, which any entry may have wrong: by event, without its version, the facts that may be corrected. */
const CORRECTABLE = {
  authority: {},
  consultation: {
    'consultation.opened': { amountAtStake: consultationOpened.facts.amountAtStake },
    'consultation.meansReported': { cents: meansReported.facts.cents, hours: meansReported.facts.hours },
    'consultation.signaturesCounted': { count: signaturesCounted.facts.count },
  },
  encounter: {
    'encounter.held': { participants: encounterHeld.facts.participants, tables: encounterHeld.facts.tables },
    'encounter.sheetsCounted': { handedIn: sheetsCounted.facts.handedIn, blank: sheetsCounted.facts.blank },
    'encounter.sheetsEntered': { entered: sheetsEntered.facts.entered, unreadable: sheetsEntered.facts.unreadable },
    'encounter.restitutionHeld': { participants: restitutionHeld.facts.participants },
  },
  synthesis: {},
  guarantor: { 'guarantor.appointed': { allowance: guarantorAppointed.facts.allowance } },
  decision: {
    'decision.registered': { act: decisionRegistered.facts.act, votes: decisionRegistered.facts.votes },
  },
  commitment: {
    'commitment.made': { budgetVoted: commitmentMade.facts.budgetVoted },
    'commitment.progressReported': {
      percent: progressReported.facts.percent,
      indicatorValue: progressReported.facts.indicatorValue,
    },
    'commitment.budgetCommitted': { cents: budgetCommitted.facts.cents },
    'commitment.budgetSpent': { cents: budgetCommitted.facts.cents },
  },
  committee: {},
  evaluation: {},
} as const satisfies Partial<Record<Aggregate, Readonly<Record<string, FactFields>>>>;

export type CorrectableAggregate = keyof typeof CORRECTABLE;
export const CORRECTABLE_AGGREGATES = Object.keys(CORRECTABLE) as CorrectableAggregate[];

/** Where an error is set right by another event, which says so; or where there was no clerk. */
const NEVER: ReadonlySet<string> = new Set(['synthesis.outcomeGiven', 'commitment.declaredDone']);

/** The facts of an entry that may be corrected, with the form of their values; null where none may, not even the date. */
export function correctableFields(type: string): Readonly<Record<string, FactField<unknown>>> | null {
  const { name } = namedVersion(type);
  const ofAggregate = (CORRECTABLE as Readonly<Record<string, Readonly<Record<string, FactFields>>>>)[
    name.slice(0, name.indexOf('.'))
  ];
  if (!ofAggregate || NEVER.has(name) || isAboutEntries(type)) return null;
  return { occurredOn: when, ...ofAggregate[name] };
}

/** A value that was, or is now, on record: the one field that is corrected; null where there was or should be none. */
function valuesOf(aggregate: CorrectableAggregate): FactField<Readonly<Record<string, unknown>>> {
  const events: Readonly<Record<string, FactFields>> = CORRECTABLE[aggregate];
  const values: Record<string, FactField<unknown>> = {};
  for (const fields of [{ occurredOn: when }, ...Object.values(events)])
    for (const [name, field] of Object.entries(fields))
      values[name] = optional(nullable<unknown>({ ...field, optional: false }));
  return object(values);
}

const entryCorrected = <A extends CorrectableAggregate>(aggregate: A) => {
  const values = valuesOf(aggregate);
  return defineEvent(`${aggregate}.entryCorrected/1`, {
    meaning: {
      fr: 'Une erreur de saisie est corrigée ; l’ancienne valeur reste visible.',
      en: 'A clerical error is corrected; the old value stays visible.',
    },
    facts: {
      event: eventId,
      field: fieldPath,
      from: explained(values, {
        fr: 'La valeur erronée ; null s’il n’y en avait pas.',
        en: 'The wrong value; null where there was none.',
      }),
      to: explained(values, {
        fr: 'La bonne valeur ; null s’il ne doit pas y en avoir.',
        en: 'The right value; null where there should be none.',
      }),
    },
    sealed: { reason: text() },
  });
};

export const ENTRY_CORRECTED = Object.fromEntries(
  CORRECTABLE_AGGREGATES.map((aggregate) => [aggregate, entryCorrected(aggregate)]),
) as { readonly [A in CorrectableAggregate]: ReturnType<typeof entryCorrected<A>> };

export const CORRECTION_EVENTS = Object.values(ENTRY_CORRECTED);
