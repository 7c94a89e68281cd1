/** Answers that do not say what their outcome obliges to say. */
import { OUTCOME_TABLE, type Outcome } from '@fil/facts/codes/outcome';
import { QuietRegister, UNKNOWN } from './quiet-register';

const quiet = QuietRegister.forThisSuite();

describe('what each outcome obliges to say', () => {
  /** Everything an outcome may be asked for. */
  const complete = (): Record<string, unknown> => ({
    reasons: ['budget'],
    justification: { fr: 'Parce que.' },
    decidedBy: 'adjointe',
    decision: quiet.decision,
    department: 'voirie',
    body: 'conseil',
    answerOn: '2027-02',
    session: '2027-02-12',
    constraint: 'reseaux',
    partTaken: { fr: 'Les bancs' },
    proposersOpinion: { fr: 'Avis favorable' },
    reference: 'Programme 2027',
    evidence: ['Constat'],
  });
  const FIELDS: Record<string, readonly string[]> = {
    department: ['department'],
    answerOn: ['answerOn'],
    decisionOrCommitment: ['decision'],
    part: ['partTaken'],
    reason: ['reasons'],
    text: ['justification'],
    reference: ['reference'],
    evidence: ['evidence'],
    dateOrCondition: ['answerOn', 'condition'],
    body: ['body'],
    session: ['session'],
    proposersOpinion: ['proposersOpinion'],
    constraintOrOpenPoint: ['constraint', 'openPoint'],
    otherContribution: ['mergedInto'],
  };
  const cases = (Object.keys(OUTCOME_TABLE) as Outcome[]).flatMap((outcome) =>
    OUTCOME_TABLE[outcome].obliges.map((obligation) => [outcome, obligation] as const),
  );
  it.each(cases)('%s without its %s', async (outcome, obligation) => {
    const body = complete();
    for (const field of FIELDS[obligation]!) delete body[field];
    // A merged contribution names another one: the only obligation that `complete` cannot meet by itself.
    await quiet.refuses(
      { path: `contributions/${quiet.contribution.id}/outcomes`, body: { ...body, outcome } },
      { status: 422 },
    );
    const { body: problem } = await quiet.api.post(`contributions/${quiet.contribution.id}/outcomes`, {
      ...body,
      outcome,
    });
    if (outcome !== 'answered') expect(problem.type).toBe(`/problems/outcome.${obligation}Missing`);
  });

  it.each(['pending', 'withdrawn', 'inadmissible', 'transferred'])('%s is never given', (outcome) =>
    quiet.refuses(
      { path: `contributions/${quiet.contribution.id}/outcomes`, body: { ...complete(), outcome } },
      { status: 422, rule: 'body.invalid' },
    ),
  );

  const unknown: [string, () => object][] = [
    ['an unknown reason', () => ({ reasons: ['parceQue'] })],
    ['a decision that does not exist', () => ({ decision: `decision-${UNKNOWN}` })],
    ['a commitment that does not exist', () => ({ commitments: [`commitment-${UNKNOWN}`] })],
    ['a function that does not exist', () => ({ decidedBy: 'roi' })],
    ['a constraint that is not in the mandate', () => ({ outcome: 'outOfScope', constraint: 'humeur' })],
    ['a point that was never marked', () => ({ point: 7 })],
    ['the contribution itself as its double', () => ({ outcome: 'merged', mergedInto: quiet.contribution.id })],
  ];
  it.each(unknown)('%s', (_, more) =>
    quiet.refuses(
      {
        path: `contributions/${quiet.contribution.id}/outcomes`,
        body: { ...complete(), outcome: 'accepted', ...more() },
      },
      { status: 422 },
    ),
  );
});
