import { outcomeRow } from '@fil/facts/codes/outcome';
import type { consultationOpened, mandateAmended } from '@fil/facts/events/consultation.events';
import type { outcomeGiven } from '@fil/facts/events/contribution.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { ContributionFacts } from '@fil/facts/figures/standing';
import { decisionNamed } from '../follow-up/shown-decision';
import { naming } from '../names/naming';
import { eventsOf } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import { publicNumber } from '../reading/public-number';
import { listOf, wordsOf, type ThreadReading } from './reading-of';
import type { CarriedShown } from '../standings/carried';
import type { ThreadAnswer } from './thread.answer';

/** Every answer given to one point, in order. */
export function answersOf(reading: ThreadReading, facts: ContributionFacts, point: number): ThreadAnswer[] {
  const given = eventsOf(reading.gathered.contribution, 'contribution.outcomeGiven/1').filter(
    ({ data }) => data['point'] === point,
  );
  const standing = facts.points[point]?.answer?.event;
  return given.map((event) => {
    const by = given.find(({ data }) => (data as KnownData<typeof outcomeGiven>).supersedes === event.id);
    return answerOf(reading, event, event.id === standing, by?.id ?? null);
  });
}

function answerOf(
  reading: ThreadReading,
  event: KeptEvent,
  current: boolean,
  supersededBy: string | null,
): ThreadAnswer {
  const data = event.data as KnownData<typeof outcomeGiven>;
  const named = naming(reading.names, reading.organiser);
  const { release, common } = data;
  const outcome = data.outcome!;
  const said = whereItWasSaid(reading, event, common);
  const decision = decisionNamed(reading.gathered.decisions, reading.names, data.decision);
  return {
    given: happening(event),
    point: data.point!,
    outcome,
    provisional: outcomeRow(outcome).provisional,
    current,
    supersedes: data.supersedes ?? null,
    supersededBy,
    reasons: data.reasons ?? [],
    justification: wordsOf(said, 'justification'),
    advice: wordsOf(said, 'advice'),
    partTaken: wordsOf(said, 'partTaken'),
    condition: wordsOf(said, 'condition'),
    proposersOpinion: wordsOf(said, 'proposersOpinion'),
    reference: wordsOf(said, 'reference'),
    evidence: listOf(said, 'evidence'),
    worseningReason: wordsOf(said, 'worseningReason'),
    factChecked: data.factChecked ?? null,
    department: named('bodies', data.department),
    decidedBy: named('functions', data.decidedBy),
    body: named('bodies', data.body),
    answerOn: data.answerOn ?? null,
    session: data.session ?? null,
    constraint: constraintOf(reading, data.constraint),
    openPoint: openPointOf(reading, data.openPoint),
    mergedInto: mergedInto(reading, data.mergedInto),
    decision,
    actStanding: decision?.standing ?? null,
    commitments: data.commitments ?? [],
    common: common
      ? { synthesis: common.synthesis, members: common.members, progress: progressOf(reading, common) }
      : null,
    enteredInError: data.enteredInError?.event ?? null,
    release: release
      ? {
          preparedBy: named('functions', release.preparedBy),
          visaBy: (release.visaBy ?? []).map((code) => reading.names.named('functions', reading.organiser, code)),
          decidedBy: named('functions', release.decidedBy),
        }
      : null,
  };
}

type Common = NonNullable<KnownData<typeof outcomeGiven>['common']>;

function progressOf({ gathered }: ThreadReading, { synthesis, rev }: Common): CarriedShown | null {
  const history = gathered.syntheses.get(synthesis);
  const standing = history && eventsOf(history, 'synthesis.outcomeGiven/1').at(-1);
  return standing && history.events[rev - 1] === standing ? (gathered.carried.get(synthesis) ?? null) : null;
}

/** A common answer has its words in the synthesis, at the revision it names; any other has them itself. */
function whereItWasSaid(
  { gathered }: ThreadReading,
  event: KeptEvent,
  common: { readonly synthesis: string; readonly rev: number } | undefined,
): KeptEvent {
  const said = common && gathered.syntheses.get(common.synthesis)?.events[common.rev - 1];
  return said?.type === 'synthesis.outcomeGiven/1' ? said : event;
}

/** A mandate names its points when it is opened and when it is amended; a code is never given to something else. */
const mandateOf = ({ gathered }: ThreadReading): readonly KeptEvent[] =>
  gathered.consultation
    ? eventsOf(gathered.consultation, 'consultation.opened/2', 'consultation.mandateAmended/1')
    : [];

function constraintOf(reading: ThreadReading, id: string | undefined): ThreadAnswer['constraint'] {
  if (id === undefined) return null;
  for (const event of mandateOf(reading)) {
    const { constraints, constraintsAdded } = event.data as MandateData;
    const named = constraints ?? constraintsAdded ?? [];
    const at = named.findIndex((constraint) => constraint.id === id);
    if (at < 0) continue;
    type Words = NonNullable<NonNullable<ThreadAnswer['constraint']>['text']>;
    return { id, kind: named[at]!.kind, text: listOf<Words>(event, 'constraintTexts')[at] ?? null };
  }
  return { id, kind: null, text: null };
}

function openPointOf(reading: ThreadReading, id: string | undefined): ThreadAnswer['openPoint'] {
  if (id === undefined) return null;
  for (const event of mandateOf(reading)) {
    const { openPoints, openPointsAdded } = event.data as MandateData;
    const at = (openPoints ?? openPointsAdded ?? []).findIndex((point) => point.id === id);
    if (at < 0) continue;
    type Words = NonNullable<NonNullable<ThreadAnswer['openPoint']>['text']>;
    return { id, text: listOf<Words>(event, 'openPointTexts')[at] ?? null };
  }
  return { id, text: null };
}

type MandateData = KnownData<typeof consultationOpened> & KnownData<typeof mandateAmended>;

function mergedInto({ gathered }: ThreadReading, id: string | undefined): ThreadAnswer['mergedInto'] {
  if (id === undefined) return null;
  const recorded = gathered.others.get(id)?.events[0];
  return {
    id,
    number: recorded ? publicNumber(recorded.index) : null,
    title: recorded ? wordsOf(recorded, 'title') : null,
  };
}
