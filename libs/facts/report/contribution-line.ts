/** What a report says of one contribution beyond where it stands: who answered what, when, and what was disputed. */
import type { Outcome } from '../codes/outcome';
import type { Reason } from '../codes/reason';
import type { When } from '../dates/when';
import type { outcomeGiven } from '../events/contribution.events';
import type { disclosureAuthorised } from '../events/moderation.events';
import { happened, type FactEvent, type KnownData } from '../figures/fact-event';
import { cite, nameOf, type Cited } from './cited';
import { marksOf, type Marks } from './marks';

/** The answer that stands for a point. */
export interface AnswerLine {
  readonly event: string;
  readonly index: number;
  readonly on: When;
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
  /** Codes of the function that decided, the body it belongs to and the department that answers. */
  readonly decidedBy: string | null;
  readonly body: string | null;
  readonly department: string | null;
  readonly decision: string | null;
  readonly commitments: readonly string[];
  /** What an answer out of scope invokes. */
  readonly constraint: string | null;
  readonly openPoint: string | null;
  readonly mergedInto: string | null;
  /** The synthesis whose common answer it is. */
  readonly common: string | null;
  /** How many answers it replaces, the ones before those included. */
  readonly replaced: number;
  /** What a source does not say, where the answer was taken over. */
  readonly notStated: readonly string[];
}

export interface ContributionLine {
  readonly recorded: string;
  readonly index: number;
  /** By point. */
  readonly answers: ReadonlyMap<number, AnswerLine>;
  /** Those that chapters name, in the order of the log. */
  readonly events: readonly Cited[];
  readonly marks: readonly Marks[];
}

/** What chapters name beside answers. The rest of a contribution's life is on its own page. */
const NAMED = new Set([
  'contribution.notPublished',
  'contribution.declaredInadmissible',
  'contribution.redacted',
  'contribution.restated',
  'contribution.restatementDisputed',
  'contribution.appealLodged',
  'contribution.guarantorOpinionGiven',
  'contribution.appealDecided',
  'contribution.contested',
  'contribution.contestAnswered',
  'contribution.voided',
  'contribution.followedUp',
]);

interface Growing extends ContributionLine {
  readonly answers: Map<number, AnswerLine>;
  readonly events: Cited[];
  readonly marks: Marks[];
  /** Answers of which only the entry is public, by event. */
  readonly undisclosed: Map<string, Pick<AnswerLine, 'index' | 'on'>>;
}

/** One line per contribution, folded from its events. */
export class ContributionLines {
  private readonly lines = new Map<string, Growing>();

  get all(): ReadonlyMap<string, ContributionLine> {
    return this.lines;
  }

  has(contribution: string): boolean {
    return this.lines.has(contribution);
  }

  add(event: FactEvent): void {
    const name = nameOf(event);
    if (name === 'contribution.recorded')
      this.lines.set(event.stream, {
        recorded: event.id,
        index: event.index,
        answers: new Map(),
        events: [],
        marks: [],
        undisclosed: new Map(),
      });
    const line = this.lines.get(event.stream);
    if (!line) return;
    if (name === 'contribution.outcomeGiven') answer(line, event);
    if (name === 'contribution.disclosureAuthorised') disclose(line, event);
    if (NAMED.has(name)) line.events.push(cite(event));
    const marks = marksOf(event);
    if (marks) line.marks.push(marks);
  }
}

const NOT_TOLD = {
  reasons: [],
  decidedBy: null,
  body: null,
  department: null,
  decision: null,
  commitments: [],
  constraint: null,
  openPoint: null,
  mergedInto: null,
  common: null,
  replaced: 0,
  notStated: [],
} as const;

function answer(line: Growing, event: FactEvent): void {
  const data = event.data as KnownData<typeof outcomeGiven>;
  const { id, index } = event;
  const on = happened(event);
  if (data.point === undefined || data.outcome === undefined) {
    line.undisclosed.set(id, { index, on });
    return;
  }
  const before = line.answers.get(data.point);
  line.answers.set(data.point, {
    event: id,
    index,
    on,
    outcome: data.outcome,
    reasons: data.reasons ?? [],
    decidedBy: data.decidedBy ?? null,
    body: data.body ?? null,
    department: data.department ?? null,
    decision: data.decision ?? null,
    commitments: data.commitments ?? [],
    constraint: data.constraint ?? null,
    openPoint: data.openPoint ?? null,
    mergedInto: data.mergedInto ?? null,
    common: data.common?.synthesis ?? null,
    replaced: before ? before.replaced + 1 : 0,
    notStated: data.takenOver?.notStated ?? [],
  });
}

/** The disclosure tells the outcomes that stand; the rest of these answers stays sealed in their entries. */
function disclose(line: Growing, event: FactEvent): void {
  const { answers = [] } = event.data as KnownData<typeof disclosureAuthorised>;
  for (const { point, event: given, outcome } of answers) {
    const known = line.undisclosed.get(given);
    if (known && !line.answers.has(point)) line.answers.set(point, { ...NOT_TOLD, ...known, event: given, outcome });
  }
}
