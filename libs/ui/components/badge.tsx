/** Where something stands, in a word with a shape: never by colour alone. */
import { PROGRESS_LABELS, type Progress } from '@fil/facts/codes/progress';
import { overallLabel, type OverallStanding } from '@fil/facts/figures/standing';
import type { Frame } from '../page/frame';
import { StateMark, type StateShape } from './state-mark';

export type Tone = 'kept' | 'waiting' | 'late' | 'quiet';

interface Look {
  readonly tone: Tone;
  readonly shape: StateShape;
}

const kept = (shape: StateShape): Look => ({ tone: 'kept', shape });
const waiting = (shape: StateShape): Look => ({ tone: 'waiting', shape });
const quiet = (shape: StateShape): Look => ({ tone: 'quiet', shape });

const STANDING_LOOKS: Readonly<Record<OverallStanding, Look>> = {
  pending: waiting('empty'),
  underReview: waiting('half'),
  deferred: waiting('paused'),
  proposedForDecision: waiting('half'),
  accepted: kept('checked'),
  partlyAccepted: kept('half'),
  alreadyPlanned: kept('arrow'),
  alreadyDone: kept('full'),
  considered: quiet('full'),
  answered: quiet('full'),
  merged: quiet('arrow'),
  transferred: quiet('arrow'),
  withdrawn: quiet('crossed'),
  notAccepted: quiet('crossed'),
  outOfScope: quiet('crossed'),
  inadmissible: quiet('crossed'),
  mixed: quiet('half'),
  undisclosed: quiet('empty'),
};

const PROGRESS_LOOKS: Readonly<Record<Progress | 'none' | 'late' | 'noNews' | 'notListed', Look>> = {
  none: quiet('empty'),
  notStarted: waiting('empty'),
  planned: waiting('empty'),
  inProgress: waiting('half'),
  suspended: waiting('paused'),
  modified: waiting('half'),
  done: kept('full'),
  verified: kept('checked'),
  abandoned: quiet('crossed'),
  late: { tone: 'late', shape: 'late' },
  noNews: { tone: 'late', shape: 'empty' },
  notListed: quiet('crossed'),
};

export const toneOfStanding = (standing: OverallStanding): Tone => STANDING_LOOKS[standing].tone;
export const toneOfProgress = (progress: keyof typeof PROGRESS_LOOKS): Tone => PROGRESS_LOOKS[progress].tone;

export const Badge = ({ look, words }: { look: Look; words: string }) => (
  <span class={`badge badge--${look.tone}`}>
    <StateMark shape={look.shape} />
    {words}
  </span>
);

export const StandingBadge = ({ frame, standing }: { frame: Frame; standing: OverallStanding }) => (
  <Badge look={STANDING_LOOKS[standing]} words={frame.label(overallLabel(standing))} />
);

export const ProgressBadge = ({ frame, progress }: { frame: Frame; progress: keyof typeof PROGRESS_LOOKS }) => (
  <Badge look={PROGRESS_LOOKS[progress]} words={frame.label(PROGRESS_LABELS[progress])} />
);

/** « En retard de 42 jours ». */
export const LateBadge = ({ words }: { words: string }) => <Badge look={PROGRESS_LOOKS.late} words={words} />;
