import { OUTCOME_TABLE, outcomeRow, OUTCOMES, STANDING_LABELS, type Obligation } from '@fil/facts/codes/outcome';
import { REASON_LABELS, REASONS } from '@fil/facts/codes/reason';

const OBLIGATION_WORDS: Record<Obligation, string> = {
  department: 'the department in charge',
  answerOn: 'the date of the answer',
  decisionOrCommitment: 'a decision or commitments',
  part: 'which part is taken up',
  reason: 'at least one reason code',
  text: 'a text',
  reference: 'the act or programme',
  evidence: 'evidence',
  dateOrCondition: 'a date or a condition',
  body: 'the body that will decide',
  session: 'the session',
  proposersOpinion: 'the proposer’s opinion',
  constraintOrOpenPoint: 'a constraint or an open point of the mandate',
  otherContribution: 'the other contribution',
};

/** The page docs/reference/outcomes.md, made from the one table. */
export function outcomesReference(): string {
  const given = OUTCOMES.map((code) => {
    const { label, provisional, obliges, only } = outcomeRow(code);
    const duties = obliges.map((duty) => OBLIGATION_WORDS[duty]).join(', ');
    const kinds = only ? ` (only for: ${only.join(', ')})` : '';
    return `| \`${code}\` | ${label.fr} | ${label.en}${kinds} | ${provisional ? 'provisional' : 'final'} | ${duties} |`;
  });
  const read = Object.entries(STANDING_LABELS).map(([code, { fr, en }]) => `| \`${code}\` | ${fr} | ${en} |`);
  const reasons = REASONS.map((code) => `| \`${code}\` | ${REASON_LABELS[code].fr} | ${REASON_LABELS[code].en} |`);
  return [
    '# Outcomes and reasons',
    '',
    '<!-- Made from libs/facts/codes by `UPDATE_DOCS=1 npm test -- test/docs`. -->',
    '',
    `The ${Object.keys(OUTCOME_TABLE).length} outcomes (*suites données*) and what each obliges the one who gives it to say. A provisional outcome keeps no promise and stops no clock.`,
    '',
    '| code | in French | in English | | obliges to give |',
    '| --- | --- | --- | --- | --- |',
    ...given,
    '',
    'Read from a contribution’s own events, never given:',
    '',
    '| code | in French | in English |',
    '| --- | --- | --- |',
    ...read,
    '',
    'Reasons (*motifs*):',
    '',
    '| code | in French | in English |',
    '| --- | --- | --- |',
    ...reasons,
    '',
  ].join('\n');
}
