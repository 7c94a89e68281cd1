import type { JSX } from 'preact';

/** Shapes that tell states apart without colour. */
export type StateShape = 'full' | 'half' | 'empty' | 'crossed' | 'paused' | 'checked' | 'late' | 'arrow';

const SHAPES: Readonly<Record<StateShape, JSX.Element>> = {
  full: <circle cx="8" cy="8" r="7" fill="currentColor" />,
  half: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="2" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  empty: <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="2" />,
  crossed: <path d="M2.5 2.5l11 11m0-11l-11 11" stroke="currentColor" stroke-width="2.6" fill="none" />,
  paused: <path d="M5 2v12M11 2v12" stroke="currentColor" stroke-width="3" fill="none" />,
  checked: <path d="M1.5 8.5l4.5 5 8.5-11" stroke="currentColor" stroke-width="2.8" fill="none" />,
  late: <path d="M8 .8l7.2 14H.8zM8 6v4.2M8 12.6v.4" stroke="currentColor" stroke-width="1.7" fill="none" />,
  arrow: <path d="M1 8h12M9 3.5L13.5 8 9 12.5" stroke="currentColor" stroke-width="2.2" fill="none" />,
};

/** Always beside words that say the same. */
export const StateMark = ({ shape }: { shape: StateShape }) => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    {SHAPES[shape]}
  </svg>
);
