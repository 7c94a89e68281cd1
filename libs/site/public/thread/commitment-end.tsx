/** How a commitment ended, or is said to have: the claim, what contests it beside it, the abandonment, the reopening. */
import { REASON_LABELS } from '@fil/facts/codes/reason';
import { formatOn } from '@fil/ui/format/dates';
import { Notice } from '@fil/ui/components/notice';
import { NameOf } from '../words/named';
import { ShownWords } from '../words/shown-words';
import type { Beside, CommitmentProps } from './commitment-card';
import { ContestCard } from './contest-card';
import { DecisionCited } from './decision-cited';
import { EvidenceList } from './evidence-list';
import { FollowUpCard } from './follow-up-card';

export function DoneAndContested({ frame, commitment: { id, done }, contests, words }: CommitmentProps & Beside) {
  // Her verdict stays when the claim was taken back.
  const verdicts = words.followUps
    .filter(({ commitment }) => commitment === id)
    .map((followUp) => <FollowUpCard frame={frame} followUp={followUp} />);
  if (!done) return <>{verdicts}</>;
  const { t } = frame;
  const against = contests.filter(({ contested }) => contested === done.given.event);
  const claim = (
    <div class="card">
      <p class="soft small">{t.commitment.doneClaim}</p>
      <h3 class="outcome">{t.commitment.done(formatOn(done.given.occurredOn, frame.language))}</h3>
      {done.word && <p class="soft">{t.words.sourceWord(done.word)}</p>}
      <ShownWords frame={frame} words={done.note} />
      {done.evidence.length > 0 && (
        <div>
          <h4>{t.thread.evidence}</h4>
          <EvidenceList frame={frame} evidence={done.evidence} />
        </div>
      )}
    </div>
  );
  if (against.length === 0 && verdicts.length === 0) return claim;
  return (
    <div class="side-by-side">
      {claim}
      {against.map((contest) => (
        <ContestCard frame={frame} contest={contest} />
      ))}
      {verdicts}
    </div>
  );
}

export function Abandoned({ frame, commitment: { abandoned } }: CommitmentProps) {
  if (!abandoned) return null;
  const { t, label, language } = frame;
  return (
    <Notice>
      <p>
        <strong>{t.commitment.abandoned(formatOn(abandoned.given.occurredOn, language))}</strong>
        {abandoned.word && <span class="soft"> ({t.words.sourceWord(abandoned.word)})</span>}
      </p>
      {abandoned.reasons.length > 0 && (
        <p>{abandoned.reasons.map((reason) => label(REASON_LABELS[reason])).join(', ')}</p>
      )}
      <ShownWords frame={frame} words={abandoned.reason} />
      {abandoned.reasonNotStated && <p class="note-absent">{t.commitment.abandonReasonNotStated}.</p>}
      {abandoned.decidedBy && (
        <p>
          {t.commitment.decidedBy} <NameOf frame={frame} named={abandoned.decidedBy} />
        </p>
      )}
      {abandoned.decision && <DecisionCited frame={frame} decision={abandoned.decision} />}
    </Notice>
  );
}

export function NotListed({ frame, commitment: { notListed } }: CommitmentProps) {
  if (!notListed) return null;
  const { t, language } = frame;
  return (
    <Notice>
      <p>
        <strong>{t.commitment.notListed(formatOn(notListed.given.occurredOn, language))}</strong>{' '}
        {t.commitment.lastListed(formatOn(notListed.lastListedOn, language))}
      </p>
      <p>{t.commitment.notAbandonment}</p>
    </Notice>
  );
}

export const Reopened = ({ frame, commitment: { reopened } }: CommitmentProps) => (
  <>
    {reopened.map(({ given, reason, word }) => (
      <Notice>
        <p>
          <strong>{frame.t.commitment.reopened(formatOn(given.occurredOn, frame.language))}</strong>
          {word && <span class="soft"> ({frame.t.words.sourceWord(word)})</span>}
        </p>
        <ShownWords frame={frame} words={reason} />
      </Notice>
    ))}
  </>
);
