import { OBLIGATIONS, OUTCOMES, outcomeRow, type Obligation, type Outcome } from '@fil/facts/codes/outcome';
import { isRefusal } from '@fil/facts/kit/refusal';
import { someId } from '../../deciding/specification/given-when-then';
import type { AnswerInput } from '../answer-input';
import { OBLIGED, unmetObligation } from './obligations';

const FULFILLED: Record<Obligation, Partial<AnswerInput>> = {
  department: { department: 'voirie' },
  answerOn: { answerOn: '2026-06' },
  decisionOrCommitment: { decision: someId('decision') },
  part: { partTaken: { fr: 'La moitié nord.' } },
  reason: { reasons: ['budget'] },
  text: { justification: { fr: 'Parce que.' } },
  reference: { reference: 'Plan vélo 2024' },
  evidence: { evidence: ['Procès-verbal de réception'] },
  dateOrCondition: { condition: { fr: 'Après la réouverture du pont.' } },
  body: { body: 'conseil' },
  session: { session: '2026-04-10' },
  proposersOpinion: { proposersOpinion: { fr: 'Avis favorable.' } },
  constraintOrOpenPoint: { constraint: 'reseau' },
  otherContribution: { mergedInto: someId('contribution', 2) },
};

const answer = (outcome: Outcome, obligations: readonly Obligation[]): AnswerInput =>
  obligations.reduce<AnswerInput>((said, obligation) => ({ ...said, ...FULFILLED[obligation] }), {
    outcome,
    reasons: [],
    commitments: [],
    supersedes: null,
    decidedBy: 'maire',
  });

describe('no outcome without what its row in the table obliges', () => {
  describe.each(OUTCOMES)('%s', (outcome) => {
    const { obliges, label } = outcomeRow(outcome);

    it('is complete with all of it', () => {
      expect(unmetObligation(answer(outcome, obliges))).toBeNull();
    });

    it.each(obliges)('is refused without %s, by a rule named after it', (missing) => {
      const refusal = unmetObligation(
        answer(
          outcome,
          obliges.filter((one) => one !== missing),
        ),
      );
      expect(refusal).toMatchObject({ rule: `outcome.${missing}Missing`, field: OBLIGED[missing].field });
      for (const said of [refusal!.message.fr, refusal!.message.en]) expect(said).toMatch(/ (doit|must) /);
      expect(refusal!.message.fr).toContain(label.fr);
    });
  });

  it('is told in plain words', () => {
    const { message } = unmetObligation(answer('notAccepted', ['text']))!;
    expect(message.fr.replace(/\u00a0/g, ' ')).toBe('Une suite « Non retenue » doit donner au moins un motif.');
    expect(message.en).toBe('An outcome "Not accepted" must give at least one reason.');
  });

  it('accepts a commitment in the place of a decision', () => {
    expect(unmetObligation({ ...answer('accepted', []), commitments: [someId('commitment')] })).toBeNull();
  });

  it('accepts a date in the place of a condition, and an open point in the place of a constraint', () => {
    expect(unmetObligation({ ...answer('deferred', ['reason', 'text']), answerOn: '2027' })).toBeNull();
    expect(unmetObligation({ ...answer('outOfScope', ['text']), openPoint: 'arbres' })).toBeNull();
  });

  it('asks who decided a final outcome, not who studies a provisional one', () => {
    for (const outcome of OUTCOMES) {
      const { provisional, obliges } = outcomeRow(outcome);
      const refusal = unmetObligation({ ...answer(outcome, obliges), decidedBy: undefined });
      expect(refusal?.rule ?? null).toBe(provisional ? null : 'outcome.decidedByMissing');
    }
  });
});

describe('what a source does not state', () => {
  const RELAXED: Partial<Record<Obligation, 'reason' | 'text' | 'date' | 'evidence'>> = {
    reason: 'reason',
    text: 'text',
    answerOn: 'date',
    dateOrCondition: 'date',
    session: 'date',
    evidence: 'evidence',
  };
  const EVERYTHING = [
    'reason',
    'decidedBy',
    'body',
    'date',
    'author',
    'title',
    'text',
    'means',
    'owner',
    'evidence',
  ] as const;

  it.each(OBLIGATIONS)('%s is relaxed by its own word and by no other', (obligation) => {
    const outcome = OUTCOMES.find((one) => outcomeRow(one).obliges.includes(obligation))!;
    const others = outcomeRow(outcome).obliges.filter((one) => one !== obligation);
    for (const word of EVERYTHING) {
      const refusal = unmetObligation({
        ...answer(outcome, others),
        takenOver: { source: 'paris', notStated: [word] },
      });
      expect(isRefusal(refusal)).toBe(RELAXED[obligation] !== word);
    }
  });

  it('may be the function that decided', () => {
    const taken = { source: 'paris', notStated: ['decidedBy' as const] };
    const anonymous = { ...answer('considered', ['text']), decidedBy: undefined };
    expect(unmetObligation({ ...anonymous, takenOver: taken })).toBeNull();
    expect(unmetObligation({ ...anonymous, takenOver: { source: 'paris' } })).toMatchObject({
      rule: 'outcome.decidedByMissing',
    });
  });
});
