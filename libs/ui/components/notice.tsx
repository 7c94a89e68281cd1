import type { ComponentChildren } from 'preact';

/** Something a reader must not miss. Its words alone must be enough. */
export const Notice = ({ tone, children }: { tone?: 'late' | 'waiting'; children: ComponentChildren }) => (
  <div class={tone ? `notice notice--${tone}` : 'notice'}>{children}</div>
);
