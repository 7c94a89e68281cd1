import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { derivedObjectId } from '@fil/log/event-store/ids';
import { ContributionAuthor } from '../../contributions/contribution-author';
import type { RequestedBy } from '../../deciding/by-request';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { erasure } from '../erasure.state';
import { target } from '../sealed-fields-of-target';
import { RequestErasureAsAuthor, RequestErasureOnBehalf } from './request-erasure.command';
import { decideErasureRequested, type AskedFor } from './request-erasure.decide';

@CommandHandler(RequestErasureAsAuthor)
export class RequestErasureAsAuthorHandler implements ICommandHandler<RequestErasureAsAuthor, Recorded> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly author: ContributionAuthor,
  ) {}

  async execute({ contribution, input, requested }: RequestErasureAsAuthor): Promise<Recorded> {
    const { authorKey, ...asked } = input;
    await this.author.check(contribution, authorKey, requested.from);
    return take(this.decisions, { ...asked, target: contribution, by: 'author' }, requested);
  }
}

@CommandHandler(RequestErasureOnBehalf)
export class RequestErasureOnBehalfHandler implements ICommandHandler<RequestErasureOnBehalf, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  execute({ input, requested }: RequestErasureOnBehalf): Promise<Recorded> {
    return take(this.decisions, { ...input, by: 'office' }, requested);
  }
}

const take = async (decisions: DecisionTaker, asked: AskedFor, requested: RequestedBy): Promise<Recorded> =>
  settled(
    await decisions.take({
      ...requested,
      stream: streamOf(decisions.instanceKey, asked),
      decider: erasure,
      reads: { target: { stream: asked.target, decider: target } },
      decide: (state, seen, context) =>
        decideErasureRequested(state, asked, seen.target, requested.by.actor.body, context),
    }),
  );

/** From what is asked for, whoever asks and however often. */
function streamOf(instanceKey: Buffer, { target: of, what, fields }: AskedFor): ObjectId<'erasure'> {
  const named = fields.map(({ event, path }) => `${event} ${path}`).sort();
  return `erasure-${derivedObjectId(instanceKey, 'erasureRequest', of, [what, ...named].join('\n'))}`;
}
