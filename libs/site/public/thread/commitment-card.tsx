import { formatMoney } from '@fil/ui/format/numbers';
import { LateBadge, ProgressBadge } from '@fil/ui/components/badge';
import { Definitions } from '@fil/ui/components/definitions';
import { OnDate } from '@fil/ui/components/on-date';
import type { Frame } from '@fil/ui/page/frame';
import type { ShownCommitment } from '@fil/views/follow-up/shown-commitment.answer';
import type { Thread } from '@fil/views/thread/thread.answer';
import { NameOf, NamesOf } from '../words/named';
import { isNotStated, sourceName, TakenOverNote } from '../words/origin';
import { ShownInline, ShownLine, ShownTitle } from '../words/shown-words';
import { OutsideLink } from '../words/source-link';
import { Abandoned, DoneAndContested, NotListed, Reopened } from './commitment-end';
import { CommitmentReports, CommitmentStages } from './commitment-progress';
import { Observations } from './observations';
import { SlipOfADate } from './slip-of-a-date';
import { ThreeDates } from './three-dates';

export interface CommitmentProps {
  readonly frame: Frame;
  readonly commitment: ShownCommitment;
}

/** What others than the authority say of it, in this thread. */
export interface Beside {
  readonly contests: Thread['contests'];
  readonly words: Thread['words'];
}

export const CommitmentCard = ({ frame, commitment, contests, words }: CommitmentProps & Beside) => (
  <div class="card">
    <header>
      <p class="soft small">
        {frame.t.commitment.made('')}
        <OnDate frame={frame} when={commitment.made.occurredOn} as="on" />
      </p>
      <h3>
        <ShownTitle frame={frame} title={commitment.title} />
      </h3>
      <p class="badges">
        <ProgressBadge frame={frame} progress={commitment.progress} />
        {commitment.daysLate !== null && (
          <LateBadge words={frame.t.commitment.late(frame.t.commitment.days(commitment.daysLate))} />
        )}
        {commitment.noNewsForDays !== null && (
          <LateBadge words={frame.t.commitment.noNews(frame.t.commitment.days(commitment.noNewsForDays))} />
        )}
        {commitment.notListed && <ProgressBadge frame={frame} progress="notListed" />}
      </p>
    </header>
    <DoneAndContested frame={frame} commitment={commitment} contests={contests} words={words} />
    <Abandoned frame={frame} commitment={commitment} />
    <NotListed frame={frame} commitment={commitment} />
    <ThreeDates frame={frame} commitment={commitment} />
    <SlipOfADate frame={frame} reschedulings={commitment.reschedulings} />
    <CommitmentStages frame={frame} commitment={commitment} />
    <CommitmentReports frame={frame} commitment={commitment} />
    <Reopened frame={frame} commitment={commitment} />
    <Means frame={frame} commitment={commitment} />
    <Observations frame={frame} of={words.observations.find(({ object }) => object === commitment.id)} />
    <TakenOverNote frame={frame} takenOver={commitment.made.takenOver} />
  </div>
);

function Means({ frame, commitment }: CommitmentProps) {
  const { t, language } = frame;
  const { owner, accountable, budgetVoted, means, indicator, place, themes, source, made } = commitment;
  return (
    <Definitions
      rows
      items={[
        owner
          ? { term: t.commitment.owner, is: <NameOf frame={frame} named={owner} /> }
          : isNotStated(made, 'owner') && { term: t.commitment.owner, is: t.words.notStated },
        accountable && { term: t.commitment.accountable, is: <NameOf frame={frame} named={accountable} /> },
        budgetVoted !== null && { term: t.commitment.budget, is: formatMoney(budgetVoted, language) },
        means
          ? { term: t.commitment.means, is: <ShownInline frame={frame} words={means} /> }
          : isNotStated(made, 'means') && { term: t.commitment.means, is: t.words.notStated },
        indicator && { term: t.commitment.indicator, is: <ShownInline frame={frame} words={indicator} /> },
        place !== null && { term: t.commitment.place, is: <ShownLine frame={frame} line={place} /> },
        themes.length > 0 && { term: t.commitment.themes, is: <NamesOf frame={frame} named={themes} /> },
        source && {
          term: t.commitment.source,
          is: (
            <OutsideLink address={source.address}>
              {sourceName(source.name)}, {source.id}
            </OutsideLink>
          ),
        },
      ]}
    />
  );
}
