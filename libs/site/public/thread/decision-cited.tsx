/** The decision an answer or a commitment rests on: its body, its act, its votes. */
import { DECISION_KIND_LABELS } from '@fil/facts/codes/decision';
import { formatWhen } from '@fil/ui/format/dates';
import { Definitions } from '@fil/ui/components/definitions';
import { OnDate } from '@fil/ui/components/on-date';
import type { Frame } from '@fil/ui/page/frame';
import type { ShownDecision } from '@fil/views/follow-up/shown-decision.answer';
import { readable } from '@fil/log/vault/vault';
import { NameOf } from '../words/named';
import { ShownInline, ShownWords } from '../words/shown-words';
import { isWebAddress, OutsideLink } from '../words/source-link';

export function DecisionCited({ frame, decision }: { frame: Frame; decision: ShownDecision }) {
  const { t, label, language } = frame;
  const { act, votes, address } = decision;
  const linked = isWebAddress(readable(address ?? undefined) ?? '');
  return (
    <div class="stack-close">
      <h4>
        {t.thread.decision}
        {t.words.colon}
        <ShownInline frame={frame} words={decision.title} />
      </h4>
      <ShownWords frame={frame} words={decision.summary} />
      <Definitions
        rows
        items={[
          {
            term: label(DECISION_KIND_LABELS[decision.kind]),
            is: (
              <>
                {act?.id ? t.thread.act(act.id) : null}
                {act?.id && ' '}
                {act?.date ? (
                  t.thread.actDate(formatWhen(act.date, language))
                ) : (
                  <OnDate frame={frame} when={decision.registered.occurredOn} as="on" />
                )}
                {act?.prefectureDate && <>, {t.thread.prefecture(formatWhen(act.prefectureDate, language))}</>}
              </>
            ),
          },
          decision.body && { term: t.thread.body, is: <NameOf frame={frame} named={decision.body} /> },
          decision.decidedBy && { term: t.thread.by, is: <NameOf frame={frame} named={decision.decidedBy} /> },
          votes && {
            term: t.thread.votes,
            is: `${t.thread.voteCounts(votes.for, votes.against, votes.abstained)} (${t.thread.present(votes.present, votes.members)})`,
          },
        ]}
      />
      {linked && (
        <p>
          <OutsideLink address={address}>{t.thread.readAct}</OutsideLink>
        </p>
      )}
    </div>
  );
}
