/** Rules that several of the decisions about a contribution's words share. */
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { CommonFacts } from '@fil/facts/kit/common-facts';
import { assistanceOff } from '../authority/assistance';
import { unknownBodyOrFunction, unknownFunction } from '../authority/known-in-authority';
import type { RecordedContribution } from './contribution.state';
import type { Mandate } from './mandate-of';
import { isSomeoneElse, type Doer, type StandingRestatement } from './words.state';

/** Who did it, and who validated what a tool did: functions of the authority. */
export const unknownDoer = (
  { authority }: Mandate,
  command: { readonly by?: string } & Pick<CommonFacts, 'assisted' | 'takenOver'>,
): Refusal | null =>
  unknownFunction(authority, command.by, 'by') ??
  assistanceOff(authority, command) ??
  unknownBodyOrFunction(authority, command.assisted?.validatedBy, 'assisted');

/** The restatement a command speaks of is the one that stands. */
export function standingRestatement(state: RecordedContribution, named: string): StandingRestatement | Refusal {
  const standing = state.words.restatement;
  if (standing?.event === named) return standing;
  return refuse(
    'restatement.notTheStanding',
    {
      fr: 'L’événement indiqué n’est pas la reformulation en vigueur de cette contribution : relisez-la et indiquez la dernière.',
      en: 'The event named is not the restatement that stands for this contribution: read it again and name the last one.',
    },
    { kind: 'conflict', field: 'restatement' },
  );
}

/** Who judges what was done is not who did it. */
export const judgesItself = (doer: Doer | undefined, by: string, body: string | null): Refusal | null =>
  isSomeoneElse(doer, by, body)
    ? null
    : refuse(
        'words.sameHands',
        {
          fr: 'Le réexamen revient à quelqu’un d’autre que qui a fait ce qui est en cause : indiquez une autre fonction, ou agissez pour un autre service.',
          en: 'A second look is for somebody else than who did what is in question: name another function, or act for another body.',
        },
        { kind: 'forbidden', field: 'by' },
      );
