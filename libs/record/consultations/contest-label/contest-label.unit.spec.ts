import { documentPublished } from '@fil/facts/events/consultation.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import type { ActorRole } from '@fil/facts/kit/actor';
import { authority } from '../../authority/authority.state';
import { contribution, type ContributionState } from '../../contributions/contribution.state';
import { CONSULTATION, CONTRIBUTION, recorded, TOWN_EVENTS } from '../../contributions/specification/some-mandate';
import type { Decided } from '../../deciding/decider';
import { expectEvents, expectRefusal, givenEventId, stateAfter } from '../../deciding/specification/given-when-then';
import { consultation, type OpenedConsultation } from '../consultation.state';
import { decideSettlement } from '../settle-label-contest/settle-label-contest.decide';
import { context, opened, reason, unopened } from '../specification/some-consultation';
import { decideLabelContest } from './contest-label.decide';

const published = (kind: 'information' | 'communication'): NewEvent =>
  event(documentPublished, {
    data: { kind, sha256: 'a'.repeat(64) },
    words: { title: reason, address: 'https://ville.invalid/plaquette.pdf' },
  });
const DOCUMENT = givenEventId(1);
const after = (...events: NewEvent[]): OpenedConsultation =>
  stateAfter(consultation, opened, ...events) as OpenedConsultation;
const town = stateAfter(authority, ...TOWN_EVENTS);

const contest = (state: Parameters<typeof decideLabelContest>[1], role: ActorRole = 'guarantor'): Decided =>
  decideLabelContest(
    CONSULTATION,
    state,
    { document: DOCUMENT, text: reason },
    { actor: { role, body: 'garante' }, contribution: null },
    undefined,
    context,
  );
const contestAsAuthor = (said: ContributionState | undefined, id: string = CONSULTATION): Decided =>
  decideLabelContest(
    id,
    after(published('information')),
    { document: DOCUMENT, text: reason },
    { actor: { role: 'author', body: null }, contribution: CONTRIBUTION },
    said,
    context,
  );

describe('contesting that a document is information', () => {
  it('is for a guarantor, a member of a committee, or the author of a contribution to the consultation', () => {
    const state = after(published('information'));
    expectEvents(contest(state, 'guarantor'));
    expectEvents(contest(state, 'committeeMember'));
    for (const role of ['official', 'agent', 'administrator', 'author'] as const)
      expect(expectRefusal(contest(state, role))).toBe('consultation.mayNotContestLabel');
    const said = stateAfter(contribution, recorded());
    expect(expectEvents(contestAsAuthor(said))[0]).toMatchObject({ data: { contribution: CONTRIBUTION } });
    expect(expectRefusal(contestAsAuthor(said, 'consultation-other'))).toBe('consultation.contributionElsewhere');
    expect(expectRefusal(contestAsAuthor(undefined))).toBe('consultation.contributionElsewhere');
  });

  it('is about a document of the consultation that is called information, and not contested already', () => {
    expect(expectRefusal(contest(after()))).toBe('consultation.unknownDocument');
    expect(expectRefusal(contest(after(published('communication'))))).toBe('consultation.alreadyCommunication');
    const state = after(published('information'));
    const contested = after(published('information'), ...expectEvents(contest(state)));
    expect(expectRefusal(contest(contested))).toBe('consultation.labelAlreadyContested');
    expect(expectRefusal(contest(unopened))).toBe('consultation.missing');
  });
});

describe('settling it', () => {
  const events = [published('information'), ...expectEvents(contest(after(published('information'))))];
  const CONTEST = givenEventId(2);
  const settle = (state: Parameters<typeof decideSettlement>[0], result: 'upheld' | 'corrected', more = {}): Decided =>
    decideSettlement(state, { contest: CONTEST, result, reason, decidedBy: 'maire', ...more }, town, context);

  it('upholds the label, which may be contested again', () => {
    const [upheld] = expectEvents(settle(after(...events), 'upheld'));
    expect(upheld).toMatchObject({
      type: 'consultation.labelUpheld/1',
      data: { contest: CONTEST, document: DOCUMENT },
    });
    expectEvents(contest(after(...events, upheld!)));
  });

  it('or corrects it: the document is communication from then on', () => {
    const [corrected] = expectEvents(settle(after(...events), 'corrected'));
    const state = after(...events, corrected!);
    expect(state.documents.get(DOCUMENT)).toBe('communication');
    expect(expectRefusal(settle(state, 'upheld'))).toBe('consultation.contestSettled');
  });

  it('refuses an unknown contest and an unknown function', () => {
    expect(expectRefusal(settle(after(), 'upheld'))).toBe('consultation.unknownContest');
    expect(expectRefusal(settle(after(...events), 'upheld', { decidedBy: 'roi' }))).toBe('authority.unknownFunction');
    expect(expectRefusal(settle(unopened, 'upheld'))).toBe('consultation.missing');
  });
});
