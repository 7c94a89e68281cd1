/** In which capacity an office's acts on a contribution are done: before any other rule, and whatever scopes a token has. */
import type { ActorRole } from '@fil/facts/kit/actor';
import type { RequestedBy } from '../deciding/by-request';
import type { DecisionTaker } from '../deciding/take-decision';
import { AcknowledgeContributionHandler } from './acknowledge/acknowledge.handler';
import { AdmitContributionHandler } from './admit-contribution/admit-contribution.handler';
import { AnswerContestHandler } from './answer-contest/answer-contest.handler';
import { AssignThemesHandler } from './assign-themes/assign-themes.handler';
import { AuthoriseDisclosureHandler } from './authorise-disclosure/authorise-disclosure.handler';
import { contribution } from './contribution.state';
import { CorrectEntryHandler } from './correct-entry/correct-entry.handler';
import { CorrectRestatementHandler } from './correct-restatement/correct-restatement.handler';
import { DecideAppealHandler } from './decide-appeal/decide-appeal.handler';
import { DeclareInadmissibleHandler } from './declare-inadmissible/declare-inadmissible.handler';
import { GiveOutcomeHandler } from './give-outcome/give-outcome.handler';
import { MarkPointHandler } from './mark-point/mark-point.handler';
import { NotPublishHandler } from './not-publish/not-publish.handler';
import { RedactHandler } from './redact/redact.handler';
import { RestateContributionHandler } from './restate/restate.handler';
import { MemoryRegister, requestedWith } from './specification/memory-register';
import { CONTRIBUTION, recorded } from './specification/some-mandate';
import { TranscribeContributionHandler } from './transcribe/transcribe.handler';
import { TransferContributionHandler } from './transfer-contribution/transfer-contribution.handler';
import { UpholdRestatementHandler } from './uphold-restatement/uphold-restatement.handler';
import { VoidContributionHandler } from './void-contribution/void-contribution.handler';

type Handler = new (decisions: DecisionTaker) => { execute(command: never): Promise<unknown> };

/** The authority decides: its functions are named, or it is what the law asks of it. */
const OF_THE_AUTHORITY: readonly Handler[] = [
  AcknowledgeContributionHandler,
  AuthoriseDisclosureHandler,
  DecideAppealHandler,
  DeclareInadmissibleHandler,
  GiveOutcomeHandler,
  NotPublishHandler,
  RedactHandler,
  TransferContributionHandler,
];
/** Also whoever facilitates works on what was said. */
const OF_AN_OFFICE: readonly Handler[] = [
  AdmitContributionHandler,
  AnswerContestHandler,
  AssignThemesHandler,
  CorrectEntryHandler,
  CorrectRestatementHandler,
  MarkPointHandler,
  RestateContributionHandler,
  TranscribeContributionHandler,
  UpholdRestatementHandler,
  VoidContributionHandler,
];

let town: MemoryRegister;
beforeAll(async () => {
  town = await new MemoryRegister().withConsultation();
  await town.write(CONTRIBUTION, contribution, recorded());
});

/** The rule that refuses it first; what the command lacks is seen by later ones. */
async function refusedBy(handler: Handler, role: ActorRole): Promise<string | null> {
  const requested: RequestedBy = { by: { ...requestedWith().by, actor: { role, body: 'garante' } } };
  const command = { id: CONTRIBUTION, input: { commitments: [], reasons: [], evidence: [] }, requested } as never;
  try {
    await new handler(town.decisions).execute(command);
  } catch (error) {
    return (error as { rule?: string }).rule ?? null;
  }
  return null;
}
const named = (handlers: readonly Handler[]) => handlers.map((one) => [one.name, one] as const);

describe.each(named(OF_THE_AUTHORITY))('%s', (_, handler) => {
  it.each(['guarantor', 'committeeMember', 'facilitator'] as const)('is not for a %s', async (role) => {
    expect(await refusedBy(handler, role)).toBe('contribution.byTheAuthority');
  });

  it.each(['official', 'agent', 'administrator'] as const)('is for an %s', async (role) => {
    expect(await refusedBy(handler, role)).not.toBe('contribution.byTheAuthority');
  });
});

describe.each(named(OF_AN_OFFICE))('%s', (_, handler) => {
  it.each(['guarantor', 'committeeMember'] as const)('is not for a %s', async (role) => {
    expect(await refusedBy(handler, role)).toBe('contribution.notByWhoWatches');
  });

  it.each(['official', 'facilitator'] as const)('is for an %s', async (role) => {
    expect(await refusedBy(handler, role)).not.toBe('contribution.notByWhoWatches');
  });
});
