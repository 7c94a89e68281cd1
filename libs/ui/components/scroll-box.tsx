import type { ComponentChildren } from 'preact';

/** What may be wider than a small screen; reachable by keyboard, so that it can be scrolled without a mouse. */
export const ScrollBox = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div class="scroll" role="region" aria-label={label} tabindex={0}>
    {children}
  </div>
);
