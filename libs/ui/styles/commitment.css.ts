import { css } from './css';

/** Dates of a commitment: the slip of one, and the three side by side. */
export const commitment = css`
  .slip {
    list-style: none;
    padding: 0;
  }
  .slip > li {
    padding: 0.75rem 0;
    border-top: 1px solid var(--rule);
    max-width: none;
  }
  .slip > li > * + * {
    margin-top: 0.25rem;
  }
  .slip del {
    text-decoration-thickness: 2px;
    color: var(--ink-soft);
  }
  .slip ins {
    text-decoration: none;
    font-weight: 650;
  }
  .three-dates {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    border: 1px solid var(--rule);
  }
  .three-dates > div {
    padding: 0.8rem 1rem;
  }
  .three-dates > div + div {
    border-left: 1px solid var(--rule);
  }
  .three-dates dt {
    font-size: 0.85rem;
    color: var(--ink-soft);
  }
  .three-dates dd {
    margin: 0.1rem 0 0;
    font-family: var(--display);
    font-size: 1.15rem;
  }
  .three-dates dd small {
    display: block;
    font-family: var(--text);
    font-size: 0.85rem;
    font-weight: 600;
  }
  @media (max-width: 44rem) {
    .three-dates {
      grid-template-columns: 1fr;
    }
    .three-dates > div + div {
      border-left: 0;
      border-top: 1px solid var(--rule);
    }
  }
`;
