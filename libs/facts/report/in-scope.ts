/** Which objects a report is about: from its scope to everything that was said there and that follows from it. */
import type { decisionRegistered } from '../events/decision.events';
import type { Started } from '../deadlines/started';
import type { KnownData } from '../figures/fact-event';
import { commitmentsFollowing } from '../figures/published-figures';
import type { RecordFacts } from '../figures/record-facts';
import { standingAnswers } from '../figures/standing';
import type { Aggregate } from '../kit/aggregates';
import type { ObjectHistory } from './report-record';
import type { ReportScope } from './report-scope';

export type Ids = ReadonlySet<string>;

/** Whether an object is named in some facts, at whatever depth. */
function names(value: unknown, ids: Ids): boolean {
  if (typeof value === 'string') return ids.has(value);
  if (Array.isArray(value)) return value.some((item) => names(item, ids));
  return typeof value === 'object' && value !== null && Object.values(value).some((item) => names(item, ids));
}

export const concerns = (scope: ReportScope, about: Ids, started: Started): boolean =>
  scope.kind === 'register' ||
  [started.consultation, started.about, started.trigger.stream].some((id) => id !== null && about.has(id)) ||
  (scope.kind === 'authority' && started.authority === scope.authority);

export function consultationsIn(scope: ReportScope, all: readonly ObjectHistory[]): Ids {
  switch (scope.kind) {
    case 'consultations':
      return new Set(scope.consultations);
    case 'authority':
      // As organiser or addressee, from the start or since.
      return new Set(
        all
          .filter(({ events }) => events.some(({ data }) => names(data, new Set([scope.authority]))))
          .map(({ id }) => id),
      );
    case 'register':
      return new Set(all.map(({ id }) => id));
  }
}

/** Who organises them, and who is asked to answer. */
export function authoritiesOf(scope: ReportScope, all: readonly ObjectHistory[], consultations: Ids): Ids {
  const found = new Set(scope.kind === 'authority' ? [scope.authority] : []);
  for (const { id, events } of all) {
    if (!consultations.has(id)) continue;
    for (const { data } of events) {
      const {
        organiser,
        authority,
        addressees = [],
      } = data as {
        organiser?: string;
        authority?: string;
        addressees?: readonly { authority: string }[];
      };
      for (const one of [organiser, authority, ...addressees.map((each) => each.authority)])
        if (one !== undefined) found.add(one);
    }
  }
  return found;
}

export interface Followed {
  readonly decisions: Ids;
  readonly commitments: Ids;
}

/**
 * What follows from what was said: the commitments of the published figures, and those made by a decision that names
 * the consultation although they answer nobody in particular; the decisions that name it or that an answer rests on.
 */
export function followedIn(
  scope: ReportScope,
  facts: RecordFacts,
  histories: (aggregate: Aggregate) => readonly ObjectHistory[],
): Followed {
  const all = (aggregate: Aggregate): Ids => new Set(histories(aggregate).map(({ id }) => id));
  if (scope.kind === 'register') return { decisions: all('decision'), commitments: all('commitment') };
  const decisions = new Set<string>();
  const ofScope = new Set(facts.consultations.keys());
  for (const { id, events } of histories('decision')) {
    const data = events[0]!.data as KnownData<typeof decisionRegistered>;
    const own = scope.kind === 'authority' && data.authority === scope.authority;
    if (own || names(data.consultations, ofScope)) decisions.add(id);
  }
  for (const one of facts.contributions.values())
    for (const { decision } of standingAnswers(one)) if (decision !== null) decisions.add(decision);
  const commitments = new Set(commitmentsFollowing(facts, null));
  for (const { id, events } of histories('commitment')) {
    const { authority, decision } = events[0]!.data as { authority?: string; decision?: string };
    if (decision !== undefined && decisions.has(decision)) commitments.add(id);
    if (scope.kind === 'authority' && authority === scope.authority) commitments.add(id);
  }
  for (const id of commitments) {
    const decision = facts.commitments.get(id)?.decision;
    if (decision) decisions.add(decision);
  }
  return { decisions, commitments };
}

/** The objects that name what the report is about, each kind by what it may name. */
export function belonging(
  scope: ReportScope,
  about: Ids,
  authorities: Ids,
): (aggregate: Aggregate, history: ObjectHistory) => boolean {
  return (aggregate, { id, events }) => {
    if (about.has(id) || scope.kind === 'register') return true;
    const first = events[0]!.data;
    switch (aggregate) {
      case 'consultation':
      case 'decision':
      case 'commitment':
        return false;
      case 'authority':
        return authorities.has(id);
      case 'guarantor':
      case 'committee':
        // One that names nothing in particular watches over everything its authority does.
        return names(first, about) || (watchesAll(first) && authorities.has(first['authority'] as string));
      default:
        return names(first, about);
    }
  };
}

/** An empty list of consultations, or an empty scope: everything the authority does. */
function watchesAll(data: Readonly<Record<string, unknown>>): boolean {
  const watched = data['consultations'] ?? data['scope'];
  return Array.isArray(watched) && watched.length === 0;
}
