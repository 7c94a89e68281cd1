/** What several rules of committees ask first. */
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { notInItsName, notTheAuthority } from '../deciding/acting-for';
import type { EstablishedCommittee, FindingState } from './committee.state';

export const missingCommittee = (): Refusal =>
  refuse(
    'committee.missing',
    { fr: 'Ce comité de suivi n’existe pas.', en: 'There is no such committee.' },
    { kind: 'notFound' },
  );

/** Nobody but its author writes, or changes, a committee's text. */
export const notItsAuthor = (state: EstablishedCommittee, actor: Actor): Refusal | null =>
  notInItsName('committee.notItsAuthor', actor, {
    role: 'committeeMember',
    body: state.code,
    called: { fr: 'du comité', en: 'the committee' },
  });

export const unknownFinding = (findings: ReadonlyMap<string, FindingState>, finding: string): Refusal | null =>
  findings.has(finding)
    ? null
    : refuse(
        'finding.unknown',
        {
          fr: 'L’événement indiqué n’est pas un constat de ce comité.',
          en: 'The event named is no finding of this committee.',
        },
        { field: 'finding' },
      );

/** @param member the one the command names, who must sit on the committee now */
export const notAMember = (state: EstablishedCommittee, member: string): Refusal | null =>
  state.members.some((one) => one.member === member && one.leftOn === null)
    ? null
    : refuse(
        'member.unknown',
        {
          fr: `Le comité n’a pas de membre « ${member} » en fonction.`,
          en: `The committee has no member "${member}" at present.`,
        },
        { field: 'member' },
      );

/** Who sits on a committee is recorded by the authority or by the committee: whichever it was is on record. */
export const notOfEither = (state: EstablishedCommittee, actor: Actor): Refusal | null =>
  notTheAuthority('committee.byTheAuthority', actor) && notItsAuthor(state, actor);
