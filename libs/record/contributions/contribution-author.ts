import { Injectable } from '@nestjs/common';
import { authorKeyInput } from './author-key/author-key';
import { AuthorKeyCheck } from './author-key/author-key-check';

/** The key in a command of an author's on another object. */
export const contributionAuthorKey = authorKeyInput;

/** For other aggregates: whether who acts is the author of a contribution. */
@Injectable()
export class ContributionAuthor {
  constructor(private readonly keys: AuthorKeyCheck) {}

  /**
   * @param from the address of who tries it
   * @throws ProblemError 403, 404, 410 or 429
   */
  check(contribution: string, authorKey: string, from?: string): Promise<void> {
    return this.keys.check(contribution, authorKey, from);
  }
}
