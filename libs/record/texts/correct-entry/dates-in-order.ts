/** A date that is corrected obeys the rules it was entered by: what had to follow something still follows it. */
import { parisDay } from '@fil/facts/dates/paris-day';
import { firstDay, lastDay, type When } from '@fil/facts/dates/when';
import { namedVersion } from '@fil/facts/kit/event-definition';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';

/** The first before the second; where a fact is named, of the same one. Beside these nothing comes before the beginning. */
const FOLLOWS: readonly (readonly [earlier: string, later: string, same?: string])[] = [
  ['consultation.depositOpened', 'consultation.depositClosed'],
  ['consultation.depositClosed', 'consultation.depositOpened'],
  ['consultation.rulesPublished', 'consultation.rulesPublished'],
  ['encounter.held', 'encounter.sheetsCounted'],
  ['encounter.held', 'encounter.minutesPublished'],
  ['encounter.held', 'encounter.restitutionHeld'],
  ['encounter.sheetsCounted', 'encounter.sheetsEntered'],
  ['synthesis.published', 'synthesis.revised'],
  ['synthesis.published', 'synthesis.outcomeGiven'],
  ['decision.challengedInCourt', 'decision.suspendedByCourt', 'case'],
  ['decision.challengedInCourt', 'decision.courtRuled', 'case'],
  ['commitment.suspended', 'commitment.resumed'],
  ['commitment.started', 'commitment.declaredDone'],
  ['commitment.declaredDone', 'commitment.reopened'],
  ['committee.memberAppointed', 'committee.memberLeft', 'member'],
  ['evaluation.opened', 'evaluation.closed'],
  ['evaluation.closed', 'evaluation.published'],
];

interface Dated {
  readonly event: RecordedEvent;
  readonly on: When;
}

/**
 * @param events of the object, in the order in which they were recorded
 * @param corrected one of them, and the date it should have; null: the day it was recorded
 */
export function outOfOrder(
  events: readonly RecordedEvent[],
  corrected: { readonly event: RecordedEvent; readonly occurredOn: When | null },
): Refusal | null {
  const before = events.map((event): Dated => ({ event, on: event.occurredOn ?? parisDay(event.at) }));
  const at = events.indexOf(corrected.event);
  const after = before.with(at, { event: corrected.event, on: corrected.occurredOn ?? parisDay(corrected.event.at) });
  const untilOver = corrected.event.data['until'] as string | undefined;
  if (untilOver !== undefined && firstDay(after[at]!.on) > untilOver) return refusal(corrected.event);
  for (let n = 0; n < events.length; n++) {
    const [earlier, later] = n < at ? [n, at] : [at, n];
    if (n === at || !ordered(events, earlier, later)) continue;
    // What was never in that order says nothing.
    if (inOrder(before[earlier]!, before[later]!) && !inOrder(after[earlier]!, after[later]!))
      return refusal(events[n]!);
  }
  return null;
}

const inOrder = (earlier: Dated, later: Dated): boolean => lastDay(later.on) >= firstDay(earlier.on);

function ordered(events: readonly RecordedEvent[], earlier: number, later: number): boolean {
  if (earlier === 0) return true;
  const [one, other] = [events[earlier]!, events[later]!];
  const [first, second] = [namedVersion(one.type).name, namedVersion(other.type).name];
  return FOLLOWS.some(
    ([before, after, same]) =>
      before === first && after === second && (same === undefined || one.data[same] === other.data[same]),
  );
}

const refusal = ({ type, occurredOn, at }: RecordedEvent): Refusal => {
  const { name } = namedVersion(type);
  const on = occurredOn ?? parisDay(at);
  return refuse(
    'correction.outOfOrder',
    {
      fr: `Cette date contredit l’ordre des faits inscrits au registre (« ${name} », ${on}) : vérifiez-la, ou rectifiez d’abord l’autre date.`,
      en: `This date contradicts the order of the facts on record ("${name}", ${on}): check it, or correct the other date first.`,
    },
    { field: 'to/occurredOn' },
  );
};
