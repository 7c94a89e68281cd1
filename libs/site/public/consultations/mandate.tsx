/** What is open, what is not, and why. */
import { CONSTRAINT_KIND_LABELS } from '@fil/facts/codes/consultation';
import { isErased, isWithheld } from '@fil/log/vault/vault';
import type { Frame } from '@fil/ui/page/frame';
import type { Consultation } from '@fil/views/consultations/consultations.answer';
import { ShownWords } from '../words/shown-words';
import type { ConsultationProps } from './consultation.page';

export const Mandate = ({ frame, consultation: { openPoints, constraints } }: ConsultationProps) => (
  <section class="section" aria-labelledby="mandate">
    <h2 id="mandate">{frame.t.consultations.mandate}</h2>
    <div class="side-by-side">
      <div class="card">
        <h3>{frame.t.consultations.open}</h3>
        {openPoints.length === 0 ? (
          <p class="note-absent">{frame.t.consultations.openNone}</p>
        ) : (
          <ul class="stack-close">
            {openPoints.map(({ id, text }) => (
              <li>{text === null ? id : <ShownWords frame={frame} words={text} />}</li>
            ))}
          </ul>
        )}
      </div>
      <div class="card">
        <h3>{frame.t.consultations.notOpen}</h3>
        {constraints.length === 0 ? (
          <p class="note-absent">{frame.t.consultations.notOpenNone}</p>
        ) : (
          <ul class="stack-close">
            {constraints.map((constraint) => (
              <li>
                <Constraint frame={frame} constraint={constraint} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  </section>
);

function Constraint({ frame, constraint }: { frame: Frame; constraint: Consultation['constraints'][number] }) {
  const { t, label } = frame;
  const { text } = constraint;
  const kind = <p class="soft small">{label(CONSTRAINT_KIND_LABELS[constraint.kind])}</p>;
  if (text === null || isWithheld(text) || isErased(text)) {
    return (
      <>
        {text === null ? <p>{constraint.id}</p> : <ShownWords frame={frame} words={text} />}
        {kind}
      </>
    );
  }
  return (
    <>
      <ShownWords frame={frame} words={text.text} />
      <p class="soft small">
        {label(CONSTRAINT_KIND_LABELS[constraint.kind])}.{' '}
        {text.source ? `${t.consultations.source} ${text.source}` : t.consultations.noSource}
      </p>
    </>
  );
}
