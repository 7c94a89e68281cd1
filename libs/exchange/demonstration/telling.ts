/** The steps of one consultation's story, each with a key and a day. */
import type { z } from 'zod';
import type { Stage } from '@fil/facts/codes/progress';
import type { CONTESTABLE, VOID_GROUNDS } from '@fil/facts/codes/contribution';
import type { Actor } from '@fil/facts/kit/actor';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { Text } from '@fil/facts/kit/sealed-fields';
import {
  AbandonCommitment,
  abandonCommitmentInput,
} from '@fil/record/commitments/abandon-commitment/abandon-commitment.command';
import { DeclareDone, declareDoneInput } from '@fil/record/commitments/declare-done/declare-done.command';
import { MakeCommitment, makeCommitmentInput } from '@fil/record/commitments/make-commitment/make-commitment.command';
import { ReachStage, reachStageInput } from '@fil/record/commitments/reach-stage/reach-stage.command';
import { ReportProgress, reportProgressInput } from '@fil/record/commitments/report-progress/report-progress.command';
import {
  RescheduleCommitment,
  rescheduleCommitmentInput,
} from '@fil/record/commitments/reschedule-commitment/reschedule-commitment.command';
import {
  StartCommitment,
  startCommitmentInput,
} from '@fil/record/commitments/start-commitment/start-commitment.command';
import { CloseDeposit, closeDepositInput } from '@fil/record/consultations/close-deposit/close-deposit.command';
import {
  OpenConsultation,
  openConsultationInput,
} from '@fil/record/consultations/open-consultation/open-consultation.command';
import { OpenDeposit, openDepositInput } from '@fil/record/consultations/open-deposit/open-deposit.command';
import {
  AdmitContribution,
  admitContributionInput,
} from '@fil/record/contributions/admit-contribution/admit-contribution.command';
import { ContestContribution, contestInput } from '@fil/record/contributions/contest/contest.command';
import { GiveOutcome, giveOutcomeInput } from '@fil/record/contributions/give-outcome/give-outcome.command';
import { MarkPoint, markPointInput } from '@fil/record/contributions/mark-point/mark-point.command';
import {
  RecordContribution,
  recordContributionInput,
  type RecordedContributionAnswer,
} from '@fil/record/contributions/record-contribution/record-contribution.command';
import {
  TransferContribution,
  transferContributionInput,
} from '@fil/record/contributions/transfer-contribution/transfer-contribution.command';
import {
  VoidContribution,
  voidContributionInput,
} from '@fil/record/contributions/void-contribution/void-contribution.command';
import { WithdrawContribution, withdrawInput } from '@fil/record/contributions/withdraw/withdraw.command';
import {
  RegisterDecision,
  registerDecisionInput,
} from '@fil/record/decisions/register-decision/register-decision.command';
import {
  AttachContributions,
  attachContributionsInput,
} from '@fil/record/syntheses/attach-contributions/attach-contributions.command';
import {
  GiveSynthesisOutcome,
  giveSynthesisOutcomeInput,
} from '@fil/record/syntheses/give-outcome/give-synthesis-outcome.command';
import { OpenSynthesis, openSynthesisInput } from '@fil/record/syntheses/open-synthesis/open-synthesis.command';
import {
  PublishSynthesis,
  publishSynthesisInput,
} from '@fil/record/syntheses/publish-synthesis/publish-synthesis.command';
import type { Said } from './said';
import { AUTHOR, department, OFFICE, OFFICIAL, type Storyteller } from './storyteller';

type Contribution = ObjectId<'contribution'>;
type Commitment = ObjectId<'commitment'>;
type Synthesis = ObjectId<'synthesis'>;

export class Telling {
  /** Keys of the authors of this story, by key of the contribution. */
  private readonly authorKeys = new Map<string, string>();

  constructor(
    readonly s: Storyteller,
    private readonly name: string,
  ) {}

  private by(key: string, actor: Actor): ReturnType<Storyteller['by']> {
    return this.s.by(`${this.name}/${key}`, actor);
  }

  consultation(
    key: string,
    daysAgo: number,
    input: z.input<typeof openConsultationInput>,
  ): Promise<ObjectId<'consultation'>> {
    const parsed = openConsultationInput.parse({ ...input, occurredOn: this.s.daysAgo(daysAgo) });
    return this.s.create('consultation', new OpenConsultation(parsed, this.by(`consultation/${key}`, OFFICIAL)));
  }

  async openDeposit(consultation: ObjectId<'consultation'>, daysAgo: number, until?: string): Promise<void> {
    const parsed = openDepositInput.parse({ occurredOn: this.s.daysAgo(daysAgo), until });
    await this.s.tell(new OpenDeposit(consultation, parsed, this.by('depositOpened', OFFICIAL)));
  }

  async closeDeposit(consultation: ObjectId<'consultation'>, daysAgo: number): Promise<void> {
    const parsed = closeDepositInput.parse({ occurredOn: this.s.daysAgo(daysAgo) });
    await this.s.tell(new CloseDeposit(consultation, parsed, this.by('depositClosed', OFFICIAL)));
  }

  /** Records and admits; ids by key. */
  async contributions(
    consultation: ObjectId<'consultation'>,
    said: readonly Said[],
  ): Promise<Record<string, Contribution>> {
    const ids: Record<string, Contribution> = {};
    for (const item of said) {
      const id = await this.record(consultation, item);
      const admission = admitContributionInput.parse({ occurredOn: this.s.daysAgo(item.daysAgo - 2) });
      await this.s.tell(new AdmitContribution(id, admission, this.by(`admitted/${item.key}`, OFFICE)));
      ids[item.key] = id;
    }
    return ids;
  }

  /** An agent's report with limited access. */
  async restricted(consultation: ObjectId<'consultation'>, said: Said): Promise<void> {
    await this.record(consultation, said);
  }

  private async record(consultation: ObjectId<'consultation'>, said: Said): Promise<Contribution> {
    const { key, title, text, kind, channel, themes, daysAgo, authorKind = 'person', signature, place } = said;
    const input = recordContributionInput.parse({
      consultation,
      kind,
      channel,
      language: 'fr',
      themes,
      authorKind,
      occurredOn: this.s.daysAgo(daysAgo),
      title: { fr: title },
      text: { fr: text },
      signature,
      place,
    });
    const answer = await this.s.tell<RecordedContributionAnswer>(
      new RecordContribution(input, this.by(`recorded/${key}`, OFFICE)),
    );
    if (answer.authorKey) this.authorKeys.set(key, answer.authorKey);
    return answer.stream as Contribution;
  }

  async point(key: string, contribution: Contribution, point: number, extract: Text): Promise<void> {
    await this.s.tell(
      new MarkPoint(contribution, markPointInput.parse({ point, extract }), this.by(`point/${key}`, OFFICE)),
    );
  }

  async void(
    contribution: Contribution,
    daysAgo: number,
    ground: (typeof VOID_GROUNDS)[number],
    reason: Text,
  ): Promise<void> {
    const parsed = voidContributionInput.parse({ ground, reason, occurredOn: this.s.daysAgo(daysAgo) });
    await this.s.tell(new VoidContribution(contribution, parsed, this.by(`voided/${contribution}`, OFFICE)));
  }

  async transfer(
    key: string,
    contribution: Contribution,
    daysAgo: number,
    authority: Text,
    explanation: Text,
  ): Promise<void> {
    const parsed = transferContributionInput.parse({ authority, explanation, occurredOn: this.s.daysAgo(daysAgo) });
    await this.s.tell(new TransferContribution(contribution, parsed, this.by(`transferred/${key}`, OFFICIAL)));
  }

  async withdraw(key: string, contribution: Contribution, daysAgo: number): Promise<void> {
    const parsed = withdrawInput.parse({ authorKey: this.authorKeys.get(key), occurredOn: this.s.daysAgo(daysAgo) });
    await this.s.tell(new WithdrawContribution(contribution, parsed, this.by(`withdrawn/${key}`, AUTHOR)));
  }

  async contest(
    key: string,
    author: string,
    contribution: Contribution,
    daysAgo: number,
    contested: { readonly commitment: Commitment; readonly event: string },
    what: (typeof CONTESTABLE)[number],
    text: Text,
  ): Promise<void> {
    const occurredOn = this.s.daysAgo(daysAgo);
    const parsed = contestInput.parse({ ...contested, what, text, occurredOn, authorKey: this.authorKeys.get(author) });
    await this.s.tell(new ContestContribution(contribution, parsed, this.by(`contested/${key}`, AUTHOR)));
  }

  /** Gives an answer; its event id, which the next answer supersedes. */
  async outcome(
    key: string,
    contribution: Contribution,
    daysAgo: number,
    input: Omit<z.input<typeof giveOutcomeInput>, 'point' | 'supersedes'> & { point?: number; supersedes?: string },
  ): Promise<string> {
    const parsed = giveOutcomeInput.parse({
      point: 1,
      supersedes: null,
      ...input,
      occurredOn: this.s.daysAgo(daysAgo),
    });
    const { events } = await this.s.tell(new GiveOutcome(contribution, parsed, this.by(`outcome/${key}`, OFFICIAL)));
    return events[0]!.id;
  }

  /** Opens, fills and publishes a synthesis. */
  async synthesis(
    key: string,
    daysAgo: number,
    {
      members,
      ...input
    }: Omit<z.input<typeof openSynthesisInput>, 'divergenceCount'> & { members: readonly Contribution[] },
  ): Promise<Synthesis> {
    const occurredOn = this.s.daysAgo(daysAgo);
    const id = await this.s.create(
      'synthesis',
      new OpenSynthesis(openSynthesisInput.parse({ ...input, occurredOn }), this.by(`synthesis/${key}`, OFFICE)),
    );
    const attached = attachContributionsInput.parse({
      members: members.map((contribution) => ({ contribution, point: 1 })),
      occurredOn,
    });
    await this.s.tell(new AttachContributions(id, attached, this.by(`attached/${key}`, OFFICE)));
    const published = publishSynthesisInput.parse({ occurredOn: this.s.daysAgo(daysAgo - 15) });
    await this.s.tell(new PublishSynthesis(id, published, this.by(`published/${key}`, OFFICIAL)));
    return id;
  }

  async commonOutcome(
    key: string,
    synthesis: Synthesis,
    daysAgo: number,
    input: Omit<z.input<typeof giveSynthesisOutcomeInput>, 'supersedes'>,
  ): Promise<void> {
    const parsed = giveSynthesisOutcomeInput.parse({ supersedes: null, ...input, occurredOn: this.s.daysAgo(daysAgo) });
    await this.s.tell(new GiveSynthesisOutcome(synthesis, parsed, this.by(`commonOutcome/${key}`, OFFICIAL)));
  }

  decision(key: string, daysAgo: number, input: z.input<typeof registerDecisionInput>): Promise<ObjectId<'decision'>> {
    const parsed = registerDecisionInput.parse({ ...input, occurredOn: this.s.daysAgo(daysAgo) });
    return this.s.create('decision', new RegisterDecision(parsed, this.by(`decision/${key}`, OFFICIAL)));
  }

  commitment(key: string, daysAgo: number, input: z.input<typeof makeCommitmentInput>): Promise<Commitment> {
    const parsed = makeCommitmentInput.parse({ ...input, occurredOn: this.s.daysAgo(daysAgo) });
    return this.s.create('commitment', new MakeCommitment(parsed, this.by(`made/${key}`, OFFICIAL)));
  }

  async start(key: string, commitment: Commitment, daysAgo: number, actor: Actor): Promise<void> {
    const parsed = startCommitmentInput.parse({ occurredOn: this.s.daysAgo(daysAgo) });
    await this.s.tell(new StartCommitment(commitment, parsed, this.by(`started/${key}`, actor)));
  }

  async stage(key: string, commitment: Commitment, daysAgo: number, stage: Stage, actor: Actor): Promise<void> {
    const parsed = reachStageInput.parse({ stage, occurredOn: this.s.daysAgo(daysAgo) });
    await this.s.tell(new ReachStage(commitment, parsed, this.by(`stage/${key}`, actor)));
  }

  async reschedule(
    key: string,
    commitment: Commitment,
    daysAgo: number,
    from: string,
    to: string,
    reason: Text,
  ): Promise<void> {
    const parsed = rescheduleCommitmentInput.parse({
      from,
      to,
      reason,
      decidedBy: 'adjointe-espaces-publics',
      occurredOn: this.s.daysAgo(daysAgo),
    });
    await this.s.tell(
      new RescheduleCommitment(commitment, parsed, this.by(`rescheduled/${key}`, department('espaces-publics'))),
    );
  }

  async report(
    key: string,
    commitment: Commitment,
    daysAgo: number,
    actor: Actor,
    input: Omit<z.input<typeof reportProgressInput>, 'evidenceCount'>,
  ): Promise<void> {
    const parsed = reportProgressInput.parse({ ...input, occurredOn: this.s.daysAgo(daysAgo) });
    await this.s.tell(new ReportProgress(commitment, parsed, this.by(`reported/${key}`, actor)));
  }

  /** The claim, as it may be contested. */
  async done(
    key: string,
    commitment: Commitment,
    daysAgo: number,
    actor: Actor,
    input: Omit<z.input<typeof declareDoneInput>, 'evidenceCount'>,
  ): Promise<{ commitment: Commitment; event: string }> {
    const parsed = declareDoneInput.parse({ ...input, occurredOn: this.s.daysAgo(daysAgo) });
    const { events } = await this.s.tell(new DeclareDone(commitment, parsed, this.by(`done/${key}`, actor)));
    return { commitment, event: events[0]!.id };
  }

  async abandon(
    key: string,
    commitment: Commitment,
    daysAgo: number,
    input: z.input<typeof abandonCommitmentInput>,
  ): Promise<void> {
    const parsed = abandonCommitmentInput.parse({ ...input, occurredOn: this.s.daysAgo(daysAgo) });
    await this.s.tell(new AbandonCommitment(commitment, parsed, this.by(`abandoned/${key}`, OFFICIAL)));
  }
}
