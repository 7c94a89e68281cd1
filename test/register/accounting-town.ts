/** For the tests of reports: a register in memory with something to account for, and those who watch over it. */
import { committeeEstablished, opinionIssued } from '@fil/facts/events/committee.events';
import { guarantorAppointed, guarantorReportPublished } from '@fil/facts/events/guarantor.events';
import type { Actor } from '@fil/facts/kit/actor';
import { event } from '@fil/facts/kit/event-definition';
import { committee } from '@fil/record/committees/committee.state';
import { contribution } from '@fil/record/contributions/contribution.state';
import { MemoryRegister, requestedWith } from '@fil/record/contributions/specification/memory-register';
import {
  admitted,
  CONSULTATION,
  CONTRIBUTION,
  recorded,
  TOWN,
} from '@fil/record/contributions/specification/some-mandate';
import type { RequestedBy } from '@fil/record/deciding/by-request';
import { someId } from '@fil/record/deciding/specification/given-when-then';
import type { Recorded } from '@fil/record/deciding/take-decision';
import { guarantor } from '@fil/record/guarantors/guarantor.state';
import { drawReport } from '@fil/record/reports/drawn-report';
import {
  PublishReport,
  publishReportInput,
  type PublishReportInput,
} from '@fil/record/reports/publish-report/publish-report.command';
import { PublishReportHandler } from '@fil/record/reports/publish-report/publish-report.handler';

export const GUARANTOR = someId('guarantor');
export const COMMITTEE = someId('committee');

export const requestedAs = (role: Actor['role'], body: string | null, commandId?: string): RequestedBy => ({
  by: { actor: { role, body }, account: 'token:2', commandId },
});

export class AccountingTown extends MemoryRegister {
  async withSomethingSaid(): Promise<this> {
    await this.withConsultation();
    await this.write(CONTRIBUTION, contribution, recorded(), admitted);
    return this;
  }

  /** @returns the events by which each published its text */
  async withOverseers(): Promise<{ ofGuarantor: string; ofCommittee: string }> {
    await this.write(
      GUARANTOR,
      guarantor,
      event(guarantorAppointed, {
        data: { authority: TOWN, code: 'garante', consultations: [], appointedBy: 'authority', chosenBy: 'openCall' },
        words: { title: { fr: 'Garante' } },
      }),
    );
    await this.write(
      COMMITTEE,
      committee,
      event(committeeEstablished, {
        data: { authority: TOWN, code: 'comite', scope: [], replyDays: 30 },
        words: { title: { fr: 'Comité' }, mandate: { fr: 'Suivre.' }, neutralityRule: { fr: 'Aucun lien.' } },
      }),
    );
    const told = await this.write(
      GUARANTOR,
      guarantor,
      event(guarantorReportPublished, {
        data: { kind: 'final' },
        words: { title: { fr: 'Bilan' }, text: { fr: 'Des réponses manquent.' } },
      }),
    );
    const issued = await this.write(
      COMMITTEE,
      committee,
      event(opinionIssued, { data: {}, words: { title: { fr: 'Avis' }, text: { fr: 'Réservé.' } } }),
    );
    return { ofGuarantor: told.events[0]!.id, ofCommittee: issued.events[0]!.id };
  }

  /** As the draft of all that is there now was read. */
  async asRead(change: Partial<PublishReportInput> = {}): Promise<PublishReportInput> {
    const size = change.size ?? (await this.store.size());
    const { dataSha256 } = await drawReport(
      this.decisions,
      { kind: 'consultations', consultations: [CONSULTATION] },
      size,
    );
    return publishReportInput.parse({
      authority: TOWN,
      scope: 'consultations',
      consultations: [CONSULTATION],
      size,
      dataSha256,
      title: { fr: 'Ce que nous faisons de vos contributions' },
      ...change,
    });
  }

  async publish(change: Partial<PublishReportInput> = {}, requested = requestedWith()): Promise<Recorded> {
    return this.publishAsRead(await this.asRead(change), requested);
  }

  publishAsRead(input: PublishReportInput, requested = requestedWith()): Promise<Recorded> {
    return new PublishReportHandler(this.decisions).execute(new PublishReport(input, requested));
  }
}
