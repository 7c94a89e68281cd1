import { contributionsAttached } from '@fil/facts/events/synthesis.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { hasLimitedAccess, hasPoint, type ContributionState } from '../../contributions/contribution.state';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { inEvents, namedTwice } from '../members-input';
import { memberKey, type Member, type OpenedSynthesis, type SynthesisState } from '../synthesis.state';
import { unknownSynthesis } from '../unknown-synthesis';
import type { AttachContributionsInput } from './attach-contributions.command';

/** @param found the contributions named, by id */
export function decideAttachment(
  state: SynthesisState,
  command: AttachContributionsInput,
  found: ReadonlyMap<string, ContributionState>,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownSynthesis();
  const refused =
    notYetHappened('attachment.toCome', command.occurredOn, today) ??
    twice(command.members) ??
    alreadyMembers(state, command.members) ??
    cannotJoin(state, command.members, found);
  return (
    refused ?? inEvents(command.members).map((members) => eventFrom(contributionsAttached, { ...command, members }))
  );
}

function twice(members: readonly Member[]): Refusal | null {
  const member = namedTwice(members);
  return member
    ? refuse(
        'synthesis.namedTwice',
        { fr: `La liste comporte deux fois ${told(member).fr}.`, en: `The list has ${told(member).en} twice.` },
        { field: 'members' },
      )
    : null;
}

function alreadyMembers(state: OpenedSynthesis, members: readonly Member[]): Refusal | null {
  const already = members.filter((member) => state.members.has(memberKey(member)));
  const first = already[0];
  if (!first) return null;
  return refuse(
    'synthesis.alreadyMember',
    {
      fr: `${already.length} élément(s) de la liste figurent déjà dans cette synthèse, dont ${told(first).fr}. Retirez-les de la liste ; rien n’a été enregistré.`,
      en: `${already.length} item(s) of the list are already in this synthesis, such as ${told(first).en}. Remove them from the list; nothing was recorded.`,
    },
    { kind: 'conflict', field: 'members' },
  );
}

function cannotJoin(
  state: OpenedSynthesis,
  members: readonly Member[],
  found: ReadonlyMap<string, ContributionState>,
): Refusal | null {
  for (const member of members) {
    const contribution = found.get(member.contribution);
    const reason = whyNot(state, member, contribution);
    if (reason) {
      return refuse(
        'synthesis.cannotJoin',
        {
          fr: `Impossible de rattacher ${told(member).fr} : ${reason.fr}.`,
          en: `${told(member).en} cannot be attached: ${reason.en}.`,
        },
        { field: 'members' },
      );
    }
  }
  return null;
}

function whyNot(
  state: OpenedSynthesis,
  { point }: Member,
  contribution: ContributionState | undefined,
): { fr: string; en: string } | null {
  if (!contribution?.exists) return { fr: 'cette contribution n’existe pas', en: 'there is no such contribution' };
  if (contribution.consultation !== state.consultation) {
    return { fr: 'elle relève d’une autre démarche', en: 'it belongs to another consultation' };
  }
  if (contribution.voided) return { fr: 'elle a été annulée', en: 'it was voided' };
  if (contribution.withdrawn) return { fr: 'elle a été retirée par son auteur', en: 'it was withdrawn by its author' };
  if (contribution.moderation.inadmissible !== null) {
    return { fr: 'elle a été déclarée irrecevable', en: 'it was declared inadmissible' };
  }
  if (hasLimitedAccess(contribution)) {
    return {
      fr: 'son accès est limité, rien n’en est dit avant une autorisation de diffusion : répondez-lui directement',
      en: 'its access is restricted and nothing of it is told before a disclosure authorisation: answer it by itself',
    };
  }
  return hasPoint(contribution, point) ? null : { fr: 'elle n’a pas ce point', en: 'it has no such point' };
}

const told = ({ contribution, point }: Member): { fr: string; en: string } => ({
  fr: `le point ${point} de « ${contribution} »`,
  en: `point ${point} of "${contribution}"`,
});
