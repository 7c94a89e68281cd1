import { aggregateOf } from '@fil/facts/kit/aggregates';
import type { History } from '../reading/history';
import { saidAfter, type Said } from '../reading/said-now';
import { words, type Words } from '../reading/words-of';
import { contentNow } from './commitment-life';
import type { Titled } from './shown-decision.answer';

/** An object with the title it has now. @param history null words where nothing is known of it */
export const titled = (id: string, history: History | undefined): Titled => ({
  id,
  title: history && history.events.length > 0 ? titleNow(id, history) : null,
});

function titleNow(id: string, history: History): Words {
  switch (aggregateOf(id)) {
    case 'contribution':
      return (
        history.events.reduce<Said | undefined>((said, event) => saidAfter('title', said, event), undefined)?.words ??
        null
      );
    case 'commitment':
      return contentNow(history).title;
    default:
      return words(history.events[0]!, 'title');
  }
}
