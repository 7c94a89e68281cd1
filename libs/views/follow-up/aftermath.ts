/** What became of a decision: later acts, and the courts. Pure; shown with the decision and with what rests on it. */
import type {
  decisionAmended,
  decisionAnnulled,
  decisionChallengedInCourt,
  decisionCourtRuled,
  decisionSuspendedByCourt,
} from '@fil/facts/events/decision.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import { eventsOf, type History } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import { words } from '../reading/words-of';
import { decisionFacts } from './shown-decision';
import type { ActShown, CaseShown, ChangeShown, Titled } from './shown-decision.answer';

type Act = KnownData<typeof decisionAmended>['act'];

export const actShown = (act: NonNullable<Act>): ActShown => ({
  id: act.id ?? null,
  date: act.date ?? null,
  subjectCode: act.subjectCode ?? null,
  prefectureId: act.prefectureId ?? null,
  prefectureDate: act.prefectureDate ?? null,
  budgetYear: act.budgetYear ?? null,
  sha256: act.sha256 ?? null,
});

const KINDS = {
  'decision.amended/1': 'amended',
  'decision.annulled/1': 'annulled',
  'decision.repealed/1': 'repealed',
} as const;

/** @param title the title of a decision of this register */
export const changesOf = (history: History, title: (decision: string) => Titled): ChangeShown[] =>
  eventsOf(history, ...Object.keys(KINDS)).map((event) => {
    const data = event.data as KnownData<typeof decisionAnnulled>;
    return {
      ...happening(event),
      kind: KINDS[event.type as keyof typeof KINDS],
      by: data.by!,
      extent: data.extent ?? null,
      effectFrom: data.effectFrom ?? null,
      act: data.act ? actShown(data.act) : null,
      decision: data.decision === undefined ? null : title(data.decision),
      reason: words(event, 'reason'),
      address: words(event, 'address'),
    };
  });

type InCourt = Omit<CaseShown['challenged'], 'by'>;

const inCourt = (event: KeptEvent): InCourt => ({
  ...happening(event),
  court: (event.data as KnownData<typeof decisionSuspendedByCourt>).court!,
  caseNumber: words(event, 'caseNumber'),
  grounds: words(event, 'grounds'),
  address: words(event, 'address'),
});

export function casesOf(history: History): CaseShown[] {
  const facts = decisionFacts(history);
  const of = (type: string, code: string): readonly KeptEvent[] =>
    eventsOf(history, type).filter(({ data }) => data['case'] === code);
  return eventsOf(history, 'decision.challengedInCourt/1').map((event) => {
    const { case: code, by } = event.data as KnownData<typeof decisionChallengedInCourt>;
    return {
      case: code!,
      challenged: { ...inCourt(event), by: by ?? null },
      suspensions: of('decision.suspendedByCourt/1', code!).map((one) => ({
        ...inCourt(one),
        until: (one.data as KnownData<typeof decisionSuspendedByCourt>).until ?? null,
      })),
      rulings: of('decision.courtRuled/1', code!).map((one) => {
        const { outcome, final } = one.data as KnownData<typeof decisionCourtRuled>;
        return { ...inCourt(one), outcome: outcome!, final: final ?? null };
      }),
      suspended: facts?.cases.find((one) => one.case === code)?.suspended ?? false,
    };
  });
}
