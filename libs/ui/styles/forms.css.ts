import { css } from './css';

export const forms = css`
  label,
  legend {
    display: block;
    font-size: 0.95rem;
    font-weight: 600;
    padding: 0;
  }
  .hint {
    font-size: 0.88rem;
    color: var(--ink-soft);
  }
  input[type='search'],
  input:not([type]),
  select {
    font: inherit;
    color: inherit;
    background: var(--surface);
    border: 1.5px solid var(--rule-strong);
    border-radius: 3px;
    padding: 0.55rem 0.75rem;
    width: 100%;
    min-height: 2.9rem;
    max-width: 100%;
    text-overflow: ellipsis;
  }
  button {
    font: inherit;
    font-weight: 600;
    color: var(--paper);
    background: var(--ink);
    border: 1.5px solid var(--ink);
    border-radius: 3px;
    padding: 0.55rem 1.4rem;
    min-height: 2.9rem;
    cursor: pointer;
  }
  button:hover {
    background: var(--surface);
    color: var(--ink);
  }
  .search-box > * + * {
    margin-top: 0.4rem;
  }
  .search-box .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
    max-width: 44rem;
  }
  .search-box .row input {
    flex: 1 1 12rem;
    width: auto;
    min-width: 0;
  }
  .filters {
    border: 1px solid var(--rule);
    background: var(--surface);
    padding: 1.1rem 1.25rem 1.25rem;
  }
  .filters .grid {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
    gap: 0.9rem 1rem;
    align-items: end;
  }
  .filters > * + * {
    margin-top: 1rem;
  }
  .field > * + * {
    margin-top: 0.3rem;
  }
  .check {
    display: flex;
    gap: 0.6rem;
    align-items: center;
    min-height: 2.9rem;
  }
  .check input {
    width: 1.3rem;
    height: 1.3rem;
    accent-color: var(--ink);
  }
  .check label {
    font-weight: 400;
  }
  .pages {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.5rem;
    padding: 0;
    list-style: none;
    margin-top: 2rem;
  }
`;
