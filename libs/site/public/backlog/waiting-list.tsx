/** Those who wait, longest first: how long, what was promised, and where the promise was made. */
import { formatFor } from '@fil/ui/format/dates';
import { LateBadge, StandingBadge } from '@fil/ui/components/badge';
import type { Frame } from '@fil/ui/page/frame';
import type { Waiting } from '@fil/views/backlog/backlog.answer';
import { consultationAddress, contributionAddress } from '../words/addresses';
import { ContributionFacts } from '../words/contribution-facts';
import { NameOf } from '../words/named';
import { ShownTitle } from '../words/shown-words';

interface Props {
  readonly frame: Frame;
  readonly items: readonly Waiting[];
  /** Of the headings: it depends on what they stand under. */
  readonly level: 2 | 3;
}

export const WaitingList = ({ frame, items, level }: Props) => (
  <ol class="results">
    {items.map((item) => (
      <WaitingItem frame={frame} item={item} level={level} />
    ))}
  </ol>
);

function WaitingItem({ frame, item, level }: { frame: Frame; item: Waiting; level: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { t, language } = frame;
  const [number, ...unit] = t.backlog.days(item.daysWaiting).split('\u00a0');
  return (
    <li class="waiting-row">
      <p class="days">
        <small>{t.backlog.since('')}</small>
        {number} <small>{unit.join(' ')}</small>
      </p>
      <div class="what">
        <Heading>
          <a href={frame.to(contributionAddress(item.id))}>
            <ShownTitle frame={frame} title={item.title} />
          </a>
        </Heading>
        <p class="badges">
          <StandingBadge frame={frame} standing={item.standing} />
          {item.daysLate !== null && <LateBadge words={t.backlog.lateBy(t.backlog.days(item.daysLate))} />}
        </p>
        <Promise frame={frame} item={item} />
        {item.nextAnswerOn && (
          <p>
            {item.nextAnswerMissed ? (
              <strong>{t.backlog.nextAnswerMissed(formatFor(item.nextAnswerOn, language))}</strong>
            ) : (
              t.backlog.nextAnswer(formatFor(item.nextAnswerOn, language))
            )}
          </p>
        )}
        {item.department && (
          <p>
            {t.backlog.department('')}
            <NameOf frame={frame} named={item.department} />
          </p>
        )}
        <ContributionFacts frame={frame} of={item} />
      </div>
    </li>
  );
}

function Promise({ frame, item }: { frame: Frame; item: Waiting }) {
  const { t, language } = frame;
  if (item.dueOn === null)
    return <p class="soft">{item.promised ? t.backlog.promisedAfterClose : t.backlog.noPromise}</p>;
  return (
    <p>
      {t.backlog.promisedFor(formatFor(item.dueOn, language))} (
      <a href={`${frame.to(consultationAddress(item.consultation.id))}#promise`}>{t.backlog.promiseSource}</a>)
    </p>
  );
}
