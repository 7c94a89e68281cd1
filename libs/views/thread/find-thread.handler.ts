import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import { ViewReader } from '../reading/view-reader';
import { buildThread } from './build-thread';
import { FindThread } from './find-thread.query';
import { findContribution, gatherThread } from './gather-thread';
import type { Thread } from './thread.answer';
import { THREAD } from './thread.projection';

@QueryHandler(FindThread)
export class FindThreadHandler implements IQueryHandler<FindThread, Thread | null> {
  constructor(private readonly reader: ViewReader) {}

  execute({ reference, asked }: FindThread): Promise<Thread | null> {
    return this.reader.read([THREAD, NAMES], asked, async (manager, shown) => {
      const id = await findContribution(manager, reference);
      const gathered = id === null ? null : await gatherThread(manager, id);
      return gathered && buildThread(gathered, await Names.read(manager), shown, asked.today);
    });
  }
}
