/** What an authority's own facts say of deadlines: its rules, its sessions, its holidays. Foldable from public entries. */
import type { HolidayTerritory } from '../codes/holiday';
import { parisDay } from '../dates/paris-day';
import type {
  bodyNamed,
  deadlineRuleAdopted,
  deadlineRuleEnded,
  sessionCancelled,
  sessionMoved,
  sessionScheduled,
  settingChanged,
} from '../events/authority.events';
import type { FactEvent, KnownData } from '../figures/fact-event';
import { namedVersion } from '../kit/event-definition';
import type { Calendar } from './count-due';
import type { DeadlineRule } from './rule';
import type { Session, SessionCalendar } from './sessions';
import { PROMISES } from './start-set';

interface RecordedRule extends DeadlineRule {
  /** Index of the event that says it; only triggers recorded later fall under it. */
  readonly index: number;
}

/** JSON-serialisable. */
export interface AuthorityRules extends SessionCalendar {
  readonly authority: string;
  /** Its first day in this register: an import starts a deadline only for a trigger from then on (03 §6). */
  readonly firstDay: string;
  /** Whose holidays are kept, each from this index of the log on. */
  readonly territories: readonly { readonly territory: HolidayTerritory; readonly index: number }[];
  readonly rules: readonly RecordedRule[];
  readonly ended: readonly { readonly rule: string; readonly validTo: string; readonly index: number }[];
}

const changed = (
  sessions: readonly Session[],
  code: string | undefined,
  change: (session: Session) => Partial<Session>,
): readonly Session[] =>
  sessions.map((session) => (session.session === code ? { ...session, ...change(session) } : session));

/** One fact more. Null before `authority.registered`. */
export function evolveAuthorityRules(rules: AuthorityRules | null, event: FactEvent): AuthorityRules | null {
  const { name } = namedVersion(event.type);
  if (name === 'authority.registered')
    return {
      authority: event.stream,
      firstDay: parisDay(event.at),
      territories: [],
      councils: [],
      sessions: [],
      rules: [],
      ended: [],
    };
  if (!rules) return null;
  switch (name) {
    case 'authority.bodyNamed': {
      const { kind, body } = event.data as KnownData<typeof bodyNamed>;
      return kind === 'council' && body !== undefined ? { ...rules, councils: [...rules.councils, body] } : rules;
    }
    case 'authority.sessionScheduled': {
      const { session, body, on } = event.data as KnownData<typeof sessionScheduled>;
      const one = { session: session!, body: body!, on: on!, movedFrom: [], cancelled: false };
      return { ...rules, sessions: [...rules.sessions, { ...one, enteredOn: parisDay(event.at) }] };
    }
    case 'authority.sessionMoved': {
      const { session, from, to } = event.data as KnownData<typeof sessionMoved>;
      const move = ({ movedFrom }: Session): Partial<Session> => ({ on: to!, movedFrom: [...movedFrom, from!] });
      return { ...rules, sessions: changed(rules.sessions, session, move) };
    }
    case 'authority.sessionCancelled': {
      const { session } = event.data as KnownData<typeof sessionCancelled>;
      return { ...rules, sessions: changed(rules.sessions, session, () => ({ cancelled: true })) };
    }
    case 'authority.deadlineRuleAdopted':
    case 'authority.deadlineRuleAmended':
      return { ...rules, rules: [...rules.rules, recordedRule(event)] };
    case 'authority.deadlineRuleEnded': {
      const { rule, validTo } = event.data as KnownData<typeof deadlineRuleEnded>;
      return { ...rules, ended: [...rules.ended, { rule: rule!, validTo: validTo!, index: event.index }] };
    }
    case 'authority.settingChanged': {
      const { setting, to } = event.data as KnownData<typeof settingChanged>;
      if (setting !== 'holidays') return rules;
      const territory = { territory: to as HolidayTerritory, index: event.index };
      return { ...rules, territories: [...rules.territories, territory] };
    }
    default:
      return rules;
  }
}

function recordedRule({ data, index }: FactEvent): RecordedRule {
  const said = data as KnownData<typeof deadlineRuleAdopted>;
  return {
    rule: said.rule!,
    version: said.version!,
    trigger: said.trigger!,
    output: said.output!,
    owes: said.owes!,
    amount: said.amount ?? null,
    unit: said.unit!,
    body: said.body ?? null,
    basisKind: said.basisKind!,
    validFrom: said.validFrom ?? null,
    validTo: said.validTo ?? null,
    lastChecked: said.lastChecked ?? null,
    index,
  };
}

/** Sessions as they are in the calendar now, holidays as they were kept at a moment. */
export const calendarAt = (rules: AuthorityRules | null, { index }: Pick<Moment, 'index'>): Calendar => ({
  territory: rules?.territories.findLast((one) => one.index < index)?.territory ?? 'france',
  sessions: rules?.sessions ?? [],
  councils: rules?.councils ?? [],
});

/** When something started a deadline, and where that stands in the log. */
export interface Moment {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly index: number;
}

/**
 * The rules in force at a moment, each in the version it had then: what was recorded later changes nothing of it. What
 * was promised is owed whatever an authority makes of the rule that says so.
 */
export function rulesInForce(rules: AuthorityRules | null, { on, index }: Moment): readonly DeadlineRule[] {
  const said = (rules?.rules ?? []).filter((one) => one.index < index && (one.validFrom ?? '') <= on);
  const ended = (rules?.ended ?? []).filter((one) => one.index < index && one.validTo < on);
  const codes = new Set([...PROMISES, ...said].map(({ rule }) => rule));
  return [...codes].flatMap((code) => {
    const own = said.findLast(({ rule }) => rule === code);
    const over = (own?.validTo ?? on) < on || ended.some(({ rule }) => rule === code);
    return own && !over ? own : (PROMISES.find(({ rule }) => rule === code) ?? []);
  });
}
