import { ProgressBadge, StandingBadge } from '@fil/ui/components/badge';
import type { Frame } from '@fil/ui/page/frame';
import type { FoundContribution } from '@fil/views/search/search.answer';
import { contributionAddress } from '../words/addresses';
import { ContributionFacts } from '../words/contribution-facts';
import { ShownTitle } from '../words/shown-words';

export const Results = ({ frame, items }: { frame: Frame; items: readonly FoundContribution[] }) => (
  <ol class="results" aria-label={frame.t.search.results}>
    {items.map((item) => (
      <li>
        <h2>
          <a href={frame.to(contributionAddress(item.id))}>
            <ShownTitle frame={frame} title={item.title} />
          </a>
        </h2>
        <Extract frame={frame} item={item} />
        <p class="badges">
          <StandingBadge frame={frame} standing={item.standing} />
          {item.progress !== 'none' && <ProgressBadge frame={frame} progress={item.progress} />}
        </p>
        <ContributionFacts frame={frame} of={item} />
      </li>
    ))}
  </ol>
);

const Extract = ({ frame, item: { extract } }: { frame: Frame; item: FoundContribution }) =>
  extract.length === 0 ? (
    <p class="note-absent">{frame.t.search.noText}</p>
  ) : (
    <p>{extract.map(({ text, found }) => (found ? <mark>{text}</mark> : text))}</p>
  );
