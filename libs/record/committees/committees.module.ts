import { Module } from '@nestjs/common';
import { CommitteesController } from './committees.controller';
import { EstablishCommitteeHandler } from './establish-committee/establish-committee.handler';
import { AppointMemberHandler } from './appoint-member/appoint-member.handler';
import { DeclareTiesHandler } from './declare-ties/declare-ties.handler';
import { RecordDepartureHandler } from './record-departure/record-departure.handler';
import { FreezeCutHandler } from './freeze-cut/freeze-cut.handler';
import { DrawSampleHandler } from './draw-sample/draw-sample.handler';
import { AssessSampleHandler } from './assess-sample/assess-sample.handler';
import { RecordFindingHandler } from './record-finding/record-finding.handler';
import { GiveReplyHandler } from './give-reply/give-reply.handler';
import { CloseFindingHandler } from './close-finding/close-finding.handler';
import { IssueOpinionHandler } from './issue-opinion/issue-opinion.handler';
import { RecordIntegrityCheckHandler } from './record-integrity-check/record-integrity-check.handler';
import { SuspendCommitteePassageHandler } from './suspend-committee-passage/suspend-committee-passage.handler';
import { ReplyToCommitteeSuspensionHandler } from './reply-to-committee-suspension/reply-to-committee-suspension.handler';
import { RestoreCommitteePassageHandler } from './restore-committee-passage/restore-committee-passage.handler';

/** Use cases of follow-up committees; `DecisionTaker`, the event store and the command bus are global. */
@Module({
  controllers: [CommitteesController],
  providers: [
    EstablishCommitteeHandler,
    AppointMemberHandler,
    DeclareTiesHandler,
    RecordDepartureHandler,
    FreezeCutHandler,
    DrawSampleHandler,
    AssessSampleHandler,
    RecordFindingHandler,
    GiveReplyHandler,
    CloseFindingHandler,
    IssueOpinionHandler,
    RecordIntegrityCheckHandler,
    SuspendCommitteePassageHandler,
    ReplyToCommitteeSuspensionHandler,
    RestoreCommitteePassageHandler,
  ],
})
export class CommitteesModule {}
