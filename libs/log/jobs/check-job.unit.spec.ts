import { checkJob, JobRefused } from './check-job';

const job = { name: 'remind-office', key: 'deadline/0192-ab/2026-03-01' };

it.each([
  {},
  {
    data: {
      contribution: '0192a0b1-1111-7000-8000-000000000001',
      day: '2026-03-01',
      late: false,
      days: 12,
      body: null,
    },
  },
  { runAt: new Date(), maxAttempts: 1 },
  { lane: 'synthesis/0192-ab' },
])('takes %j', (more) => expect(() => checkJob({ ...job, ...more })).not.toThrow());

it.each([
  ['a sentence', { data: { text: 'Plus de bancs au parc' } }],
  ['an address of mail', { data: { to: 'jeanne@example.fr' } }],
  ['a name with accents', { data: { author: 'Zoé' } }],
  ['an object in disguise', { data: { more: { a: 1 } as never } }],
  ['a number that is none', { data: { days: NaN } }],
  ['a key that is a sentence', { key: 'rappel de Jeanne' }],
  ['no key', { key: '' }],
  ['a lane that is a sentence', { lane: 'rue de Jeanne' }],
  ['an empty lane', { lane: '' }],
  ['a name that is none', { name: 'Rappel' }],
  ['a date that is none', { runAt: new Date('x') }],
  ['no attempt', { maxAttempts: 0 }],
])('refuses %s, without repeating it', (_, more) => {
  const check = (): void => checkJob({ ...job, ...more });
  expect(check).toThrow(JobRefused);
  expect(check).not.toThrow(/bancs|jeanne|Zoé/);
});
