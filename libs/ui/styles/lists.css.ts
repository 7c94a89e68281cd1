import { css } from './css';

export const lists = css`
  .results {
    list-style: none;
    padding: 0;
  }
  .results > li {
    padding: 1.3rem 0;
    border-top: 1px solid var(--rule);
    max-width: none;
  }
  .results > li > * + * {
    margin-top: 0.45rem;
  }
  .results > li:last-child {
    border-bottom: 1px solid var(--rule);
  }
  .results h2,
  .results h3 {
    font-size: 1.2rem;
  }
  .results a {
    text-decoration-color: var(--rule-strong);
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 1.1rem;
    list-style: none;
    padding: 0;
    font-size: 0.9rem;
    color: var(--ink-soft);
  }

  .waiting-row {
    display: grid;
    grid-template-columns: 9rem 1fr;
    gap: 0.5rem 1.5rem;
  }
  .waiting-row .days {
    font-family: var(--display);
    font-size: 1.9rem;
    line-height: 1.1;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .waiting-row .days small {
    display: block;
    font-family: var(--text);
    font-size: 0.85rem;
    line-height: 1.5;
    color: var(--ink-soft);
  }
  .waiting-row .what > * + * {
    margin-top: 0.4rem;
  }
  @media (max-width: 44rem) {
    .waiting-row {
      grid-template-columns: 1fr;
    }
  }

  .axes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
    gap: 2rem 2.5rem;
    align-items: start;
  }
  .bars td,
  .bars th {
    padding-block: 0.35rem;
  }
  .bars th {
    width: 45%;
  }
  .bars .bar {
    padding-right: 0.8rem;
    vertical-align: middle;
  }
  .bars svg {
    display: block;
    width: 100%;
    height: 0.6rem;
  }

  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 1.2rem;
    list-style: none;
    padding: 0;
  }
  .choice a[aria-current] {
    color: var(--ink);
    font-weight: 600;
    text-decoration: none;
    border-bottom: 2px solid var(--thread);
  }
  .flow {
    min-width: 44rem;
    display: block;
    width: 100%;
    height: auto;
  }
  .flow .band {
    fill: none;
    stroke: var(--band);
    stroke-opacity: 0.55;
  }
  .flow .band--late {
    stroke: var(--late);
  }
  .flow .band--kept {
    stroke: var(--kept);
  }
  .flow .band--waiting {
    stroke: var(--waiting);
  }
  .flow .node {
    fill: var(--ink);
  }
  .flow text {
    font-family: var(--text);
    font-size: 13px;
    fill: var(--ink);
    paint-order: stroke;
    stroke: var(--paper);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .flow .head {
    font-weight: 600;
    fill: var(--ink-soft);
  }
`;
