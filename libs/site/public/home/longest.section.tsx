/** The longest waiting: on the home page itself, never further than one click (02 §5). */
import { WaitingList } from '../backlog/waiting-list';
import type { HomePageProps } from './home.page';

export const LongestSection = ({ frame, backlog, overview }: HomePageProps) => (
  <section class="section" aria-labelledby="longest">
    <h2 id="longest">{frame.t.home.longestTitle}</h2>
    {backlog.items.length === 0 ? (
      <p>{frame.t.home.longestNone}</p>
    ) : (
      <>
        <WaitingList frame={frame} items={backlog.items} level={3} />
        <p>
          <a href={frame.to('/sans-reponse', { consultation: overview.consultation?.id })}>
            {frame.t.home.allWaiting(backlog.totals.waiting)}
          </a>
        </p>
      </>
    )}
  </section>
);
