/** Counts by code as a table whose bars are only an aid: the numbers carry it. */
import { formatNumber } from '../format/numbers';
import type { Frame } from '../page/frame';

export interface Bar {
  readonly words: string;
  readonly count: number;
  readonly href?: string;
}

export function Bars({
  frame,
  caption,
  head,
  bars,
}: {
  frame: Frame;
  caption: string;
  head: string;
  bars: readonly Bar[];
}) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <table class="bars">
      <caption>
        <strong>{caption}</strong>
      </caption>
      <thead class="hidden">
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col" aria-hidden="true" />
          <th scope="col">{head}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ words, count, href }) => (
          <tr>
            <th scope="row">{href ? <a href={href}>{words}</a> : words}</th>
            <td class="bar" aria-hidden="true">
              <svg viewBox="0 0 100 6" preserveAspectRatio="none">
                <rect
                  width={Math.max(1, (count / most) * 100).toFixed(1)}
                  height="6"
                  fill="currentColor"
                  opacity="0.55"
                />
              </svg>
            </td>
            <td class="amount">{formatNumber(count, frame.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
