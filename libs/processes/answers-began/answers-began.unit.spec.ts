/** The process on a register in memory. */
import { outcomeGiven } from '@fil/facts/events/contribution.events';
import { toRecordedEvent, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import { recordedForm, someId } from '@fil/record/deciding/specification/given-when-then';
import { consultation } from '@fil/record/consultations/consultation.state';
import { contribution } from '@fil/record/contributions/contribution.state';
import { MemoryRegister } from '@fil/record/contributions/specification/memory-register';
import { answered, CONSULTATION, recorded } from '@fil/record/contributions/specification/some-mandate';
import { fold } from '@fil/record/deciding/decider';
import { DoneJobs } from '../specification/done-jobs';
import { answersBeganProcess } from './answers-began.process';
import { noteAnswers } from './note-answers';

const one = (n: number): `contribution-${string}` => someId('contribution', n);
let town: MemoryRegister;
const jobs = (): DoneJobs => new DoneJobs(town.store, answersBeganProcess, noteAnswers(town.decisions));
const noted = async (): Promise<RecordedEvent[]> =>
  (await town.store.readStream(CONSULTATION)).map(toRecordedEvent).filter(({ actor }) => actor.role === 'process');

beforeEach(async () => {
  town = await new MemoryRegister().withConsultation();
  for (const n of [1, 2]) await town.write(one(n), contribution, recorded());
});

describe('the process that tells a consultation that answers began', () => {
  it('does so once, with the first answer', async () => {
    const first = await town.write(one(1), contribution, answered());
    await town.write(one(2), contribution, answered());
    await jobs().settle();
    const events = await noted();
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      type: 'consultation.answersBegan/1',
      cause: first.events[0]!.id,
      data: { answered: one(1), outcome: first.events[0]!.id },
    });
    expect(fold(consultation, await town.decisions.load(CONSULTATION))).toMatchObject({ answersBegan: true });
  });

  it('tells which part of the mandate an answer rests on, once for each', async () => {
    await town.write(one(1), contribution, answered({ outcome: 'outOfScope', constraint: 'reseau' }));
    await town.write(
      one(2),
      contribution,
      answered({ outcome: 'outOfScope', constraint: 'reseau', openPoint: 'arbres' }),
    );
    await jobs().settle();
    expect((await noted()).map(({ type, data }) => [type, data['constraint'], data['openPoint']])).toEqual([
      ['consultation.answersBegan/1', undefined, undefined],
      ['consultation.mandateInvoked/1', 'reseau', undefined],
      ['consultation.mandateInvoked/1', undefined, 'arbres'],
    ]);
  });

  it('writes nothing twice when its jobs were lost', async () => {
    await town.write(one(1), contribution, answered({ outcome: 'outOfScope', constraint: 'reseau' }));
    await jobs().settle();
    const size = await town.store.size();
    await jobs().settle();
    expect(await town.store.size()).toBe(size);
  });

  it('passes over the copies of a common answer, and what was answered elsewhere', () => {
    const common = { synthesis: someId('synthesis'), rev: 4, members: 2 };
    for (const change of [{ common }, { takenOver: { source: 'paris' } }])
      expect(answersBeganProcess.decide(recordedForm(answered(change), 3, one(1)))).toEqual([]);
    expect(answersBeganProcess.decide(recordedForm(answered(), 3, one(1)))).toHaveLength(1);
    expect(answersBeganProcess.concerns.has(outcomeGiven.type)).toBe(true);
  });
});
