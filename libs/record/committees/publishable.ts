import type { ObjectId } from '@fil/facts/kit/aggregates';
import { publishable } from '../deciding/publishable';
import { GiveReply, giveReplyInput } from './give-reply/give-reply.command';
import { GiveReplyHandler } from './give-reply/give-reply.handler';

export const COMMITTEE_PUBLISHABLES = [
  publishable({
    kind: 'committee.reply',
    label: { fr: 'Réponse de la collectivité à un constat', en: 'Reply of the authority to a finding' },
    aggregate: 'committee',
    scope: 'committees',
    input: giveReplyInput,
    publish: (decisions, id, input, requested) =>
      new GiveReplyHandler(decisions).execute(new GiveReply(id as ObjectId<'committee'>, input, requested)),
  }),
];
