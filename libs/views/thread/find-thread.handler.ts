import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { HISTORY } from '../history/history.projection';
import { shownAsKnown, sizeAsked } from '../history/read-histories';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import { ViewReader } from '../reading/view-reader';
import { STANDINGS } from '../standings/standings.projection';
import { buildThread } from './build-thread';
import { FindThread } from './find-thread.query';
import { findContribution, gatherThread, historiesIn } from './gather-thread';
import type { Thread } from './thread.answer';
import { THREAD } from './thread.projection';

@QueryHandler(FindThread)
export class FindThreadHandler implements IQueryHandler<FindThread, Thread | null> {
  constructor(private readonly reader: ViewReader) {}

  execute({ reference, asked }: FindThread): Promise<Thread | null> {
    return this.reader.read([THREAD, HISTORY, NAMES, STANDINGS], asked, async (manager, shown) => {
      const id = await findContribution(manager, reference);
      const size = await sizeAsked(manager, asked);
      const gathered = id === null ? null : await gatherThread(manager, id, size);
      if (!gathered) return null;
      const known = shownAsKnown(shown, asked, size, historiesIn(gathered));
      return buildThread(gathered, await Names.read(manager), known, asked.today);
    });
  }
}
