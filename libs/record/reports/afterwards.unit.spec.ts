/** What happens to a report once it is published: attached, corrected, contested. */
import { outcomeGiven } from '@fil/facts/events/contribution.events';
import { event } from '@fil/facts/kit/event-definition';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { contribution } from '../contributions/contribution.state';
import { CONSULTATION, CONTRIBUTION, recorded } from '../contributions/specification/some-mandate';
import { requestedWith } from '../contributions/specification/memory-register';
import { someId, expectEvents, expectRefusal, stateAfter, TODAY } from '../deciding/specification/given-when-then';
import { fold } from '../deciding/decider';
import { consultation } from '../consultations/consultation.state';
import type { Recorded } from '../deciding/take-decision';
import { AttachCommitteeOpinion } from './attach-committee-opinion/attach-committee-opinion.command';
import { AttachCommitteeOpinionHandler } from './attach-committee-opinion/attach-committee-opinion.handler';
import { AttachGuarantorOpinion } from './attach-guarantor-opinion/attach-guarantor-opinion.command';
import { AttachGuarantorOpinionHandler } from './attach-guarantor-opinion/attach-guarantor-opinion.handler';
import { ContestReportAsOverseer } from './contest-report-as-overseer/contest-report-as-overseer.command';
import { ContestReportAsOverseerHandler } from './contest-report-as-overseer/contest-report-as-overseer.handler';
import { decideContest } from './contest-report/contest-report.decide';
import { CorrectReport, correctReportInput } from './correct-report/correct-report.command';
import { CorrectReportHandler } from './correct-report/correct-report.handler';
import { drawReport } from './drawn-report';
import { report } from './report.state';
import { AccountingTown, COMMITTEE, GUARANTOR, requestedAs } from '../../../test/register/accounting-town';

const SCOPE = { kind: 'consultations', consultations: [CONSULTATION] } as const;
const CONTEXT = { today: TODAY, at: `${TODAY}T09:42:00Z` };
const text = { fr: 'Le chapitre 6 oublie des réponses.' };

let town: AccountingTown;
let texts: { ofGuarantor: string; ofCommittee: string };
let id: ObjectId<'report'>;
beforeEach(async () => {
  town = await new AccountingTown().withSomethingSaid();
  texts = await town.withOverseers();
  id = (await town.publish()).stream as ObjectId<'report'>;
});

const ofGuarantor = (input: object, requested = requestedWith(), to = id): Promise<Recorded> =>
  new AttachGuarantorOpinionHandler(town.decisions).execute(
    new AttachGuarantorOpinion(to, { guarantor: GUARANTOR, ...input }, requested),
  );
const ofCommittee = (input: object, requested = requestedWith()): Promise<Recorded> =>
  new AttachCommitteeOpinionHandler(town.decisions).execute(
    new AttachCommitteeOpinion(id, { committee: COMMITTEE, ...input }, requested),
  );
const correct = (input: object, requested = requestedWith()): Promise<Recorded> =>
  new CorrectReportHandler(town.decisions).execute(
    new CorrectReport(id, correctReportInput.parse({ reason: { fr: 'Une erreur.' }, ...input }), requested),
  );
const contest = (overseer: typeof GUARANTOR | typeof COMMITTEE, requested = requestedWith()): Promise<Recorded> =>
  new ContestReportAsOverseerHandler(town.decisions).execute(
    new ContestReportAsOverseer(id, { overseer, text, chapter: 6 }, requested),
  );

describe('attaching an opinion to a published report', () => {
  it('cites the event that holds the text; its author alone writes one for the report', async () => {
    await ofGuarantor({ event: texts.ofGuarantor });
    await ofCommittee({ event: texts.ofCommittee });
    await ofGuarantor({ text }, requestedAs('guarantor', 'garante'));
    await ofCommittee({ text }, requestedAs('committeeMember', 'comite'));
    const attached = (await town.decisions.load(id)).slice(1);
    expect((await town.vault.open(attached, 'public')).map(({ words }) => words)).toEqual([{}, {}, { text }, { text }]);
  });

  it('nobody but its author changes a guarantor’s or committee’s text', async () => {
    await expect(ofGuarantor({ text })).rejects.toMatchObject({ rule: 'report.notItsAuthor', status: 403 });
    await expect(ofGuarantor({ text }, requestedAs('guarantor', 'autre'))).rejects.toMatchObject({ status: 403 });
    await expect(ofCommittee({ text }, requestedAs('guarantor', 'comite'))).rejects.toMatchObject({ status: 403 });
  });

  it('takes one text, once, on a report that exists, from a guarantor that exists', async () => {
    await expect(ofGuarantor({})).rejects.toMatchObject({ rule: 'report.oneText' });
    await expect(ofGuarantor({ event: texts.ofGuarantor, text })).rejects.toMatchObject({ rule: 'report.oneText' });
    await expect(ofGuarantor({ event: texts.ofCommittee })).rejects.toMatchObject({ rule: 'report.notItsText' });
    await ofGuarantor({ event: texts.ofGuarantor });
    await expect(ofGuarantor({ event: texts.ofGuarantor })).rejects.toMatchObject({ rule: 'report.attachedBefore' });
    await expect(ofGuarantor({ event: texts.ofGuarantor }, undefined, someId('report', 9))).rejects.toMatchObject({
      rule: 'report.unknown',
      status: 404,
    });
    await expect(ofGuarantor({ guarantor: someId('guarantor', 9), event: texts.ofGuarantor })).rejects.toMatchObject({
      rule: 'report.unknownOverseer',
    });
    await expect(
      ofGuarantor({ guarantor: someId('guarantor', 9), text }, requestedAs('guarantor', '')),
    ).rejects.toMatchObject({ rule: 'report.unknownOverseer' });
  });
});

describe('correcting a published report', () => {
  const asRead = async (): Promise<{ size: number; dataSha256: string }> => {
    const size = await town.store.size();
    const { dataSha256 } = await drawReport(town.decisions, SCOPE, size, null);
    return { size, dataSha256 };
  };

  it('says what and why, with the figures computed again; the old ones stay', async () => {
    const [before] = await town.decisions.load(id);
    await town.write(
      CONTRIBUTION,
      contribution,
      event(outcomeGiven, {
        data: { point: 1, outcome: 'considered', reasons: [], commitments: [], supersedes: null, evidenceCount: 0 },
        words: { justification: { fr: 'Cela a pesé.' } },
      }),
    );
    const { size, dataSha256 } = await asRead();
    await correct({ parts: ['figures'], size, dataSha256 });
    const events = await town.decisions.load(id);
    expect(events[0]).toEqual(before);
    expect(events[1]!.data).toMatchObject({ rests: { size, dataSha256, figures: { answered: 1 } } });
    expect(fold(report, events)).toMatchObject({ rests: { size } });
    await expect(correct({ parts: ['figures'], size, dataSha256 })).rejects.toMatchObject({
      rule: 'report.sameFigures',
    });
  });

  it('refuses figures that are not those of the register, and anybody but the authority', async () => {
    const { size } = await asRead();
    await expect(correct({ parts: ['figures'], size, dataSha256: '5f'.repeat(32) })).rejects.toMatchObject({
      rule: 'report.figuresDiffer',
    });
    await expect(correct({ parts: ['other'] }, requestedAs('guarantor', 'garante'))).rejects.toMatchObject({
      rule: 'report.byTheAuthority',
    });
  });

  it('names what it gives and gives what it names', async () => {
    const title = { fr: 'Un autre titre' };
    await expect(correct({ parts: [] })).rejects.toMatchObject({ rule: 'report.nothingCorrected' });
    for (const wrong of [
      { parts: ['title'] },
      { parts: ['foreword'], title },
      { parts: ['figures'] },
      { parts: ['other'], ...(await asRead()) },
    ])
      await expect(correct(wrong)).rejects.toMatchObject({ rule: 'report.partsMisstated' });
    expect(await correct({ parts: ['title'], title })).toMatchObject({ events: [{ type: 'report.corrected/1' }] });
  });
});

describe('contesting a report', () => {
  it('is for its guarantor and its committee in their own names, once each until it is corrected', async () => {
    const garante = requestedAs('guarantor', 'garante');
    await contest(GUARANTOR, garante);
    await contest(COMMITTEE, requestedAs('committeeMember', 'comite'));
    await expect(contest(GUARANTOR, garante)).rejects.toMatchObject({ rule: 'report.contestedBefore' });
    await expect(contest(GUARANTOR)).rejects.toMatchObject({ rule: 'report.notItsAuthor' });
    await expect(contest(someId('guarantor', 9), garante)).rejects.toMatchObject({ rule: 'report.unknownOverseer' });
    await correct({ parts: ['other'] });
    await contest(GUARANTOR, garante);
  });

  it('is for the author of a contribution it accounts for', async () => {
    const state = fold(report, await town.decisions.load(id));
    const said = stateAfter(contribution, recorded());
    const here = fold(consultation, await town.decisions.load(CONSULTATION));
    const command = { contribution: CONTRIBUTION, text };
    const decide = (of = state, contribution = said, deposited = here) =>
      decideContest(of, command, { contribution, consultation: deposited }, CONTEXT);
    expect(expectEvents(decide())).toMatchObject([{ data: { by: 'author', contribution: CONTRIBUTION } }]);
    const elsewhere = stateAfter(contribution, recorded({ consultation: someId('consultation', 9) }));
    expect(expectRefusal(decide(state, elsewhere))).toBe('report.notAccountedFor');
    expect(expectRefusal(decide(state, contribution.initial))).toBe('report.notAccountedFor');
    expect(expectRefusal(decide(report.initial))).toBe('report.unknown');
    if (!state.exists) throw new Error('the report was published');
    const ofTown = { ...state, scope: { kind: 'authority', authority: state.authority } as const };
    expectEvents(decide(ofTown));
    expect(expectRefusal(decide(ofTown, said, consultation.initial))).toBe('report.notAccountedFor');
    expectEvents(decide({ ...state, scope: { kind: 'register' } }, said, consultation.initial));
  });
});
