/** Verified or contested: said by an independent committee, in its own name, from a finding of its own. */
import type { CommitteeStand } from '@fil/facts/figures/commitment-progress';
import { lastDay, type When } from '@fil/facts/dates/when';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { mayVerify, type CommitteeState } from '../committees/committee.state';
import { notYetHappened } from '../deciding/happened';
import type { MadeCommitment } from './commitment.state';
import { unknownFinding } from './findings';

interface Verdict {
  readonly committee: string;
  readonly finding: string;
  readonly occurredOn?: When;
}

/** @param id of the commitment @param committee as its stream stands */
export const wrongVerdict = (
  id: string,
  state: MadeCommitment,
  command: Verdict,
  verdict: CommitteeStand['verdict'],
  { committee, by, today }: { committee: CommitteeState; by: Actor; today: string },
): Refusal | null =>
  notInItsName(committee, by) ??
  unknownFinding(id, command.finding, committee, 'finding') ??
  ofAnotherAuthority(state, committee) ??
  notIndependent(committee, [lastDay(command.occurredOn ?? today), today]) ??
  notClaimed(state) ??
  alreadySaid(state, command, verdict) ??
  notYetHappened('commitment.toCome', command.occurredOn, today);

const notInItsName = (committee: CommitteeState, by: Actor): Refusal | null =>
  committee.exists && by.role === 'committeeMember' && by.body === committee.code
    ? null
    : refuse(
        'commitment.notTheCommittee',
        {
          fr: 'Seul le comité se prononce en son nom : utilisez un jeton délivré à ce comité.',
          en: 'Only the committee speaks in its name: use a token made for this committee.',
        },
        { kind: 'forbidden', field: 'committee' },
      );

const ofAnotherAuthority = (state: MadeCommitment, committee: CommitteeState): Refusal | null =>
  committee.exists && committee.authority === state.authority
    ? null
    : refuse(
        'commitment.committeeOfAnother',
        {
          fr: 'Ce comité suit une autre collectivité que celle qui a pris cet engagement.',
          en: 'This committee follows another authority than the one that made this commitment.',
        },
        { field: 'committee' },
      );

/**
 * Independent on the day it said so, and on the day it is recorded: a verdict is not dated back to when it still was.
 *
 * @param days `YYYY-MM-DD`
 */
const notIndependent = (committee: CommitteeState, days: readonly string[]): Refusal | null =>
  days.every((day) => mayVerify(committee, day))
    ? null
    : refuse(
        'commitment.committeeNotIndependent',
        {
          fr: 'Seul un comité indépendant, en cours de mission, peut constater ou contester une réalisation. Un comité mixte consigne ses constats sans se prononcer ainsi.',
          en: 'Only an independent committee within its term can verify or contest that something is done. A mixed one records findings without doing so.',
        },
        { field: 'committee' },
      );

const notClaimed = ({ progress }: MadeCommitment): Refusal | null =>
  progress === 'done' || progress === 'verified'
    ? null
    : refuse(
        'commitment.notClaimedDone',
        {
          fr: 'La collectivité ne déclare pas cet engagement réalisé : il n’y a encore rien à vérifier ni à contester.',
          en: 'The authority does not claim this commitment done: there is nothing to verify or contest yet.',
        },
        { kind: 'conflict' },
      );

/** A finding serves once: about a later claim a committee makes a new one. */
function alreadySaid(state: MadeCommitment, command: Verdict, verdict: CommitteeStand['verdict']): Refusal | null {
  const said = state.facts.stands.find(({ committee }) => committee === command.committee);
  if (said?.verdict !== verdict && !state.findings.has(command.finding)) return null;
  return refuse(
    'commitment.verdictGiven',
    {
      fr: 'Le comité s’est déjà prononcé ainsi, ou ce constat a déjà servi : consignez un nouveau constat s’il change d’avis.',
      en: 'The committee has already said so, or this finding has already served: record a new finding if it changes its mind.',
    },
    { kind: 'conflict', field: 'finding' },
  );
}
