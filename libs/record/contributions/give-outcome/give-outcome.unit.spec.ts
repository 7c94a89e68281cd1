import {
  contributionTransferred,
  contributionVoided,
  contributionWithdrawn,
  pointMarked,
} from '@fil/facts/events/contribution.events';
import { decisionAnnulled, decisionRegistered, decisionRepealed } from '@fil/facts/events/decision.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import {
  expectEvents,
  expectRefusal,
  givenEventId,
  someId,
  stateAfter,
} from '../../deciding/specification/given-when-then';
import type { Decided } from '../../deciding/decider';
import { decision } from '../../decisions/decision.state';
import { contribution } from '../contribution.state';
import {
  admitted,
  answered,
  considered,
  CONTEXT,
  CONTRIBUTION,
  mandate,
  recorded,
  TOWN,
} from '../specification/some-mandate';
import { declaredInadmissible } from '../specification/some-moderation';
import type { AnswerInput } from '../answer-input';
import { decideOutcome } from './give-outcome.decide';

const DECISION = someId('decision');
const OTHER = someId('contribution', 2);

const give = (
  given: readonly NewEvent[],
  change: Partial<AnswerInput> & { point?: number } = {},
  found: Record<string, unknown> = {},
): Decided =>
  decideOutcome(
    stateAfter(contribution, ...given),
    CONTRIBUTION,
    { point: 1, ...considered, ...change },
    { ...mandate(), ...found },
    CONTEXT,
  );
const open = [recorded(), admitted];
const taken = (...events: NewEvent[]) =>
  stateAfter(
    decision,
    event(decisionRegistered, {
      data: { authority: TOWN, kind: 'councilDeliberation', body: 'conseil', consultations: [] },
      words: { title: { fr: 'Délibération' } },
    }),
    ...events,
  );
const marked = (point: number): NewEvent =>
  event(pointMarked, { data: { point }, words: { extract: { fr: 'Un point' } } });

describe('giving an outcome', () => {
  it('records the answer with its words', () => {
    const [given] = expectEvents(give(open, { evidence: ['Plan'], factChecked: true }));
    expect(given).toMatchObject({
      type: 'contribution.outcomeGiven/1',
      data: { point: 1, outcome: 'considered', evidenceCount: 1, supersedes: null, factChecked: true },
      words: { justification: considered.justification },
    });
  });

  it('refuses what its row obliges and is missing', () => {
    expect(expectRefusal(give(open, { outcome: 'notAccepted' }))).toBe('outcome.reasonMissing');
  });

  it('answers a contribution that exists, is published, and still takes part', () => {
    expect(expectRefusal(give([]))).toBe('contribution.unknown');
    expect(expectRefusal(give([recorded()]))).toBe('outcome.notAdmitted');
    const withdrawn = event(contributionWithdrawn, { data: {}, words: {} });
    expect(expectRefusal(give([...open, withdrawn]))).toBe('contribution.withdrawn');
    const voided = event(contributionVoided, { data: { ground: 'test' }, words: { reason: { fr: 'Essai' } } });
    expect(expectRefusal(give([...open, voided]))).toBe('contribution.voided');
  });

  it('answers unpublished what is taken over, and what is never published by itself', () => {
    expectEvents(give([recorded({ takenOver: { source: 'paris' } })]));
    expectEvents(give([recorded()], { takenOver: { source: 'paris' } }));
    expectEvents(give([recorded({ sensitivity: 'restricted' })]));
  });

  it('accepted names a decision or commitment that exists', () => {
    const accepted = { outcome: 'accepted' as const };
    const unknown = { [DECISION]: decision.initial };
    expect(expectRefusal(give(open, { ...accepted, decision: DECISION }, unknown))).toBe('outcome.unknownDecision');
    expectEvents(give(open, { ...accepted, decision: DECISION }, { [DECISION]: taken() }));
    const [one, two] = [someId('commitment'), someId('commitment', 2)] as const;
    const commitments = [one, two];
    expect(expectRefusal(give(open, { ...accepted, commitments }, { [one]: true, [two]: false }))).toBe(
      'outcome.unknownCommitment',
    );
    expectEvents(give(open, { ...accepted, commitments }, { [one]: true, [two]: true }));
  });

  it('accepted names a decision that is neither annulled nor repealed, unless a source tells it', () => {
    const answer = { decision: DECISION, outcome: 'accepted' as const };
    const reason = { fr: 'Vice de procédure.' };
    for (const undone of [
      event(decisionAnnulled, { data: { by: 'court', extent: 'whole' }, words: { reason } }),
      event(decisionRepealed, { data: { by: 'executive' }, words: { reason } }),
    ]) {
      const found = { [DECISION]: taken(undone) };
      expect(expectRefusal(give(open, answer, found))).toBe('outcome.decisionUndone');
      expectEvents(give(open, { ...answer, takenOver: { source: 'paris' } }, found));
      expectEvents(give(open, { decision: DECISION }, found));
    }
    const inPart = event(decisionAnnulled, { data: { by: 'court', extent: 'part' }, words: { reason } });
    expectEvents(give(open, answer, { [DECISION]: taken(inPart) }));
  });

  it('is not given before the contribution was received, unless a source says so', () => {
    const given = [recorded({ receivedOn: '2026-03-02' }), admitted];
    expect(expectRefusal(give(given, { occurredOn: '2026-03-01' }))).toBe('outcome.beforeItCame');
    for (const occurredOn of ['2026-03-02', '2026-03', '2026']) expectEvents(give(given, { occurredOn }));
    expectEvents(give(given, { occurredOn: '2026-03-01', takenOver: { source: 'paris' } }));
  });

  it('outOfScope names a constraint or open point of the mandate', () => {
    const outside = { outcome: 'outOfScope' as const };
    expect(expectRefusal(give(open, outside))).toBe('outcome.constraintOrOpenPointMissing');
    expect(expectRefusal(give(open, { ...outside, constraint: 'inconnue' }))).toBe('outcome.unknownConstraint');
    expect(expectRefusal(give(open, { ...outside, openPoint: 'reseau' }))).toBe('outcome.unknownOpenPoint');
    expectEvents(give(open, { ...outside, constraint: 'reseau' }));
    expectEvents(give(open, { ...outside, openPoint: 'arbres' }));
  });

  it('answered is for questions only', () => {
    expect(expectRefusal(give(open, { outcome: 'answered' }))).toBe('outcome.notForThisKind');
    expectEvents(give([recorded({ kind: 'question' }), admitted], { outcome: 'answered' }));
  });

  it('merged names another contribution, that exists and is not its own duplicate', () => {
    const merged = { outcome: 'merged' as const, mergedInto: OTHER };
    const other = (...events: NewEvent[]) => ({ [OTHER]: stateAfter(contribution, ...events) });
    expect(expectRefusal(give(open, merged, other()))).toBe('outcome.unknownContribution');
    expectEvents(give(open, merged, other(recorded(), admitted)));
    const itself = { [CONTRIBUTION]: stateAfter(contribution, recorded()) };
    expect(expectRefusal(give(open, { ...merged, mergedInto: CONTRIBUTION }, itself))).toBe('outcome.wronglyMerged');
    const circle = other(recorded(), admitted, answered({ outcome: 'merged', mergedInto: CONTRIBUTION }));
    expect(expectRefusal(give(open, merged, circle))).toBe('outcome.wronglyMerged');
  });

  it('merged: counts with the other contribution, which everybody reads and which still stands', () => {
    const into = (...events: NewEvent[]): Decided =>
      give(
        open,
        { outcome: 'merged', mergedInto: OTHER },
        { [OTHER]: stateAfter(contribution, recorded(), ...events) },
      );
    const withdrawn = event(contributionWithdrawn, { data: {}, words: {} });
    expect(expectRefusal(into())).toBe('outcome.wronglyMerged');
    expect(expectRefusal(into(admitted, withdrawn))).toBe('outcome.wronglyMerged');
    expect(expectRefusal(into(admitted, declaredInadmissible()))).toBe('outcome.wronglyMerged');
    expectEvents(into(admitted));
  });

  it('nothing is public before an authorisation: no duplicate refers to what has limited access', () => {
    const restricted = stateAfter(contribution, recorded({ sensitivity: 'restricted' }), admitted);
    expect(expectRefusal(give(open, { outcome: 'merged', mergedInto: OTHER }, { [OTHER]: restricted }))).toBe(
      'outcome.wronglyMerged',
    );
  });

  it('names functions and bodies of the organiser', () => {
    expect(expectRefusal(give(open, { decidedBy: 'prefet' }))).toBe('authority.unknownFunction');
    const review = { outcome: 'underReview' as const, answerOn: '2026-06' };
    expect(expectRefusal(give(open, { ...review, department: 'espaces-verts' }))).toBe('authority.unknownBody');
    expectEvents(give(open, { ...review, department: 'voirie' }));
  });

  it('answers a point that exists: with none marked, point 1', () => {
    expect(expectRefusal(give(open, { point: 2 }))).toBe('contribution.pointUnknown');
    expectEvents(give([...open, marked(1), marked(2)], { point: 2 }));
    expect(expectRefusal(give([...open, marked(1), marked(2)], { point: 3 }))).toBe('contribution.pointUnknown');
  });

  it('is guarded by meaning: it replaces the answer its giver saw, and says which one stands', () => {
    const given = [...open, answered()];
    expect(expectRefusal(give(given))).toBe('outcome.notTheCurrent');
    expect(give(given)).toMatchObject({ kind: 'conflict', message: { en: expect.stringContaining(givenEventId(2)) } });
    expectEvents(give(given, { supersedes: givenEventId(2) }));
    expect(expectRefusal(give(open, { supersedes: givenEventId(2) }))).toBe('outcome.notTheCurrent');
  });

  it('guards each point by its own answer', () => {
    const given = [...open, marked(1), marked(2), answered({ point: 1 })];
    expectEvents(give(given, { point: 2 }));
    expect(expectRefusal(give(given, { point: 1 }))).toBe('outcome.notTheCurrent');
  });

  it('says why it is worse than the answer it replaces', () => {
    const worse = { outcome: 'notAccepted' as const, reasons: ['budget' as const], supersedes: givenEventId(2) };
    const given = [...open, answered({ outcome: 'accepted' })];
    expect(expectRefusal(give(given, worse))).toBe('outcome.worseningReasonMissing');
    expectEvents(give(given, { ...worse, worseningReason: { fr: 'La subvention a été refusée.' } }));
    expectEvents(give(given, { ...worse, reasons: [], takenOver: { source: 'paris', notStated: ['reason'] } }));
    expectEvents(give([...open, answered({ outcome: 'underReview' })], worse));
  });

  it('may say that the answer it replaces, and no other, was entered in error', () => {
    const given = [...open, answered()];
    const supersedes = givenEventId(2);
    expectEvents(give(given, { supersedes, enteredInError: { event: supersedes } }));
    expect(expectRefusal(give(given, { supersedes, enteredInError: { event: givenEventId(0) } }))).toBe(
      'outcome.otherError',
    );
  });

  it('is not dated to come, and announces no date that is over', () => {
    expect(expectRefusal(give(open, { occurredOn: '2026-04' }))).toBe('outcome.toCome');
    const review = { outcome: 'underReview' as const, department: 'voirie' };
    expect(expectRefusal(give(open, { ...review, answerOn: '2026-02' }))).toBe('outcome.answerOnPast');
    const early = [recorded({ receivedOn: '2026-01-10' }), admitted];
    expectEvents(give(early, { ...review, answerOn: '2026-02', occurredOn: '2026-01-15' }));
  });

  it('may follow a transfer: the point is answered here after all', () => {
    const transferred = event(contributionTransferred, { data: {}, words: { authority: { fr: 'Département' } } });
    expectEvents(give([...open, transferred]));
  });
});
