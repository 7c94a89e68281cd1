import { refuse, type Refusal } from '@fil/facts/kit/refusal';

interface Votes {
  readonly members?: number;
  readonly present: number;
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
  readonly notTakingPart?: number;
}

/** Votes add up, or they are not votes. */
export function wrongVotes(votes: Votes | undefined): Refusal | null {
  if (!votes) return null;
  const { members, present, notTakingPart = 0 } = votes;
  if (present !== votes.for + votes.against + votes.abstained + notTakingPart) {
    return refuse(
      'decision.votesDoNotAddUp',
      {
        fr: 'Le nombre de présents doit être égal à la somme des voix pour, des voix contre, des abstentions et des membres n’ayant pas pris part au vote.',
        en: 'Present must equal the sum of votes for, votes against, abstentions and members not taking part in the vote.',
      },
      { field: 'votes' },
    );
  }
  return members !== undefined && members < present
    ? refuse(
        'decision.moreVotersThanMembers',
        {
          fr: 'L’effectif légal ne peut pas être inférieur au nombre de votants.',
          en: 'There cannot be more voters than members.',
        },
        { field: 'votes' },
      )
    : null;
}
