import type { Frame } from './frame';

/** A thread with one loop. */
export const ThreadMark = () => (
  <svg viewBox="0 0 64 38" aria-hidden="true" focusable="false">
    <path
      d="M1 29C16 29 22 5 35 5c11 0 12 15 4 20-9 6-17-4-10-10 9-7 18 14 34 14"
      fill="none"
      stroke="currentColor"
      stroke-width="3.4"
      stroke-linecap="round"
    />
  </svg>
);

export const ICON_ADDRESS = '/assets/icon.svg';
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -13 64 64"><path d="M1 29C16 29 22 5 35 5c11 0 12 15 4 20-9 6-17-4-10-10 9-7 18 14 34 14" fill="none" stroke="#b4202b" stroke-width="6" stroke-linecap="round"/></svg>';

export const Brand = ({ frame }: { frame: Frame }) => (
  <a class="brand" href={frame.to('/')}>
    <ThreadMark />
    <span>
      <strong>{frame.t.frame.product}</strong>
      <span>{frame.label(frame.site.authority)}</span>
    </span>
  </a>
);
