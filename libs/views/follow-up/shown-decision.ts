import type { decisionRegistered } from '@fil/facts/events/decision.events';
import { decisionStanding, evolveDecision, standingSince, type DecisionFacts } from '@fil/facts/figures/decision-facts';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { Names } from '../names/names';
import { naming } from '../names/naming';
import type { History } from '../reading/history';
import { happening } from '../reading/happening';
import { words } from '../reading/words-of';
import type { ShownDecision } from './shown-decision.answer';

export const decisionFacts = ({ events }: History): DecisionFacts | null =>
  events.reduce<DecisionFacts | null>((facts, event) => evolveDecision(facts, event), null);

/** The decision that something names; null when it names none, or when it is not in this register. */
export function decisionNamed(
  decisions: ReadonlyMap<string, History>,
  names: Names,
  id: string | undefined,
): ShownDecision | null {
  const history = id === undefined ? undefined : decisions.get(id);
  return history ? decisionShown(history, names) : null;
}

/** A decision as pages show it. */
export function decisionShown(history: History, names: Names): ShownDecision | null {
  const event = history.events[0];
  const facts = decisionFacts(history);
  if (!event || !facts) return null;
  const data = event.data as KnownData<typeof decisionRegistered>;
  const named = naming(names, data.authority ?? null);
  return {
    id: event.stream,
    title: words(event, 'title'),
    summary: words(event, 'summary'),
    address: words(event, 'address'),
    kind: facts.kind,
    body: named('bodies', data.body),
    decidedBy: named('functions', data.decidedBy),
    act: data.act
      ? {
          id: data.act.id ?? null,
          date: data.act.date ?? null,
          prefectureId: data.act.prefectureId ?? null,
          prefectureDate: data.act.prefectureDate ?? null,
        }
      : null,
    votes: data.votes
      ? { ...data.votes, members: data.votes.members ?? null, notTakingPart: data.votes.notTakingPart ?? null }
      : null,
    registered: happening(event),
    standing: decisionStanding(facts),
    standingSince: standingSince(facts),
  };
}
