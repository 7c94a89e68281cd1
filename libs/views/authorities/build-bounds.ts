/** What an authority is bound by: its sessions, deadline rules, mandates, pre-election periods and settings. Pure. */
import { SETTING_CODES, settingByDefault } from '@fil/facts/codes/authority';
import { isLegalObligation } from '@fil/facts/codes/deadline';
import {
  deadlineRuleAdopted,
  deadlineRuleAmended,
  deadlineRuleEnded,
  mandateBegan,
  preElectionPeriodDeclared,
  sessionCancelled,
  sessionMoved,
  sessionScheduled,
  settingChanged,
} from '@fil/facts/events/authority.events';
import { happening, type KeptEvent } from '../reading/happening';
import { words } from '../reading/words-of';
import type {
  DeadlineRuleShown,
  MandateShown,
  PreElectionPeriodShown,
  RuleVersionShown,
  SessionShown,
  SettingShown,
} from './authorities.answer';
import { about, dataOf, told, withReason, type AuthorityReading } from './reading-authority';

export const sessionsOf = (reading: AuthorityReading): SessionShown[] =>
  told(reading, sessionScheduled)
    .map((scheduled) => sessionShown(reading, scheduled))
    .sort((a, b) => a.on.localeCompare(b.on) || a.scheduled.index - b.scheduled.index);

function sessionShown(reading: AuthorityReading, scheduled: KeptEvent): SessionShown {
  const { session, body, on } = dataOf(scheduled, sessionScheduled);
  const moves = about(reading, sessionMoved, 'session', session!).map((event) => {
    const { from, to } = dataOf(event, sessionMoved);
    return { ...withReason(event), from: from!, to: to! };
  });
  const [cancelled] = about(reading, sessionCancelled, 'session', session!);
  const now = moves.at(-1)?.to ?? on!;
  return {
    session: session!,
    body: reading.bodyNamed(body!),
    title: words(scheduled, 'title'),
    on: now,
    state: cancelled ? 'cancelled' : now < reading.today ? 'past' : 'toCome',
    scheduled: happening(scheduled),
    moves,
    cancelled: cancelled ? withReason(cancelled) : null,
  };
}

export const deadlineRulesOf = (reading: AuthorityReading): DeadlineRuleShown[] =>
  told(reading, deadlineRuleAdopted).map((adopted) => {
    const rule = dataOf(adopted, deadlineRuleAdopted).rule!;
    const [ended] = about(reading, deadlineRuleEnded, 'rule', rule);
    return {
      rule,
      versions: [adopted, ...about(reading, deadlineRuleAmended, 'rule', rule)].map((event) =>
        versionShown(reading, event),
      ),
      ended: ended ? { ...withReason(ended), validTo: dataOf(ended, deadlineRuleEnded).validTo! } : null,
    };
  });

function versionShown(reading: AuthorityReading, event: KeptEvent): RuleVersionShown {
  const said = dataOf(event, deadlineRuleAdopted);
  return {
    ...withReason(event),
    version: said.version!,
    name: words(event, 'name'),
    trigger: said.trigger!,
    output: said.output!,
    owes: said.owes!,
    amount: said.amount ?? null,
    unit: said.unit!,
    body: said.body === undefined ? null : reading.bodyNamed(said.body),
    basisKind: said.basisKind!,
    legalObligation: isLegalObligation(said.basisKind!),
    source: words(event, 'source'),
    validFrom: said.validFrom!,
    validTo: said.validTo ?? null,
    lastChecked: said.lastChecked ?? null,
  };
}

export const mandatesOf = (reading: AuthorityReading): MandateShown[] =>
  told(reading, mandateBegan).map((event) => {
    const { mandate, body, began, reviewBy } = dataOf(event, mandateBegan);
    return {
      ...happening(event),
      mandate: mandate!,
      body: reading.bodyNamed(body!),
      began: began!,
      reviewBy: reviewBy!,
      note: words(event, 'note'),
    };
  });

export const preElectionPeriodsOf = (reading: AuthorityReading): PreElectionPeriodShown[] =>
  told(reading, preElectionPeriodDeclared).map((event) => {
    const { period, election, from, to } = dataOf(event, preElectionPeriodDeclared);
    return {
      ...happening(event),
      period: period!,
      election: election!,
      from: from!,
      to: to!,
      current: from! <= reading.today && reading.today <= to!,
      note: words(event, 'note'),
    };
  });

export const settingsOf = (reading: AuthorityReading): SettingShown[] =>
  SETTING_CODES.map((setting) => {
    const changes = told(reading, settingChanged).flatMap((event) => {
      const said = dataOf(event, settingChanged);
      return said.setting === setting ? [{ ...withReason(event), from: said.from!, to: said.to! }] : [];
    });
    return { setting, value: changes.at(-1)?.to ?? settingByDefault(setting), changes };
  });
