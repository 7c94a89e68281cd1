/** What was decided about showing the words: each decision with its ground, and beside it what was said against it. */
import {
  APPEAL_OPINION_LABELS,
  APPEAL_RESULT_LABELS,
  moderationGround,
  TOLD_BY_LABELS,
  type ModerationGround,
} from '@fil/facts/codes/moderation';
import { Definitions, type Definition } from '@fil/ui/components/definitions';
import { OnDate } from '@fil/ui/components/on-date';
import { formatOn } from '@fil/ui/format/dates';
import type { Frame } from '@fil/ui/page/frame';
import type {
  ThreadAppeal,
  ThreadDisclosure,
  ThreadModerationDecision,
  ThreadRedaction,
} from '@fil/views/thread/moderation.answer';
import type { Thread } from '@fil/views/thread/thread.answer';
import { NameOf } from '../words/named';
import { ShownWords } from '../words/shown-words';

interface Props {
  readonly frame: Frame;
  readonly thread: Thread;
}

export function ModerationSection({ frame, thread: { moderation } }: Props) {
  const { decisions, redactions, disclosure } = moderation;
  if (decisions.length === 0 && redactions.length === 0 && disclosure === null) return null;
  return (
    <section aria-labelledby="moderation">
      <h2 id="moderation">{frame.t.moderation.title}</h2>
      <p class="soft">{frame.t.moderation.lead}</p>
      {disclosure && <Disclosure frame={frame} disclosure={disclosure} />}
      {decisions.map((decision) => (
        <div class={decision.appeal ? 'side-by-side' : undefined}>
          <Decision frame={frame} decision={decision} />
          {decision.appeal && <Appeal frame={frame} appeal={decision.appeal} />}
        </div>
      ))}
      {redactions.map((redaction) => (
        <Redaction frame={frame} redaction={redaction} />
      ))}
    </section>
  );
}

type Taken = Pick<ThreadRedaction, 'given' | 'ground' | 'source' | 'decidedBy' | 'authorTold'>;

const takenOn = ({ t, language }: Frame, { given }: Taken): string =>
  t.moderation.takenOn(formatOn(given.occurredOn, language), t.line.roles[given.actor.role]);

const groundWords = ({ label, t }: Frame, ground: ModerationGround | null, source: string | null): string =>
  ground === null ? t.moderation.notPublicGround : `${label(moderationGround(ground).label)} (${source})`;

const whoAndHow = (frame: Frame, { decidedBy, authorTold }: Taken): (Definition | null)[] => [
  decidedBy && { term: frame.t.moderation.decidedBy, is: <NameOf frame={frame} named={decidedBy} /> },
  authorTold && { term: frame.t.moderation.authorTold, is: frame.label(TOLD_BY_LABELS[authorTold]) },
];

function Decision({ frame, decision }: { frame: Frame; decision: ThreadModerationDecision }) {
  const { t } = frame;
  const { kind, ground, source, article, rulesVersion, appealBy, appeal, stands } = decision;
  return (
    <div class="card">
      <header>
        <p class="soft small">{takenOn(frame, decision)}</p>
        <h3 class="outcome">{t.moderation[kind]}</h3>
      </header>
      <p>{stands ? t.moderation.stands : t.moderation.standsNoLonger}.</p>
      <ShownWords frame={frame} words={decision.reason} />
      <Definitions
        items={[
          {
            term: t.moderation.ground,
            is:
              article !== null && rulesVersion !== null
                ? t.moderation.rule(article, rulesVersion)
                : groundWords(frame, ground, source),
          },
          ...whoAndHow(frame, decision),
          stands &&
            appeal === null &&
            appealBy !== null && { term: t.moderation.appealBy, is: <OnDate frame={frame} when={appealBy} /> },
        ]}
      />
      {stands && appeal === null && <p class="soft small">{t.moderation.noCourt}</p>}
    </div>
  );
}

function Appeal({ frame, appeal: { given, text, opinion, decided } }: { frame: Frame; appeal: ThreadAppeal }) {
  const { t, language, label } = frame;
  return (
    <>
      <div class="card">
        <h3>{t.moderation.appeal(formatOn(given.occurredOn, language))}</h3>
        <ShownWords frame={frame} words={text} />
        <p class="soft small">{t.moderation.noCourt}</p>
      </div>
      <div class="card">
        {opinion ? (
          <>
            <h3>{t.moderation.opinion(formatOn(opinion.given.occurredOn, language))}</h3>
            {opinion.opinion && <p class="outcome">{label(APPEAL_OPINION_LABELS[opinion.opinion])}</p>}
            <ShownWords frame={frame} words={opinion.text} />
          </>
        ) : (
          <p class="note-absent">{t.moderation.noOpinion}</p>
        )}
      </div>
      <div class="card">
        {decided ? (
          <>
            <h3>{t.moderation.decided(formatOn(decided.given.occurredOn, language))}</h3>
            {decided.result && <p class="outcome">{label(APPEAL_RESULT_LABELS[decided.result])}</p>}
            {decided.departs && <p>{t.moderation.departs}</p>}
            <ShownWords frame={frame} words={decided.reason} />
            {decided.decidedBy && (
              <Definitions
                items={[{ term: t.moderation.decidedBy, is: <NameOf frame={frame} named={decided.decidedBy} /> }]}
              />
            )}
          </>
        ) : (
          <p class="note-absent">{t.moderation.notDecided}</p>
        )}
      </div>
    </>
  );
}

const Redaction = ({ frame, redaction }: { frame: Frame; redaction: ThreadRedaction }) => (
  <div class="card">
    <header>
      <p class="soft small">{takenOn(frame, redaction)}</p>
      <h3 class="outcome">{frame.t.moderation.redaction(redaction.passages.length)}</h3>
    </header>
    <p>{frame.t.moderation.shownInstead}</p>
    <ShownWords frame={frame} words={redaction.explanation} />
    <Definitions
      items={[
        { term: frame.t.moderation.ground, is: groundWords(frame, redaction.ground, redaction.source) },
        ...whoAndHow(frame, redaction),
      ]}
    />
  </div>
);

const Disclosure = ({ frame, disclosure }: { frame: Frame; disclosure: ThreadDisclosure }) => (
  <div class="card">
    <h3>{frame.t.moderation.disclosed}</h3>
    <p>{frame.t.moderation.disclosedOn(formatOn(disclosure.given.occurredOn, frame.language))}</p>
    <ShownWords frame={frame} words={disclosure.reason} />
    <Definitions
      items={[
        (disclosure.decidedBy || disclosure.standing) && {
          term: frame.t.moderation.decidedBy,
          is: disclosure.decidedBy ? (
            <NameOf frame={frame} named={disclosure.decidedBy} />
          ) : (
            frame.t.moderation.underStanding(disclosure.standing!.authorisation)
          ),
        },
      ]}
    />
  </div>
);
