import { deadlineMissed } from '@fil/facts/events/deadline.events';
import { event } from '@fil/facts/kit/event-definition';
import { derivedEventId, uuidV7 } from '@fil/log/event-store/ids';
import { isRefusal } from '@fil/facts/kit/refusal';
import { decisionTakerOn } from '@fil/record/deciding/deciding.module';
import { deadline } from '@fil/record/deadlines/deadline.state';
import type { Api } from '../api';
import type { Command } from '../commands';
import type { Town } from '../town';

const REASON = { fr: 'Une raison.', en: 'A reason.' };
const STARTED = '2026-01-12';

export async function deadlineCommands(api: Api, { authority, consultation }: Town): Promise<Command[]> {
  const opened = (reference: string): Record<string, unknown> => ({
    authority,
    rule: 'crpa.doc',
    startedOn: STARTED,
    owner: 'voirie',
    about: consultation,
    reference,
    subject: REASON,
    reason: REASON,
  });
  const toMeet = await api.create('deadlines', opened('CADA/1'));
  const toWaive = await api.create('deadlines', {
    authority,
    rule: 'session.sheet',
    startedOn: STARTED,
    by: '2099-12-31',
    reason: REASON,
  });
  const { stream, missed } = await found(api, consultation);
  return [
    { path: 'deadlines', body: opened('CADA/2') },
    {
      path: `deadlines/${toMeet}/fulfilments`,
      body: { evidence: ['https://rivenclaire.invalid/courrier.pdf'], note: REASON, occurredOn: '2026-02-02' },
    },
    {
      path: `deadlines/${toWaive}/waivers`,
      body: { ground: 'requestWithdrawn', reason: REASON, occurredOn: '2026-02-02' },
    },
    {
      path: `deadlines/${stream}/findings-in-error`,
      body: { missed, oversight: 'neverRan', objects: [consultation], reason: REASON },
    },
  ];
}

/** A finding that only the clock can record. */
async function found(api: Api, consultation: string): Promise<{ readonly stream: string; readonly missed: string }> {
  const trigger = { stream: consultation as `consultation-${string}`, event: uuidV7() };
  const rule = 'promise.answer';
  const outcome = await decisionTakerOn(api.register).take({
    stream: `deadline-${derivedEventId(`deadline\n${rule}\n${trigger.event}`, 0)}`,
    decider: deadline,
    by: { actor: { role: 'clock', body: null }, account: null },
    decide: () => [
      event(deadlineMissed, {
        data: {
          rule,
          ruleVersion: 1,
          trigger,
          basisKind: 'selfCommitment',
          dueOn: STARTED,
          dueUntil: `${STARTED}T23:00:00Z`,
          owed: [{ object: trigger.stream }],
          owedInAll: 1,
          inAll: 1,
          arithmetic: [],
        },
        words: {},
      }),
    ],
  });
  if (isRefusal(outcome)) throw new Error(outcome.message.en);
  return { stream: outcome.stream, missed: outcome.events[0]!.id };
}
