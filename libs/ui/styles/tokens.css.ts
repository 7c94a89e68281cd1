import { css } from './css';

/**
 * Neutral tokens an authority may override. Contrasts on `--paper`: ink 15:1, soft ink 7:1, red 6:1 or more, in both
 * schemes. Red is kept for the thread itself; states are told by words and shapes first.
 */
export const tokens = css`
  :root {
    color-scheme: light dark;
    --paper: #faf8f4;
    --surface: #ffffff;
    --ink: #1d1b19;
    --ink-soft: #57524b;
    --rule: #dcd6cb;
    --rule-strong: #857d72;
    --thread: #b4202b;
    --thread-tint: #f9e9e7;
    --link: #1f4d7a;
    --kept: #13594c;
    --kept-tint: #e6f1ed;
    --waiting: #6a5200;
    --waiting-tint: #f8f0d8;
    --late: #92320b;
    --late-tint: #fbeadf;
    --quiet-tint: #f0ece4;
    --band: #c9c0b2;
    --focus: #0b3d91;
    --text: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif;
    --display:
      'Iowan Old Style', 'Palatino Linotype', Palatino, 'Source Serif 4', Charter, Cambria, 'Liberation Serif', Georgia,
      serif;
    --measure: 42rem;
    --page: 68rem;
    --line: 3px;
    --gutter: 2.25rem;
  }

  @media (prefers-color-scheme: dark) {
    :root {
      --paper: #171614;
      --surface: #201f1c;
      --ink: #f1ede6;
      --ink-soft: #b9b2a7;
      --rule: #3a3732;
      --rule-strong: #8f877b;
      --thread: #f2747b;
      --thread-tint: #3a2122;
      --link: #9cc3ee;
      --kept: #8fd3c0;
      --kept-tint: #1b312b;
      --waiting: #ecca6a;
      --waiting-tint: #332b14;
      --late: #f5a97f;
      --late-tint: #3b2517;
      --quiet-tint: #2a2824;
      --band: #5a544b;
      --focus: #a9c8ff;
    }
  }
`;
