import { failureLine, failureText } from './failure-text';

it.each([
  [new TypeError('x is not a function'), 'TypeError: x is not a function'],
  [Object.assign(new Error('connect refused'), { code: 'ECONNREFUSED' }), 'Error ECONNREFUSED: connect refused'],
  [new Error('550 no such user <jeanne@example.fr>'), 'Error: 550 no such user …'],
  [new Error('mail to jeanne.martin@example.fr bounced'), 'Error: mail to … bounced'],
  [new Error('invalid input for uuid: "Jeanne Martin"'), 'Error: invalid input for uuid: …'],
  [new Error("l'envoi à 'Jeanne' n'aboutit pas"), "Error: l'envoi à … n'aboutit pas"],
  [new Error('no "dit "Zinzolin" sur" here'), 'Error: no … here'],
  [new Error('two\nlines'), 'Error: two lines'],
  ['thrown text', 'Error: thrown text'],
  [new Error(''), 'Error'],
])('keeps of %s what tells, and quotes nothing', (error, text) => expect(failureText(error)).toBe(text));

it('tells in one line what failed and what comes next, then where in the code', () => {
  const failure = {
    name: 'letter',
    key: 'letter/1',
    attempt: 2,
    givenUp: false,
    error: new Error('no <a@b.fr>\n  at home'),
  };
  const [first, ...frames] = failureLine(failure).split('\n');
  expect(first).toBe('letter/1, attempt 2, will be tried again: Error: no … at home');
  expect(frames[0]).toMatch(/^ +at .*failure-text\.unit\.spec/);
  const last = { ...failure, givenUp: true, error: 'thrown text' };
  expect(failureLine(last)).toBe('letter/1, attempt 2, given up, see "fil jobs list": Error: thrown text');
});

it('is never long', () => expect(failureText(new Error('x'.repeat(9_000)))).toHaveLength(300));
