import { formatNumber } from '../format/numbers';
import type { Frame } from '../page/frame';
import { StateMark } from './state-mark';

export interface Figure {
  readonly tone: 'kept' | 'waiting' | 'late';
  readonly label: string;
  readonly value: number;
  /** What exactly is counted. */
  readonly note: string;
  readonly link?: { readonly href: string; readonly words: string };
}

const MARKS = { kept: 'full', waiting: 'half', late: 'late' } as const;

/** Three equal columns: what is late is as large as what was done (02 §5). */
export const FigureCards = ({ frame, figures }: { frame: Frame; figures: readonly Figure[] }) => (
  <ul class="figures">
    {figures.map(({ tone, label, value, note, link }) => (
      <li class={`figure-card figure-card--${tone}`}>
        <p class="label">
          <StateMark shape={MARKS[tone]} />
          {label}
        </p>
        <p class="number">{formatNumber(value, frame.language)}</p>
        <p class="soft small">{note}</p>
        {link && (
          <p>
            <a href={link.href}>
              {link.words}
              <span class="hidden">
                {' '}
                ({label}, {note})
              </span>
            </a>
          </p>
        )}
      </li>
    ))}
  </ul>
);
