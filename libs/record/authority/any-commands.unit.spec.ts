/** Any sequence of commands on an authority: no code is used twice, nothing ends twice, every history can be folded. */
import fc from 'fast-check';
import { SETTING_CODES, SETTING_VALUES, SETTINGS, type SettingValue } from '@fil/facts/codes/authority';
import {
  AUTHORITY_EVENTS,
  bodyNamed,
  functionCreated,
  listeningPointDeclared,
  sessionScheduled,
  territoryAdded,
  themeAdded,
} from '@fil/facts/events/authority.events';
import { event } from '@fil/facts/kit/event-definition';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import { expectEvents } from '../deciding/specification/given-when-then';
import { holdsAfterAnySequence, type DrawnCommand } from '../deciding/specification/random-commands';
import { decideTheme } from './add-theme/add-theme.decide';
import { decideTerritory } from './add-territory/add-territory.decide';
import { decideDeadlineRule } from './adopt-deadline-rule/adopt-deadline-rule.decide';
import { decideDeadlineRuleAmendment } from './amend-deadline-rule/amend-deadline-rule.decide';
import { authority, type AuthorityState } from './authority.state';
import { decideMandate } from './begin-mandate/begin-mandate.decide';
import { decideSessionCancellation } from './cancel-session/cancel-session.decide';
import { decideListeningPointChange } from './change-listening-point/change-listening-point.decide';
import { decideSetting } from './change-setting/change-setting.decide';
import { decideListeningPointClosing } from './close-listening-point/close-listening-point.decide';
import { decideFunction } from './create-function/create-function.decide';
import { decideListeningPoint } from './declare-listening-point/declare-listening-point.decide';
import { decidePreElectionPeriod } from './declare-pre-election-period/declare-pre-election-period.decide';
import { decideBodyEnd } from './end-body/end-body.decide';
import { decideDeadlineRuleEnd } from './end-deadline-rule/end-deadline-rule.decide';
import { decideFunctionEnd } from './end-function/end-function.decide';
import { decideTerritoryEnd } from './end-territory/end-territory.decide';
import { decideMerger } from './merge-theme/merge-theme.decide';
import { decideSessionMove } from './move-session/move-session.decide';
import { decideBodyName } from './name-body/name-body.decide';
import { decideAuthority } from './register-authority/register-authority.decide';
import { decideBodyRenaming } from './rename-body/rename-body.decide';
import { decideThemeRenaming } from './rename-theme/rename-theme.decide';
import { decideSession } from './schedule-session/schedule-session.decide';
import { context } from './specification/some-authority';

const name = { fr: 'Un nom' };
const reason = { fr: 'Une raison.' };
const code = fc.constantFrom('a', 'b', 'c');
const territory = fc.constantFrom('44109', '44109-D03');
const day = fc.constantFrom('2026-03-01', '2026-03-03', '2026-06-20', '2026-06-27');
const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });
const terms = fc.record({
  trigger: fc.constantFrom('documentRequested' as const, 'encounterHeld' as const),
  output: fc.constant('answer' as const),
  owes: fc.constant('authority' as const),
  amount: maybe(fc.integer({ min: 1, max: 3 })),
  unit: fc.constantFrom('months' as const, 'promised' as const, 'nextSession' as const),
  body: maybe(code),
  basisKind: fc.constant('charter' as const),
  validFrom: day,
  validTo: maybe(day),
  name: fc.constant(name),
  source: fc.constant('Charte'),
});

type Drawn = fc.Arbitrary<DrawnCommand<AuthorityState>>;
const drawn = <T>(
  content: fc.Arbitrary<T>,
  decide: (state: AuthorityState, content: T) => ReturnType<DrawnCommand<AuthorityState>>,
): Drawn => content.map((one) => (state) => decide(state, one));

const commands: Drawn[] = [
  drawn(fc.record({ body: code, kind: fc.constant('department' as const), parent: maybe(code) }), (s, c) =>
    decideBodyName(s, { ...c, name }, context),
  ),
  drawn(code, (s, body) => decideBodyRenaming(s, { body, name }, context)),
  drawn(fc.record({ body: code, successor: maybe(code) }), (s, c) => decideBodyEnd(s, c, context)),
  drawn(fc.record({ function: code, body: maybe(code) }), (s, c) => decideFunction(s, { ...c, name }, context)),
  drawn(fc.record({ function: code, successor: maybe(code) }), (s, c) => decideFunctionEnd(s, c, context)),
  drawn(code, (s, theme) => decideTheme(s, { theme, name }, context)),
  drawn(code, (s, theme) => decideThemeRenaming(s, { theme, name }, context)),
  drawn(fc.record({ theme: code, into: code }), (s, c) => decideMerger(s, c, context)),
  drawn(fc.record({ territory, parent: maybe(territory), population: maybe(fc.nat(100_000)) }), (s, c) =>
    decideTerritory(s, { ...c, name }, context),
  ),
  drawn(fc.record({ territory, successor: maybe(territory) }), (s, c) => decideTerritoryEnd(s, c, context)),
  drawn(fc.record({ session: code, body: code, on: day }), (s, c) => decideSession(s, c, context)),
  drawn(fc.record({ session: code, from: day, to: day }), (s, c) => decideSessionMove(s, { ...c, reason }, context)),
  drawn(code, (s, session) => decideSessionCancellation(s, { session, reason }, context)),
  drawn(fc.tuple(code, terms), (s, [rule, c]) => decideDeadlineRule(s, { ...c, rule }, context)),
  drawn(fc.tuple(code, terms, fc.integer({ min: 1, max: 4 })), (s, [rule, c, amends]) =>
    decideDeadlineRuleAmendment(s, { ...c, rule, amends, reason }, context),
  ),
  drawn(fc.record({ rule: code, validTo: day }), (s, c) => decideDeadlineRuleEnd(s, { ...c, reason }, context)),
  drawn(fc.record({ point: code, kind: fc.constant('place' as const), body: maybe(code) }), (s, c) =>
    decideListeningPoint(s, { ...c, name }, context),
  ),
  drawn(fc.record({ point: code, kind: fc.constant('trade' as const), territory: maybe(territory) }), (s, c) =>
    decideListeningPointChange(s, { ...c, name }, context),
  ),
  drawn(code, (s, point) => decideListeningPointClosing(s, { point }, context)),
  drawn(fc.record({ mandate: code, body: code, began: day, reviewBy: day }), (s, c) => decideMandate(s, c, context)),
  drawn(fc.record({ period: code, from: day, to: day }), (s, c) =>
    decidePreElectionPeriod(s, { ...c, election: 'municipal' }, context),
  ),
  drawn(
    fc.record({
      setting: fc.constantFrom(...SETTING_CODES),
      from: fc.constantFrom(...SETTING_VALUES),
      to: fc.constantFrom(...SETTING_VALUES),
    }),
    (s, c) => decideSetting(s, c, context),
  ),
];

/** What an event creates or ends, under a name that may occur once: `sessionScheduled a`. */
const CREATES_OR_ENDS =
  /^authority\.(\w*(?:Named|Created|Added|Scheduled|Adopted|Declared|Began|Ended|Closed|Cancelled|Merged))\//;
const CODES = ['body', 'function', 'theme', 'territory', 'session', 'rule', 'point', 'mandate', 'period'] as const;

function onceEach({ type, data }: RecordedEvent): string[] {
  const did = CREATES_OR_ENDS.exec(type)?.[1];
  if (!did) return [];
  const own = CODES.filter((one) => did.toLowerCase().includes(one) && one in data);
  return own.map((one) => `${did} ${data[one] as string}`);
}

it('of commands leaves an authority in which no code was used twice, and nothing ended twice', () => {
  const recorded = holdsAfterAnySequence({
    decider: authority,
    commands,
    first: (state) => [
      ...expectEvents(decideAuthority(state, { siret: '21440109300015', name }, context)),
      event(bodyNamed, { data: { body: 'a', kind: 'council' }, words: { name } }),
      event(functionCreated, { data: { function: 'a' }, words: { name } }),
      event(themeAdded, { data: { theme: 'a' }, words: { name } }),
      event(territoryAdded, { data: { territory: '44109' }, words: { name } }),
      event(sessionScheduled, { data: { session: 'a', body: 'a', on: '2026-06-20' }, words: {} }),
      event(listeningPointDeclared, { data: { point: 'a', kind: 'place' }, words: { name } }),
    ],
    legal: (state, events) => {
      const once = events.flatMap(onceEach);
      expect(new Set(once).size).toBe(once.length);
      for (const { body } of state.sessions.values()) expect(state.bodies.has(body)).toBe(true);
      for (const { versions } of state.deadlineRules.values())
        expect(versions.map(({ version }) => version)).toEqual(versions.map((_, n) => n + 1));
      for (const [setting, value] of state.settings)
        expect(SETTINGS[setting] as readonly SettingValue[]).toContain(value);
    },
    runs: 200,
  });
  // Rare ones may not be drawn; most are.
  expect(recorded.size).toBeGreaterThan(AUTHORITY_EVENTS.length / 2);
});
