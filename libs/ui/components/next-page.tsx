import type { Frame } from '../page/frame';

/** Pages follow a cursor: one may go on, or begin again. Shows nothing when all is on one page. */
export function NextPage({ frame, next, began }: { frame: Frame; next: string | null; began: boolean }) {
  if (next === null && began) return null;
  const { path, query } = frame.visit;
  return (
    <nav aria-label={frame.t.frame.pages}>
      <ul class="pages">
        {!began && (
          <li>
            <a href={frame.to(path, { ...query, cursor: null })}>{frame.t.frame.first}</a>
          </li>
        )}
        {next !== null && (
          <li>
            <a rel="next" href={frame.to(path, { ...query, cursor: next })}>
              {frame.t.frame.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
