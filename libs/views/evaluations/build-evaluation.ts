/** An evaluation from what happened to it: pure. */
import type {
  evaluationOpened,
  evaluationPublished,
  invitationsIssued,
  managementResponseGiven,
  panelScoreGiven,
} from '@fil/facts/events/evaluation.events';
import type { DataOf } from '@fil/facts/kit/event-definition';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Names } from '../names/names';
import { happening, type KeptEvent } from '../reading/happening';
import { eventsOf, type History } from '../reading/history';
import type { Shown } from '../reading/shown';
import { allOf, listed, words } from '../reading/words-of';
import type { EvaluatedCriterion, Evaluation, EvaluationSummary, PanelScore } from './evaluations.answer';

type Opened = DataOf<typeof evaluationOpened>;
type Published = DataOf<typeof evaluationPublished>;

const closingOf = (history: History): KeptEvent | null => eventsOf(history, 'evaluation.closed/1')[0] ?? null;
const publicationOf = (history: History): KeptEvent | null => eventsOf(history, 'evaluation.published/1')[0] ?? null;

export function buildSummary(history: History, names: Names): EvaluationSummary {
  const opened = history.events[0]!;
  const { authority, target, phase, from, to, facilitator } = opened.data as unknown as Opened;
  return {
    id: opened.stream,
    title: words<Text>(opened, 'title'),
    authority: names.authority(authority),
    target,
    phase: phase ?? null,
    from,
    to,
    facilitator,
    opened: happening(opened),
    state: publicationOf(history) ? 'published' : closingOf(history) ? 'closed' : 'open',
  };
}

/** @param others histories of the other evaluations of the same thing */
export function buildEvaluation(history: History, others: readonly History[], names: Names, shown: Shown): Evaluation {
  const opened = history.events[0]!;
  const { authority, consultations } = opened.data as unknown as Opened;
  const closed = closingOf(history);
  const published = publicationOf(history);
  const data = published && (published.data as unknown as Published);
  return {
    ...buildSummary(history, names),
    shown,
    method: words<Text>(opened, 'method'),
    consultations: consultations.map((id) => ({ id, title: names.consultation(id).title })),
    invitations: eventsOf(history, 'evaluation.invitationsIssued/1').reduce(
      (sum, event) => sum + (event.data as unknown as DataOf<typeof invitationsIssued>).count,
      0,
    ),
    criteria: criteriaOf(history, data),
    closed: closed && { ...happening(closed), reason: words<Text>(closed, 'reason') },
    published: published && {
      ...happening(published),
      size: data!.size,
      responses: data!.responses,
      limits: words<Text>(published, 'limits'),
      summary: words<Text>(published, 'summary'),
    },
    managementResponses: eventsOf(history, 'evaluation.managementResponseGiven/1').map((event) => ({
      ...happening(event),
      decidedBy: names.optional(
        'functions',
        authority,
        (event.data as unknown as DataOf<typeof managementResponseGiven>).decidedBy,
      ),
      text: words<Text>(event, 'text'),
    })),
    comparison: comparisonOf(history, others),
    others: others.map((other) => buildSummary(other, names)),
  };
}

function criteriaOf(history: History, published: Published | null): EvaluatedCriterion[] {
  const opened = history.events[0]!;
  const scores = eventsOf(history, 'evaluation.panelScoreGiven/1');
  return (opened.data as unknown as Opened).criteria.map((criterion, n) => {
    const result = published?.results.find((one) => one.criterion === criterion.id);
    const score = scores.find(({ data }) => data['criterion'] === criterion.id);
    return {
      ...criterion,
      text: listed<Text>(opened, 'criterionTexts', n),
      contributors: result
        ? { answers: result.answers, doubledMedian: result.doubledMedian, distribution: result.distribution }
        : null,
      panel: score ? panelScore(score) : null,
    };
  });
}

function panelScore(event: KeptEvent): PanelScore {
  const { mark, choice, evidence } = event.data as unknown as DataOf<typeof panelScoreGiven>;
  return {
    ...happening(event),
    mark: mark ?? null,
    choice: choice ?? null,
    explanation: words<Text>(event, 'explanation'),
    evidence,
    evidenceTexts: allOf<string>(event, 'evidenceTexts'),
  };
}

/** What both asked, in the order of this one. */
function comparisonOf(history: History, others: readonly History[]): Evaluation['comparison'] {
  const own = history.events[0]!.data as unknown as Opened;
  const phaseOf = ({ events }: History): Opened['phase'] => (events[0]!.data as unknown as Opened).phase;
  const other = others.findLast((one) => {
    const phase = phaseOf(one);
    return phase !== undefined && phase !== own.phase && publicationOf(one) !== null;
  });
  if (own.phase === undefined || !other || !publicationOf(history)) return null;
  const [before, after] = own.phase === 'before' ? [history, other] : [other, history];
  const medians = (of: History): Map<string, number | null> =>
    new Map((publicationOf(of)!.data as unknown as Published).results.map((one) => [one.criterion, one.doubledMedian]));
  const [then, since] = [medians(before), medians(after)];
  return {
    before: before.events[0]!.stream,
    after: after.events[0]!.stream,
    criteria: own.criteria.flatMap(({ id, form }) =>
      form === 'scale' && then.has(id) && since.has(id)
        ? [{ criterion: id, before: then.get(id)!, after: since.get(id)! }]
        : [],
    ),
  };
}
