import type { Frame } from '../page/frame';
import { KeptParameters } from './filter-form';

/** Words, or the number of a receipt: one box for both. */
export const SearchBox = ({ frame, value = '', id = 'search' }: { frame: Frame; value?: string; id?: string }) => (
  <form class="search-box" role="search" method="get" action="/contributions">
    <label for={id}>{frame.t.home.searchLabel}</label>
    <p class="hint" id={`${id}-hint`}>
      {frame.t.home.searchHint}
    </p>
    <div class="row">
      <input type="search" id={id} name="q" value={value} aria-describedby={`${id}-hint`} maxLength={300} />
      <button type="submit">{frame.t.home.searchButton}</button>
    </div>
    <KeptParameters frame={frame} />
  </form>
);
