/** A committee from what happened to it: pure. */
import type {
  committeeEstablished,
  cutFrozen,
  findingClosed,
  findingRecorded,
  integrityChecked,
  memberAppointed,
  memberLeft,
  memberTiesDeclared,
  opinionIssued,
  replyGiven,
  sampleAssessed,
  sampleDrawn,
} from '@fil/facts/events/committee.events';
import { evolveCommittee, independenceOn, membersOn, type CommitteeFacts } from '@fil/facts/figures/independence';
import type { DataOf } from '@fil/facts/kit/event-definition';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Names } from '../names/names';
import { happening } from '../reading/happening';
import { eventsOf, type History } from '../reading/history';
import type { Shown } from '../reading/shown';
import { suspendedPassages } from '../reading/suspended-passages';
import { words } from '../reading/words-of';
import type { Committee, CommitteeSummary, Finding, Member, Sample } from './committees.answer';

type Established = DataOf<typeof committeeEstablished>;

const factsOf = ({ events }: History): CommitteeFacts => events.reduce<CommitteeFacts | null>(evolveCommittee, null)!;

/** @param today the day asked */
function common(history: History, names: Names, today: string): Omit<CommitteeSummary, 'findings'> {
  const established = history.events[0]!;
  const data = established.data as unknown as Established;
  const { members } = factsOf(history);
  return {
    id: established.stream,
    code: data.code,
    title: words<Text>(established, 'title'),
    authority: names.authority(data.authority),
    scope: data.scope,
    established: happening(established),
    until: data.until ?? null,
    independence: independenceOn(members, today),
    memberCount: membersOn(members, today).length,
  };
}

export function buildSummary(history: History, names: Names, today: string): CommitteeSummary {
  const { authority } = history.events[0]!.data as unknown as Established;
  const findings = findingsOf(history, authority, names);
  const unanswered = findings.filter(({ replies }) => replies.length === 0);
  return {
    ...common(history, names, today),
    findings: {
      recorded: findings.length,
      awaitingReply: unanswered.filter(({ closed, replyDueOn }) => closed === null && replyDueOn >= today).length,
      withoutReplyInTime: unanswered.filter(({ replyDueOn }) => replyDueOn < today).length,
      closed: findings.filter(({ closed }) => closed !== null).length,
    },
  };
}

export function buildCommittee(history: History, names: Names, today: string, shown: Shown): Committee {
  const established = history.events[0]!;
  const { authority, replyDays } = established.data as unknown as Established;
  return {
    ...common(history, names, today),
    shown,
    mandate: words<Text>(established, 'mandate'),
    neutralityRule: words<Text>(established, 'neutralityRule'),
    replyDays,
    members: membersOf(history),
    cuts: eventsOf(history, 'committee.cutFrozen/1').map((event) => {
      const { size, root } = event.data as unknown as DataOf<typeof cutFrozen>;
      return { ...happening(event), size, root, purpose: words<Text>(event, 'purpose') };
    }),
    samples: samplesOf(history),
    findings: findingsOf(history, authority, names),
    opinions: eventsOf(history, 'committee.opinionIssued/1').map((event) => {
      const { target, opinion, document } = event.data as unknown as DataOf<typeof opinionIssued>;
      return {
        ...happening(event),
        target: target ?? null,
        opinion: opinion ?? null,
        document: document ?? null,
        title: words<Text>(event, 'title'),
        text: words<Text>(event, 'text'),
        address: words<string>(event, 'address'),
      };
    }),
    integrityChecks: eventsOf(history, 'committee.integrityChecked/1').map((event) => {
      const { size, root, result, tool, version } = event.data as unknown as DataOf<typeof integrityChecked>;
      return {
        ...happening(event),
        size,
        root,
        result,
        tool,
        version: version ?? null,
        note: words<Text>(event, 'note'),
      };
    }),
    suspensions: suspendedPassages(history, authority, names),
  };
}

function membersOf(history: History): Member[] {
  const left = eventsOf(history, 'committee.memberLeft/1');
  return eventsOf(history, 'committee.memberAppointed/1').map((appointed) => {
    const { member, appointedBy, chosenBy } = appointed.data as unknown as DataOf<typeof memberAppointed>;
    const declared = [appointed, ...eventsOf(history, 'committee.memberTiesDeclared/1')];
    const gone = left.find(({ data }) => data['member'] === member);
    return {
      member,
      appointed: happening(appointed),
      appointedBy,
      chosenBy,
      declarations: declared.flatMap((event) => {
        const { member: whose, ties } = event.data as unknown as DataOf<typeof memberTiesDeclared>;
        return whose === member ? [{ ...happening(event), ties, interests: words<Text>(event, 'interests') }] : [];
      }),
      left: gone
        ? {
            ...happening(gone),
            reason: (gone.data as unknown as DataOf<typeof memberLeft>).reason,
            explanation: words<Text>(gone, 'explanation'),
          }
        : null,
    };
  });
}

function samplesOf(history: History): Sample[] {
  const assessments = eventsOf(history, 'committee.sampleAssessed/1');
  return eventsOf(history, 'committee.sampleDrawn/1').map((event) => {
    const { cut, method, population, populationCount, sample } = event.data as unknown as DataOf<typeof sampleDrawn>;
    return {
      ...happening(event),
      cut,
      method,
      population,
      populationCount,
      sample,
      purpose: words<Text>(event, 'purpose'),
      assessments: assessments.flatMap((assessed) => {
        const {
          sample: drawn,
          item,
          found,
          restated,
          grouped,
          answered,
        } = assessed.data as unknown as DataOf<typeof sampleAssessed>;
        if (drawn !== event.id) return [];
        return {
          ...happening(assessed),
          item,
          found,
          restated,
          grouped,
          answered,
          note: words<Text>(assessed, 'note'),
        };
      }),
    };
  });
}

function findingsOf(history: History, authority: string, names: Names): Finding[] {
  const replies = eventsOf(history, 'committee.replyGiven/1');
  const closings = eventsOf(history, 'committee.findingClosed/1');
  return eventsOf(history, 'committee.findingRecorded/1').map((event) => {
    const {
      target,
      event: of,
      field,
      kind,
      sample,
      replyDueOn,
    } = event.data as unknown as DataOf<typeof findingRecorded>;
    const closed = closings.find(({ data }) => data['finding'] === event.id);
    return {
      ...happening(event),
      target,
      of: of === undefined ? null : { event: of, field: field ?? null },
      kind,
      sample: sample ?? null,
      replyDueOn,
      text: words<Text>(event, 'text'),
      replies: replies.flatMap((reply) => {
        const { finding, decidedBy, document } = reply.data as unknown as DataOf<typeof replyGiven>;
        if (finding !== event.id) return [];
        return {
          ...happening(reply),
          decidedBy: names.optional('functions', authority, decidedBy),
          document: document ?? null,
          text: words<Text>(reply, 'text'),
        };
      }),
      closed: closed
        ? {
            ...happening(closed),
            satisfied: (closed.data as unknown as DataOf<typeof findingClosed>).satisfied,
            explanation: words<Text>(closed, 'explanation'),
          }
        : null,
    };
  });
}
