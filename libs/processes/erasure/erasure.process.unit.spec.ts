import { erasureCarriedOut, erasureOrdered } from '@fil/facts/events/erasure.events';
import { event } from '@fil/facts/kit/event-definition';
import { checkJob } from '@fil/log/jobs/check-job';
import { recordedForm, someId } from '@fil/record/deciding/specification/given-when-then';
import { erasureProcess } from './erasure.process';

const target = someId('contribution');
const order = recordedForm(
  event(erasureOrdered, {
    data: { target, fields: [], wholeSubject: true, ground: 'subjectRequest', office: 'mairie' },
    words: { explanation: { fr: 'Demande de Jeanne' } },
  }),
  0,
);

it('makes one job of each order, under the id of the order, with nothing of hers in it', () => {
  const jobs = erasureProcess.decide(order);
  expect(jobs).toEqual([{ name: 'erasure', key: `erasure/${order.id}`, data: { stream: order.stream, rev: 1 } }]);
  jobs.forEach((job) => expect(() => checkJob(job)).not.toThrow());
  expect(erasureProcess.decide(order)).toEqual(jobs);
});

it('concerns itself with orders, not with what it writes', () => {
  expect(erasureProcess.concerns.has(erasureOrdered.type)).toBe(true);
  expect(erasureProcess.concerns.has(erasureCarriedOut.type)).toBe(false);
});
