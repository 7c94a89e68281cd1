import type { ComponentChildren } from 'preact';

export interface Definition {
  readonly term: string;
  readonly is: ComponentChildren;
}

/** A list of terms; what is null, undefined or false is left out, and an empty list shows nothing. */
export function Definitions({
  items,
  rows = false,
}: {
  items: readonly (Definition | null | undefined | false | '')[];
  rows?: boolean;
}) {
  const shown = items.filter((item): item is Definition => Boolean(item));
  if (shown.length === 0) return null;
  return (
    <dl class={rows ? 'facts facts--rows' : 'facts'}>
      {shown.map(({ term, is }) => (
        <div>
          <dt>{term}</dt>
          <dd>{is}</dd>
        </div>
      ))}
    </dl>
  );
}
