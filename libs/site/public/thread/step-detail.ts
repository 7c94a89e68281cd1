/** What a step of the dated line says beyond its name, from the event's facts in clear. */
import { CHANNEL_LABELS, CONTESTABLE_LABELS, VOID_GROUND_LABELS } from '@fil/facts/codes/contribution';
import { DECISION_KIND_LABELS } from '@fil/facts/codes/decision';
import type { Label } from '@fil/facts/codes/label';
import { APPEAL_OPINION_LABELS, APPEAL_RESULT_LABELS, MODERATION_GROUND_TABLE } from '@fil/facts/codes/moderation';
import { OUTCOME_TABLE } from '@fil/facts/codes/outcome';
import { STAGE_LABELS } from '@fil/facts/codes/progress';
import { REASON_LABELS } from '@fil/facts/codes/reason';
import {
  ACKNOWLEDGEMENT_CHANNEL_LABELS,
  AUTHOR_TEXT_LABELS,
  CONTEST_VERDICT_LABELS,
  FOLLOW_UP_VERDICT_LABELS,
  KEY_REPLACEMENT_GROUND_LABELS,
  TRANSCRIPTION_WAY_LABELS,
} from '@fil/facts/codes/words';
import { isWhen } from '@fil/facts/dates/when';
import { readable } from '@fil/log/vault/vault';
import { formatWhen } from '@fil/ui/format/dates';
import { formatMoney, formatNumber } from '@fil/ui/format/numbers';
import type { Frame } from '@fil/ui/page/frame';
import type { NameBook } from '@fil/views/names/named';
import type { ThreadStep } from '@fil/views/thread/thread.answer';
import { inReadersLanguage } from '../words/languages';

type Facts = ThreadStep['facts'];
type Detail = (frame: Frame, facts: Facts, names: NameBook) => string | null;

const coded =
  (field: string, labels: Readonly<Record<string, Label>>): Detail =>
  (frame, facts) => {
    const code = facts[field];
    return typeof code === 'string' && labels[code] ? frame.label(labels[code]) : null;
  };

const OUTCOME_LABELS: Readonly<Record<string, Label>> = Object.fromEntries(
  Object.entries(OUTCOME_TABLE).map(([code, { label }]) => [code, label]),
);

const GROUND_LABELS: Readonly<Record<string, Label>> = Object.fromEntries(
  Object.entries(MODERATION_GROUND_TABLE).map(([code, { label }]) => [code, label]),
);

const members: Detail = (frame, { members: listed }) =>
  Array.isArray(listed) ? frame.t.line.members(listed.length) : null;

const dated = (frame: Frame, value: unknown): string =>
  isWhen(value) ? formatWhen(value, frame.language) : frame.t.line.noDate;

const sinceStage: Detail = (frame, facts, names) => {
  const [from, to] = [coded('from', STAGE_LABELS)(frame, facts, names), coded('to', STAGE_LABELS)(frame, facts, names)];
  return from && to ? frame.t.line.toDate(from, to) : to;
};

const DETAILS: Readonly<Record<string, Detail>> = {
  'contribution.recorded': coded('channel', CHANNEL_LABELS),
  'contribution.pointMarked': (frame, { point }) => (typeof point === 'number' ? frame.t.line.point(point) : null),
  'contribution.outcomeGiven': outcome,
  'contribution.contested': coded('what', CONTESTABLE_LABELS),
  'contribution.voided': coded('ground', VOID_GROUND_LABELS),
  'contribution.transcribed': coded('way', TRANSCRIPTION_WAY_LABELS),
  'contribution.acknowledged': coded('channel', ACKNOWLEDGEMENT_CHANNEL_LABELS),
  'contribution.textCorrected': coded('field', AUTHOR_TEXT_LABELS),
  'contribution.contestAnswered': coded('verdict', CONTEST_VERDICT_LABELS),
  'contribution.followedUp': coded('verdict', FOLLOW_UP_VERDICT_LABELS),
  'contribution.authorKeyReplaced': coded('ground', KEY_REPLACEMENT_GROUND_LABELS),
  'contribution.notPublished': coded('ground', GROUND_LABELS),
  'contribution.declaredInadmissible': (_, { article }) => (typeof article === 'string' ? article : null),
  'contribution.redacted': coded('ground', GROUND_LABELS),
  'contribution.guarantorOpinionGiven': coded('opinion', APPEAL_OPINION_LABELS),
  'contribution.appealDecided': coded('result', APPEAL_RESULT_LABELS),
  'synthesis.contributionsAttached': members,
  'synthesis.contributionsDetached': members,
  'synthesis.outcomeGiven': outcome,
  'decision.registered': (frame, facts, names) => {
    const kind = coded('kind', DECISION_KIND_LABELS)(frame, facts, names);
    const body = typeof facts.body === 'string' ? readable(names.bodies[facts.body]) : undefined;
    return [kind, body && inReadersLanguage(body, frame.language).text].filter(Boolean).join(', ') || null;
  },
  'commitment.made': (frame, { dueOn, budgetVoted }) =>
    [
      isWhen(dueOn) && formatWhen(dueOn, frame.language),
      typeof budgetVoted === 'number' && formatMoney(budgetVoted, frame.language),
    ]
      .filter(Boolean)
      .join(', ') || null,
  'commitment.stageReached': coded('stage', STAGE_LABELS),
  'commitment.stageLost': sinceStage,
  'commitment.progressReported': (frame, { percent }) =>
    typeof percent === 'number' ? frame.t.commitment.percent(formatNumber(percent, frame.language)) : null,
  'commitment.rescheduled': (frame, { from, to }) => frame.t.line.toDate(dated(frame, from), dated(frame, to)),
  'commitment.abandoned': reasons,
};

function reasons(frame: Frame, { reasons: codes }: Facts): string | null {
  if (!Array.isArray(codes)) return null;
  const labels: Readonly<Record<string, Label>> = REASON_LABELS;
  const known = codes.flatMap((code: unknown) =>
    typeof code === 'string' && labels[code] ? frame.label(labels[code]) : [],
  );
  return known.join(', ') || null;
}

function outcome(frame: Frame, facts: Facts, names: NameBook): string | null {
  const said = coded('outcome', OUTCOME_LABELS)(frame, facts, names);
  const why = reasons(frame, facts);
  return said && why ? `${said} (${why})` : said;
}

/** Null when there is nothing to add, or when the facts are not public. */
export const detailOf = (frame: Frame, names: NameBook, step: ThreadStep): string | null =>
  DETAILS[step.type.split('/')[0]!]?.(frame, step.facts, names) ?? null;
