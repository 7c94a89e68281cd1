import { commitmentReassigned } from '@fil/facts/events/commitment.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownBody, unknownFunction } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitmentState, MadeCommitment } from '../commitment.state';
import { alreadyOver, missingCommitment } from '../standing';
import type { ReassignCommitmentInput } from './reassign-commitment.command';

export function decideReassignment(
  state: CommitmentState,
  command: ReassignCommitmentInput,
  authority: AuthorityState,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommitment();
  const { owner, accountable } = command;
  return (
    alreadyOver(state) ??
    nobodyChanges(command) ??
    notTheHolder(state.facts.owner, owner, 'owner') ??
    notTheHolder(state.facts.accountable, accountable, 'accountable') ??
    unknownBody(authority, owner?.to ?? undefined, 'owner/to') ??
    unknownFunction(authority, accountable?.to ?? undefined, 'accountable/to') ??
    endedHolder(authority.bodies, owner, 'owner/to') ??
    endedHolder(authority.functions, accountable, 'accountable/to') ??
    leftToNobody(state, command) ??
    unknownFunction(authority, command.decidedBy, 'decidedBy') ??
    notYetHappened('commitment.toCome', command.occurredOn, today) ?? [eventFrom(commitmentReassigned, command)]
  );
}

type Handover = { readonly from: string | null; readonly to: string | null } | undefined;

const nobodyChanges = ({ owner, accountable }: ReassignCommitmentInput): Refusal | null =>
  [owner, accountable].some((one) => one && one.from !== one.to)
    ? null
    : refuse(
        'commitment.sameHolder',
        {
          fr: 'Indiquez le nouveau service porteur, ou la nouvelle fonction responsable.',
          en: 'Name the new department that owns it, or the new function accountable for it.',
        },
        { field: 'owner' },
      );

/** Who held it stays on the page: it must be the one who does. */
const notTheHolder = (holder: string | null, handover: Handover, field: string): Refusal | null =>
  handover === undefined || handover.from === holder
    ? null
    : refuse(
        'commitment.otherHolder',
        holder === null
          ? {
              fr: 'Personne n’en était chargé : indiquez null comme porteur remplacé.',
              en: 'Nobody was in charge: give null as the one who is replaced.',
            }
          : {
              fr: `Le porteur actuel est « ${holder} ». Relisez l’engagement, puis recommencez.`,
              en: `The present holder is "${holder}". Read the commitment again, then try again.`,
            },
        { kind: 'conflict', field: `${field}/from` },
      );

const endedHolder = (
  known: ReadonlyMap<string, 'active' | 'ended'>,
  handover: Handover,
  field: string,
): Refusal | null =>
  handover?.to && known.get(handover.to) === 'ended'
    ? refuse(
        'commitment.endedHolder',
        {
          fr: `« ${handover.to} » n’existe plus : indiquez qui lui succède.`,
          en: `"${handover.to}" has ended: name its successor.`,
        },
        { field },
      )
    : null;

const leftToNobody = ({ facts }: MadeCommitment, { owner, accountable }: ReassignCommitmentInput): Refusal | null =>
  (owner ? owner.to : facts.owner) === null && (accountable ? accountable.to : facts.accountable) === null
    ? refuse(
        'commitment.ownerMissing',
        {
          fr: 'Un engagement garde toujours un service qui le porte, ou une fonction qui en répond.',
          en: 'A commitment always keeps a department that owns it, or a function accountable for it.',
        },
        { field: 'owner/to' },
      )
    : null;
