/** What becomes of a consultation between its opening and its close. */
import { preElectionPeriodDeclared } from '@fil/facts/events/authority.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { authority } from '../authority/authority.state';
import type { Decided } from '../deciding/decider';
import {
  expectEvents,
  expectRefusal,
  givenEventId,
  someId,
  stateAfter,
  TODAY,
} from '../deciding/specification/given-when-then';
import { TOWN, TOWN_EVENTS } from '../contributions/specification/some-mandate';
import { decideAnnouncement } from './announce-encounter';
import { consultation, rulesInForce, type OpenedConsultation } from './consultation.state';
import { decideSignatures } from './count-signatures/count-signatures.decide';
import { decideExtension } from './extend-period/extend-period.decide';
import { decideJoining } from './join-addressee/join-addressee.decide';
import { decideDocument } from './publish-document/publish-document.decide';
import { decideRules } from './publish-rules/publish-rules.decide';
import { decideFact } from './record-fact/record-fact.decide';
import { decideMeans } from './report-means/report-means.decide';
import { after, closedOn, context, opened, openedOn, reason, unopened } from './specification/some-consultation';
import { decidePublicsNotReached } from './state-publics-not-reached/state-publics-not-reached.decide';

const town = stateAfter(authority, ...TOWN_EVENTS);
const events = (decided: Decided): readonly NewEvent[] => expectEvents(decided);

it('nothing happens to a consultation that does not exist', () => {
  const refusals = [
    decideJoining(unopened, { authority: TOWN }, town, context),
    decideRules(unopened, { rules: reason }, context),
    decideExtension(unopened, { until: '2026-05-01', reason }, context),
    decideMeans(unopened, { category: 'venue', cents: 1 }, context),
    decidePublicsNotReached(unopened, { statement: reason }, context),
    decideSignatures(unopened, { count: 1, on: TODAY }, context),
    decideDocument(
      unopened,
      { kind: 'information', sha256: 'a'.repeat(64), title: reason, address: 'https://a.invalid/' },
      town,
      context,
    ),
    decideFact(unopened, { fact: 'bruit', standing: 'disputed', statement: reason }, context),
    decideAnnouncement(unopened, someId('encounter'), undefined),
  ];
  expect(refusals.map(expectRefusal)).toEqual(refusals.map(() => 'consultation.missing'));
});

describe('an authority that joins the addressees', () => {
  it('does so with or without a promise', () => {
    events(decideJoining(after(), { authority: TOWN }, town, context));
    const [joined] = events(decideJoining(after(), { authority: TOWN, promise: { by: '2026-12-31' } }, town, context));
    const state = stateAfter(consultation, opened, joined!) as OpenedConsultation;
    expect(state.addressees).toEqual([{ authority: TOWN, promise: { by: '2026-12-31' } }]);
  });

  it('may promise later, and does not join twice', () => {
    const [joined] = events(decideJoining(after(), { authority: TOWN }, town, context));
    const asked = stateAfter(consultation, opened, joined!);
    expect(expectRefusal(decideJoining(asked, { authority: TOWN }, town, context))).toBe(
      'consultation.alreadyAddressee',
    );
    const [promised] = events(decideJoining(asked, { authority: TOWN, promise: { by: '2026-12-31' } }, town, context));
    const bound = stateAfter(consultation, opened, joined!, promised!);
    expect(expectRefusal(decideJoining(bound, { authority: TOWN, promise: { by: '2027-12-31' } }, town, context))).toBe(
      'consultation.alreadyAddressee',
    );
  });

  it('is registered, and promises in one way', () => {
    expect(expectRefusal(decideJoining(after(), { authority: TOWN }, authority.initial, context))).toBe(
      'authority.unknown',
    );
    expect(expectRefusal(decideJoining(after(), { authority: TOWN, promise: { amount: 2 } }, town, context))).toBe(
      'consultation.promiseIncomplete',
    );
  });
});

describe('the rules', () => {
  it('have versions 1, 2 …, each in force from its day', () => {
    const [first] = events(decideRules(after(), { rules: reason, occurredOn: '2026-01-10' }, context));
    const one = stateAfter(consultation, opened, first!);
    const [second] = events(decideRules(one, { rules: reason, occurredOn: '2026-02-10' }, context));
    expect([first!.data, second!.data]).toEqual([{ version: 1 }, { version: 2 }]);
    const two = stateAfter(consultation, opened, first!, second!) as OpenedConsultation;
    expect(['2026-01-09', '2026-01-10', '2026-02-10'].map((day) => rulesInForce(two, day))).toEqual([null, 1, 2]);
    expect(expectRefusal(decideRules(two, { rules: reason, occurredOn: '2026-02-09' }, context))).toBe(
      'consultation.rulesOlderThanLast',
    );
  });
});

describe('the deposit period', () => {
  it('is extended to a later day, and what was announced stays', () => {
    const open = [opened, openedOn('2026-02-01', '2026-03-10')];
    const [extended] = events(
      decideExtension(stateAfter(consultation, ...open), { until: '2026-04-10', reason }, context),
    );
    expect(extended!.data).toEqual({ from: '2026-03-10', until: '2026-04-10' });
    const state = stateAfter(consultation, ...open, extended!) as OpenedConsultation;
    expect(state.deposits).toEqual([{ openedOn: '2026-02-01', until: '2026-04-10', closedOn: null }]);
  });

  it.each([
    ['consultation.noPeriodToExtend', []],
    ['consultation.noPeriodToExtend', [openedOn('2026-02-01')]],
    ['consultation.depositOver', [openedOn('2026-02-01', '2026-03-10'), closedOn('2026-03-01')]],
    ['consultation.depositOver', [openedOn('2026-02-01', '2026-02-28')]],
    ['consultation.periodNotExtended', [openedOn('2026-02-01', '2026-05-01')]],
  ])('refuses with %s', (rule, deposit) => {
    expect(expectRefusal(decideExtension(after(...deposit), { until: '2026-04-10', reason }, context))).toBe(rule);
  });
});

describe('means and signatures', () => {
  it('are counted, and set right by naming the entry that was wrong', () => {
    const [report] = events(decideMeans(after(), { category: 'venue', cents: 90_000 }, context));
    expect(expectRefusal(decideMeans(after(), { category: 'venue' }, context))).toBe('consultation.meansEmpty');
    const state = stateAfter(consultation, opened, report!);
    const wrong = { event: givenEventId(1) };
    const [right] = events(decideMeans(state, { category: 'venue', cents: 9_000, enteredInError: wrong }, context));
    const corrected = stateAfter(consultation, opened, report!, right!);
    expect(expectRefusal(decideMeans(corrected, { category: 'venue', cents: 1, enteredInError: wrong }, context))).toBe(
      'consultation.unknownEntry',
    );
    expect(expectRefusal(decideSignatures(state, { count: 1, on: TODAY, enteredInError: wrong }, context))).toBe(
      'consultation.unknownEntry',
    );
    expect(expectRefusal(decideSignatures(state, { count: 1, on: '2026-03-04' }, context))).toBe('consultation.toCome');
  });
});

describe('a document', () => {
  const published = {
    kind: 'communication' as const,
    sha256: 'a'.repeat(64),
    title: reason,
    address: 'https://a.invalid/',
  };
  const period = (from: string, to: string): NewEvent =>
    event(preElectionPeriodDeclared, { data: { period: 'p1', election: 'municipal', from, to }, words: {} });

  it('is information or communication; communication waits in a pre-election period of the organiser', () => {
    const waiting = stateAfter(authority, ...TOWN_EVENTS, period('2026-03-01', '2026-03-22'));
    expect(expectRefusal(decideDocument(after(), published, waiting, context))).toBe('consultation.communicationWaits');
    events(decideDocument(after(), { ...published, kind: 'information' }, waiting, context));
    const over = stateAfter(authority, ...TOWN_EVENTS, period('2025-03-01', '2025-03-22'));
    events(decideDocument(after(), published, over, context));
  });
});

describe('a fact', () => {
  const fact = { fact: 'bruit', standing: 'established' as const, statement: reason };
  it('that is established names its sources', () => {
    expect(expectRefusal(decideFact(after(), fact, context))).toBe('consultation.factWithoutSource');
    expect(events(decideFact(after(), { ...fact, sources: ['Étude de bruit 2025'] }, context))[0]!.data).toMatchObject({
      sourceCount: 1,
    });
    events(decideFact(after(), { ...fact, standing: 'choiceOfValues' }, context));
  });
});

describe('an encounter', () => {
  it('is announced once, before there is one', () => {
    const [announced] = events(decideAnnouncement(after(), someId('encounter'), undefined));
    const state = stateAfter(consultation, opened, announced!);
    expect(events(decideAnnouncement(state, someId('encounter'), undefined))).toEqual([]);
  });
});
