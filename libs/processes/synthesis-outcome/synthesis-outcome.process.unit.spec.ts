import { contributionEntryCorrected } from '@fil/facts/events/contribution.events';
import { appealDecided } from '@fil/facts/events/moderation.events';
import {
  contributionsAttached,
  contributionsDetached,
  synthesisOutcomeGiven,
  synthesisPublished,
} from '@fil/facts/events/synthesis.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { checkJob } from '@fil/log/jobs/check-job';
import { givenEventId, recordedForm, someId } from '@fil/record/deciding/specification/given-when-then';
import { synthesisOutcomeProcess } from './synthesis-outcome.process';

const members = [{ contribution: someId('contribution'), point: 1 }];
const history = [
  event(contributionsAttached, { data: { members }, words: {} }),
  event(synthesisOutcomeGiven, {
    data: { outcome: 'considered', reasons: [], commitments: [], evidenceCount: 0, members: 1, supersedes: null },
    words: {},
  }),
  event(contributionsDetached, { data: { members }, words: { reason: { fr: 'Autre sujet.' } } }),
].map((one, n) => recordedForm(one, n, someId('synthesis')));

it('makes one job of each attachment, answer and detachment, in the lane of the synthesis', () => {
  const jobs = history.flatMap((one) => synthesisOutcomeProcess.decide(one));
  expect(jobs).toEqual(
    history.map(({ id, stream, rev }) => ({
      name: 'synthesis-outcome',
      key: `synthesis-outcome/${id}`,
      lane: `synthesis-outcome/${stream}`,
      data: { stream, rev },
    })),
  );
  expect(new Set(jobs.map(({ key }) => key)).size).toBe(3);
  jobs.forEach((job) => expect(() => checkJob(job)).not.toThrow());
});

it('concerns itself with these, and with nothing else of a synthesis', () => {
  expect(history.every(({ type }) => synthesisOutcomeProcess.concerns.has(type))).toBe(true);
  expect(synthesisOutcomeProcess.concerns.has(synthesisPublished.type)).toBe(false);
});

it('follows from what lets a contribution in again, and from no other correction', () => {
  const about = someId('contribution');
  const jobs = (one: NewEvent): number => synthesisOutcomeProcess.decide(recordedForm(one, 0, about)).length;
  const decided = (result: 'upheld' | 'reversed'): NewEvent =>
    event(appealDecided, {
      data: { appeal: givenEventId(1), result, decidedBy: 'maire', opinion: null, authorTold: 'letter' },
      words: {},
    });
  const corrected = (data: { kind: 'question' } | { channel: 'letter' }): NewEvent =>
    event(contributionEntryCorrected, {
      data: { event: givenEventId(0), field: `/${Object.keys(data)[0]!}`, ...data },
      words: { reason: { fr: 'Erreur de saisie.' } },
    });
  expect([jobs(decided('reversed')), jobs(decided('upheld'))]).toEqual([1, 0]);
  expect([jobs(corrected({ kind: 'question' })), jobs(corrected({ channel: 'letter' }))]).toEqual([1, 0]);
  // Of what is not public nothing more is known.
  const sealed = { ...recordedForm(corrected({ channel: 'letter' }), 0, about), data: { sensitivity: 'restricted' } };
  expect(synthesisOutcomeProcess.decide(sealed)).toHaveLength(1);
});
