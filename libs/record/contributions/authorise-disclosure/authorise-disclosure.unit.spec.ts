import { disclosureAuthorisationEnded } from '@fil/facts/events/moderation.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { authority } from '../../authority/authority.state';
import type { Decided } from '../../deciding/decider';
import {
  expectEvents,
  expectRefusal,
  givenEventId,
  someId,
  stateAfter,
} from '../../deciding/specification/given-when-then';
import { decideAdmission } from '../admit-contribution/admit-contribution.decide';
import { contribution, type RecordedContribution } from '../contribution.state';
import { answered, CONSULTATION, CONTEXT, mandate, recorded, TOWN, TOWN_EVENTS } from '../specification/some-mandate';
import { authorisation, declaredInadmissible, disclosed, notPublished } from '../specification/some-moderation';
import type { AuthoriseDisclosureInput } from './authorise-disclosure.command';
import { decideDisclosure } from './authorise-disclosure.decide';

const report = (...events: NewEvent[]): RecordedContribution =>
  stateAfter(
    contribution,
    recorded({ channel: 'fieldReport', sensitivity: 'restricted', authorKind: 'agent', territory: '44109-D03' }),
    ...events,
  ) as RecordedContribution;
const disclose = (input: AuthoriseDisclosureInput, state = report(), ...given: NewEvent[]): Decided =>
  decideDisclosure(state, input, { ...mandate(), authority: stateAfter(authority, ...TOWN_EVENTS, ...given) }, CONTEXT);
const under = (given: NewEvent, ...more: NewEvent[]): Decided =>
  disclose({ authorisation: 'terrain' }, report(), given, ...more);

describe('nothing of a field report is public before an authorisation', () => {
  it('it is not admitted before it is disclosed', () => {
    expect(expectRefusal(decideAdmission(report(), {}, CONTEXT))).toBe('contribution.notPublic');
    expectEvents(decideAdmission(report(disclosed), {}, CONTEXT));
  });

  it('its facts are sealed until then, and in clear from then on', () => {
    expect(contribution.concealment!(report())).toEqual({ consultation: CONSULTATION, sensitivity: 'restricted' });
    expect(contribution.concealment!(report(disclosed))).toBeNull();
  });

  it('the authorisation is a decision of its own, or cites the standing one: one of the two', () => {
    const inClear = { kind: 'proposal', channel: 'fieldReport', themes: ['nature'], points: 0, answers: [] };
    expect(expectEvents(disclose({ decidedBy: 'maire' }))[0]!.data).toEqual({ decidedBy: 'maire', ...inClear });
    expect(expectEvents(under(authorisation()))[0]!.data).toEqual({
      standing: { authority: TOWN, authorisation: 'terrain' },
      ...inClear,
    });
    expect(expectRefusal(disclose({}))).toBe('disclosure.notOneOfTwo');
    expect(expectRefusal(disclose({ decidedBy: 'maire', authorisation: 'terrain' }))).toBe('disclosure.notOneOfTwo');
    expect(expectRefusal(disclose({ decidedBy: 'personne' }))).toBe('authority.unknownFunction');
  });

  it('says in clear what totals need: also what was answered until then', () => {
    const [given] = expectEvents(disclose({ decidedBy: 'maire' }, report(answered({ outcome: 'underReview' }))));
    expect(given!.data).toMatchObject({ answers: [{ point: 1, event: givenEventId(1), outcome: 'underReview' }] });
  });

  it('a standing authorisation is cited in its term', () => {
    expect(expectRefusal(disclose({ authorisation: 'terrain' }))).toBe('disclosure.unknownAuthorisation');
    expect(expectRefusal(under(authorisation({ until: '2026-03-02' })))).toBe('disclosure.outOfTerm');
    expect(expectRefusal(under(authorisation({ from: '2026-03-04', until: '2026-03-05' })))).toBe(
      'disclosure.outOfTerm',
    );
    const ended = event(disclosureAuthorisationEnded, {
      data: { authorisation: 'terrain', decidedBy: 'maire' },
      words: { reason: { fr: 'Nouvelle charte.' } },
    });
    expect(expectRefusal(under(authorisation(), ended))).toBe('disclosure.outOfTerm');
  });

  it('a standing authorisation is cited in its scope', () => {
    expectEvents(under(authorisation({ themes: ['nature'], territories: ['44109-D03'] })));
    expectEvents(under(authorisation({ consultations: [CONSULTATION] })));
    for (const scope of [
      { consultations: [someId('consultation', 9)] },
      { themes: ['ecoles'] },
      { territories: ['44109-D04'] },
    ])
      expect(expectRefusal(under(authorisation(scope)))).toBe('disclosure.outOfScope');
    const untold = stateAfter(
      contribution,
      recorded({ sensitivity: 'internal', themes: [], territory: undefined }),
    ) as RecordedContribution;
    expect(expectRefusal(disclose({ authorisation: 'terrain' }, untold, authorisation({ themes: ['nature'] })))).toBe(
      'disclosure.outOfScope',
    );
  });

  it('is not for what is public already, or is kept from being shown', () => {
    const open = stateAfter(contribution, recorded()) as RecordedContribution;
    expect(expectRefusal(disclose({ decidedBy: 'maire' }, open))).toBe('disclosure.public');
    expect(expectRefusal(disclose({ decidedBy: 'maire' }, report(disclosed)))).toBe('disclosure.public');
    expect(expectRefusal(disclose({ decidedBy: 'maire' }, report(notPublished)))).toBe('disclosure.notPublished');
    expect(expectRefusal(disclose({ decidedBy: 'maire' }, report(declaredInadmissible())))).toBe(
      'contribution.inadmissible',
    );
  });
});
