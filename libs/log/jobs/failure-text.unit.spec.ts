import { failureText } from './failure-text';

it.each([
  [new TypeError('x is not a function'), 'TypeError: x is not a function'],
  [Object.assign(new Error('connect refused'), { code: 'ECONNREFUSED' }), 'Error ECONNREFUSED: connect refused'],
  [new Error('550 no such user <jeanne@example.fr>'), 'Error: 550 no such user …'],
  [new Error('mail to jeanne.martin@example.fr bounced'), 'Error: mail to … bounced'],
  [new Error('invalid input for uuid: "Jeanne Martin"'), 'Error: invalid input for uuid: …'],
  [new Error("l'envoi à 'Jeanne' n'aboutit pas"), "Error: l'envoi à … n'aboutit pas"],
  [new Error('two\nlines'), 'Error: two lines'],
  ['thrown text', 'Error: thrown text'],
  [new Error(''), 'Error'],
])('keeps of %s what tells, and quotes nothing', (error, text) => expect(failureText(error)).toBe(text));

it('is never long', () => expect(failureText(new Error('x'.repeat(9_000)))).toHaveLength(300));
