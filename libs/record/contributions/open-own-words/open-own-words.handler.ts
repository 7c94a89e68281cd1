import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { contributionRecorded } from '@fil/facts/events/contribution.events';
import type { SealedFields } from '@fil/facts/kit/sealed-fields';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import { CONCEALED_DATA } from '@fil/log/transparency/entry';
import { Vault, type Disclosed } from '@fil/log/vault/vault';
import { AuthorKeyCheck } from '../author-key/author-key-check';
import { OpenOwnWords } from './open-own-words.query';

@QueryHandler(OpenOwnWords)
export class OpenOwnWordsHandler implements IQueryHandler<OpenOwnWords, Disclosed> {
  constructor(
    private readonly keys: AuthorKeyCheck,
    private readonly vault: Vault,
  ) {}

  async execute({ event, authorKey, from }: OpenOwnWords): Promise<Disclosed> {
    await this.keys.check(event.stream, authorKey, from);
    const [toAnybody, toHer] = await Promise.all([
      this.vault.disclose([event], 'public'),
      this.vault.disclose([event], 'person'),
    ]);
    const isOpen = ({ path }: { path: string }): boolean =>
      this.isHers(event, path) || toAnybody[0]!.fields.some((field) => field.path === path);
    const { fields, withheld, erased } = toHer[0]!;
    const kept = fields.filter((field) => !isOpen(field)).map(({ path }) => path);
    return { event, fields: fields.filter(isOpen), withheld: [...withheld, ...kept], erased };
  }

  /** What she said, or what was said of her; the facts of her deposit, where they are sealed. Never the key's own digest. */
  private isHers({ type, recordedAs }: RecordedEvent, path: string): boolean {
    if (path === CONCEALED_DATA) return type === contributionRecorded.type;
    const fields = this.vault.schema.readingOf(recordedAs ?? type).recorded.sealed as SealedFields;
    const field = fields[path.split('/')[1]!];
    return field !== undefined && field.personal && field.kind !== 'digest';
  }
}
