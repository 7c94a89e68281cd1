import { css } from './css';

export const layout = css`
  .skip {
    position: absolute;
    left: -999rem;
    top: 0;
    background: var(--ink);
    color: var(--paper);
    padding: 0.75rem 1.25rem;
    z-index: 2;
  }
  .skip:focus {
    left: 0;
  }
  .wide {
    max-width: var(--page);
    margin-inline: auto;
    padding-inline: clamp(1rem, 4vw, 2rem);
  }
  .demonstration {
    background: var(--ink);
    color: var(--paper);
    font-size: 0.9rem;
  }
  .demonstration p {
    max-width: var(--page);
    padding-block: 0.4rem;
  }
  .site-head {
    border-bottom: 1px solid var(--rule);
  }
  .site-head > .wide {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 2rem;
    padding-block: 0.9rem;
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    color: var(--ink);
    text-decoration: none;
    margin-right: auto;
  }
  .brand svg {
    width: 3.2rem;
    height: 1.9rem;
    flex: none;
    color: var(--thread);
  }
  .brand strong {
    display: block;
    font-family: var(--display);
    font-size: 1.3rem;
    line-height: 1.1;
  }
  .brand span span {
    font-size: 0.85rem;
    color: var(--ink-soft);
  }
  .menu {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.4rem;
    list-style: none;
    padding: 0;
  }
  .menu a {
    display: inline-block;
    padding: 0.4rem 0;
    color: var(--ink);
    text-decoration: none;
    border-bottom: 2px solid transparent;
  }
  .menu a:hover {
    border-color: var(--rule-strong);
  }
  .menu a[aria-current] {
    border-color: var(--thread);
    font-weight: 600;
  }
  main {
    padding-bottom: 4rem;
  }

  /* The thread: it leaves the header, runs along the head of each page, and ends in a knot, or goes on. */
  .page-head {
    position: relative;
    padding: 2.5rem 0 1.75rem var(--gutter);
    margin-bottom: 2.5rem;
  }
  .page-head::before {
    content: '';
    position: absolute;
    left: 0;
    top: 0;
    bottom: 0;
    border-left: var(--line) solid var(--thread);
  }
  .page-head::after {
    content: '';
    position: absolute;
    left: calc(var(--line) / 2);
    bottom: 0;
    width: 0.85rem;
    height: 0.85rem;
    border-radius: 50%;
    background: var(--thread);
    transform: translateX(-50%);
  }
  .page-head--goes-on {
    margin-bottom: 0;
  }
  .page-head--goes-on::after {
    content: none;
  }
  .page-head > * + * {
    margin-top: 0.9rem;
  }
  .crumbs {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6rem;
    list-style: none;
    padding: 0;
    font-size: 0.9rem;
  }
  .crumbs li + li::before {
    content: '›';
    margin-right: 0.6rem;
    color: var(--ink-soft);
  }
  .section {
    margin-top: 3.5rem;
  }
  .section > * + * {
    margin-top: 1.1rem;
  }
  .site-foot {
    border-top: 1px solid var(--rule);
    padding-block: 1.75rem 2.5rem;
    font-size: 0.9rem;
    color: var(--ink-soft);
  }
  .site-foot ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1.6rem;
    list-style: none;
    padding: 0;
  }
  .site-foot p {
    margin-top: 0.8rem;
  }
  .site-foot a {
    color: inherit;
  }
`;
