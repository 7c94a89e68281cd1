import { Module } from '@nestjs/common';
import { AuthorityModule } from '@fil/record/authority/authority.module';
import { CommitmentsModule } from '@fil/record/commitments/commitments.module';
import { ConsultationsModule } from '@fil/record/consultations/consultations.module';
import { ContributionsModule } from '@fil/record/contributions/contributions.module';
import { DeadlinesModule } from '@fil/record/deadlines/deadlines.module';
import { DecisionsModule } from '@fil/record/decisions/decisions.module';
import { EncountersModule } from '@fil/record/encounters/encounters.module';
import { ErasuresModule } from '@fil/record/erasures/erasures.module';
import { ReportsModule } from '@fil/record/reports/reports.module';
import { SynthesesModule } from '@fil/record/syntheses/syntheses.module';
import { TextsModule } from '@fil/record/texts/texts.module';
import { ObservationsModule } from '@fil/record/observations/observations.module';
import { GuarantorsModule } from '@fil/record/guarantors/guarantors.module';
import { CommitteesModule } from '@fil/record/committees/committees.module';
import { EvaluationsModule } from '@fil/record/evaluations/evaluations.module';

/** Every use case of the record, with its controller. */
@Module({
  imports: [
    AuthorityModule,
    ConsultationsModule,
    EncountersModule,
    ContributionsModule,
    SynthesesModule,
    DecisionsModule,
    DeadlinesModule,
    CommitmentsModule,
    ReportsModule,
    TextsModule,
    ObservationsModule,
    GuarantorsModule,
    CommitteesModule,
    EvaluationsModule,
    ErasuresModule,
  ],
})
export class RecordModule {}
