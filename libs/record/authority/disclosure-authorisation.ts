/** Under which standing authorisation what agents report may be made public: scope, term and conditions (02 §5). */
import type { disclosureAuthorisationEnded, disclosureAuthorisationGiven } from '@fil/facts/events/moderation.events';
import type { RecordedOf } from '../deciding/decider';

export interface DisclosureAuthorisation {
  /** Consultations, themes and territories it covers; empty: all. */
  readonly consultations: readonly string[];
  readonly themes: readonly string[];
  readonly territories: readonly string[];
  /** First and last day on which it may be cited. */
  readonly from: string;
  readonly until: string;
  /** It ended before its term. */
  readonly ended: boolean;
}

type Authorisations = ReadonlyMap<string, DisclosureAuthorisation>;

export function authorisationsAfter(
  authorisations: Authorisations,
  event: RecordedOf<typeof disclosureAuthorisationGiven | typeof disclosureAuthorisationEnded>,
): Authorisations {
  const { authorisation } = event.data;
  if (event.type === 'authority.disclosureAuthorisationGiven/1') {
    const { consultations, themes, territories, from, until } = event.data;
    const given = { consultations, themes, territories, from, until, ended: false };
    return new Map(authorisations).set(authorisation, given);
  }
  const given = authorisations.get(authorisation);
  return given ? new Map(authorisations).set(authorisation, { ...given, ended: true }) : authorisations;
}

/** Whether it may be cited on this day. */
export const isInTerm = ({ from, until, ended }: DisclosureAuthorisation, day: string): boolean =>
  from <= day && day <= until && !ended;

/** What it covers: the consultation, the territory, and every theme. What has no theme is in no scope by theme. */
export function covers(
  { consultations, themes, territories }: DisclosureAuthorisation,
  about: { readonly consultation: string; readonly themes: readonly string[]; readonly territory: string | null },
): boolean {
  const byTheme = themes.length === 0 || (about.themes.length > 0 && about.themes.every((one) => themes.includes(one)));
  const byPlace = territories.length === 0 || (about.territory !== null && territories.includes(about.territory));
  return byTheme && byPlace && (consultations.length === 0 || consultations.includes(about.consultation));
}
