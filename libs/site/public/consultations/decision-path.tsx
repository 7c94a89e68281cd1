/** The declared path of the decision: which body does what, and when it is expected. */
import { PATH_ROLE_LABELS } from '@fil/facts/codes/consultation';
import { formatWhen } from '@fil/ui/format/dates';
import { NameOf } from '../words/named';
import type { ConsultationProps } from './consultation.page';

export const DecisionPath = ({ frame, consultation: { decisionPath } }: ConsultationProps) => (
  <section class="section" aria-labelledby="path">
    <h2 id="path">{frame.t.consultations.path}</h2>
    {decisionPath.length === 0 ? (
      <p class="note-absent">{frame.t.consultations.pathNone}</p>
    ) : (
      <div class="thread">
        <ol class="dated">
          {decisionPath.map(({ body, role, expectedOn }) => (
            <li>
              <p class="day">
                {expectedOn === null ? (
                  <span class="soft">{frame.t.consultations.noDate}</span>
                ) : (
                  formatWhen(expectedOn, frame.language)
                )}
              </p>
              <p class="what">
                <strong>
                  <NameOf frame={frame} named={body} />
                </strong>{' '}
                {frame.label(PATH_ROLE_LABELS[role])}
              </p>
            </li>
          ))}
        </ol>
      </div>
    )}
  </section>
);
