/** What became of some deadlines: followed on request and kept, missed and found so in error, moved, waived. */
import { countDue } from '@fil/facts/deadlines/count-due';
import { consultationOpened, depositClosed, depositOpened } from '@fil/facts/events/consultation.events';
import { contributionRecorded, contributionWithdrawn } from '@fil/facts/events/contribution.events';
import {
  deadlineMet,
  deadlineMissed,
  deadlineMissedInError,
  deadlineMoved,
  deadlineOpened,
  deadlineWaived,
} from '@fil/facts/events/deadline.events';
import { derivedEventId, uuidV7 } from '@fil/log/event-store/ids';
import type { Story } from '../story';
import { fact, type Circumstances, type TestRegister } from '../test-register';

const MARCH: Circumstances = { at: '2026-03-05T09:00:00Z' };
const MAY: Circumstances = { at: '2026-05-04T09:00:00Z' };
const CLOCK: Circumstances = { actor: { role: 'clock', body: null } };
const PROCESS: Circumstances = { actor: { role: 'process', body: 'deadlines' } };

/** As record/deadlines names it. */
const streamOf = (rule: string, event: string): `deadline-${string}` =>
  `deadline-${derivedEventId(`deadline\n${rule}\n${event}`, 0)}`;

export async function tellDeadlines(register: TestRegister, { authority }: Story): Promise<void> {
  await followedOnRequest(register, authority);
  await missedInError(register, authority);
  await movedThenWaived(register, authority);
}

async function followedOnRequest(register: TestRegister, authority: Story['authority']): Promise<void> {
  const stream = `deadline-${uuidV7()}` as const;
  const { dueOn, arithmetic } = countDue({ unit: 'months', amount: 1, body: null }, '2026-01-31');
  const [opened] = await register.append(
    stream,
    [
      fact(
        deadlineOpened,
        {
          authority,
          rule: 'crpa.doc',
          ruleVersion: 1,
          startedBy: 'documentRequested',
          startedOn: '2026-01-31',
          output: 'answer',
          owes: 'authority',
          reference: 'CADA/2026-4',
          basisKind: 'regulation',
          dueOn,
          arithmetic: [...arithmetic],
        },
        { subject: { fr: 'Le plan du réseau de chaleur' }, reason: { fr: 'Demande reçue par courrier.' } },
      ),
    ],
    MARCH,
  );
  const which = { rule: 'crpa.doc', ruleVersion: 1, trigger: { stream, event: opened! } };
  await register.append(
    stream,
    [fact(deadlineMet, { ...which, evidenceCount: 1 }, { evidence: ['Courrier du 20 février'] }, '2026-02-20')],
    MARCH,
  );
}

async function missedInError(register: TestRegister, authority: Story['authority']): Promise<void> {
  const consultation = `consultation-${uuidV7()}` as const;
  const person = uuidV7();
  const object = `contribution-${person}` as const;
  const mandate = {
    organiser: authority,
    level: 'consult',
    addressees: [{ authority, promise: { amount: 1, unit: 'months' } }],
    openPoints: [],
    constraints: [],
    decisionPath: [],
    channels: ['counter'],
    themes: ['nature'],
    wordsPublic: 'onAdmission',
  } as const;
  const said = {
    consultation,
    sensitivity: 'public',
    kind: 'view',
    channel: 'counter',
    language: 'fr',
    themes: ['nature'],
    authorKind: 'person',
    attachmentCount: 0,
  } as const;
  await register.append(consultation, [
    fact(consultationOpened, mandate, { title: { fr: 'Le préau de l’école' } }),
    fact(depositOpened, {}),
  ]);
  await register.append(object, [fact(contributionRecorded, said, { title: { fr: 'Un préau plus grand' } })], {
    ...MARCH,
    person,
  });
  const [closed] = await register.append(consultation, [fact(depositClosed, {})], { at: '2026-03-31T09:00:00Z' });
  const { arithmetic } = countDue({ unit: 'months', amount: 1, body: null }, '2026-03-31');
  const rule = 'promise.answer';
  const which = { rule, ruleVersion: 1, trigger: { stream: consultation, event: closed! } };
  const stream = streamOf(rule, closed!);
  const [missed] = await register.append(
    stream,
    [
      fact(deadlineMissed, {
        ...which,
        basisKind: 'selfCommitment',
        dueOn: '2026-04-30',
        dueUntil: '2026-04-30T22:00:00Z',
        owed: [{ object }],
        owedInAll: 1,
        inAll: 1,
        arithmetic: [...arithmetic],
      }),
    ],
    { ...CLOCK, at: '2026-04-30T22:02:00Z' },
  );
  // Her letter had come before; it was entered afterwards.
  const [withdrawn] = await register.append(object, [fact(contributionWithdrawn, {}, {}, '2026-04-12')], MAY);
  await register.append(
    stream,
    [
      fact(
        deadlineMissedInError,
        {
          ...which,
          missed: missed!,
          oversight: 'doneInTime',
          overlooked: { stream: object, event: withdrawn! },
          objects: [object],
        },
        { reason: { fr: 'Le retrait était arrivé le 12 avril par courrier.' } },
      ),
    ],
    MAY,
  );
}

async function movedThenWaived(register: TestRegister, authority: Story['authority']): Promise<void> {
  const consultation = `consultation-${uuidV7()}` as const;
  const mandate = {
    organiser: authority,
    level: 'consult',
    addressees: [{ authority, promise: { amount: 1, unit: 'months' } }],
    openPoints: [],
    constraints: [],
    decisionPath: [],
    channels: ['counter'],
    themes: ['nature'],
    wordsPublic: 'onAdmission',
  } as const;
  const [, , closed, reopened] = await register.append(
    consultation,
    [
      fact(consultationOpened, mandate, { title: { fr: 'La haie du cimetière' } }, '2026-01-05'),
      fact(depositOpened, {}, {}, '2026-01-06'),
      fact(depositClosed, {}, {}, '2026-01-31'),
      fact(depositOpened, {}, {}, '2026-02-02'),
      fact(depositClosed, {}, {}, '2026-02-16'),
    ],
    MARCH,
  );
  const rule = 'promise.answer';
  const { dueOn, arithmetic } = countDue({ unit: 'months', amount: 1, body: null }, '2026-01-31');
  const moved = {
    rule,
    ruleVersion: 1,
    trigger: { stream: consultation, event: closed! },
    from: dueOn,
    to: null,
    why: 'reopened',
    movedBy: { stream: consultation, event: reopened! },
    arithmetic: [...arithmetic],
  } as const;
  await register.append(streamOf(rule, closed!), [fact(deadlineMoved, moved)], { ...PROCESS, ...MARCH });

  const stream = `deadline-${uuidV7()}` as const;
  const week = countDue({ unit: 'weeks', amount: 1, body: null }, '2026-03-02');
  const complaint = {
    authority,
    rule: 'a11y.complaint',
    ruleVersion: 1,
    startedBy: 'accessibilityComplaintReceived',
    startedOn: '2026-03-02',
    output: 'answer',
    owes: 'authority',
    basisKind: 'selfCommitment',
    dueOn: week.dueOn,
    arithmetic: [...week.arithmetic],
  } as const;
  const [opened] = await register.append(
    stream,
    [fact(deadlineOpened, complaint, { reason: { fr: 'Une image sans texte.' } })],
    MARCH,
  );
  const which = { rule: 'a11y.complaint', ruleVersion: 1, trigger: { stream, event: opened! } };
  await register.append(
    stream,
    [fact(deadlineWaived, { ...which, ground: 'requestWithdrawn' }, { reason: { fr: 'La personne a renoncé.' } })],
    { at: '2026-03-06T09:00:00Z' },
  );
}
