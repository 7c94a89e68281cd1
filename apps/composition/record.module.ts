import { Module } from '@nestjs/common';
import { AuthorityModule } from '@fil/record/authority/authority.module';
import { CommitmentsModule } from '@fil/record/commitments/commitments.module';
import { ConsultationsModule } from '@fil/record/consultations/consultations.module';
import { ContributionsModule } from '@fil/record/contributions/contributions.module';
import { DecisionsModule } from '@fil/record/decisions/decisions.module';
import { ErasuresModule } from '@fil/record/erasures/erasures.module';
import { SynthesesModule } from '@fil/record/syntheses/syntheses.module';

/** Every use case of the record, with its controller. */
@Module({
  imports: [
    AuthorityModule,
    ConsultationsModule,
    ContributionsModule,
    SynthesesModule,
    DecisionsModule,
    CommitmentsModule,
    ErasuresModule,
  ],
})
export class RecordModule {}
