/** The process on a register in memory: who is answered, who is passed over, and what a crash changes: nothing. */
import type { Outcome } from '@fil/facts/codes/outcome';
import {
  contributionEntryCorrected,
  contributionVoided,
  contributionWithdrawn,
  outcomeGiven,
} from '@fil/facts/events/contribution.events';
import {
  contributionsAttached,
  contributionsDetached,
  synthesisOpened,
  synthesisOutcomeGiven,
  synthesisPublished,
} from '@fil/facts/events/synthesis.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { AppendUncertain } from '@fil/log/event-store/event-store.port';
import { toRecordedEvent, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import { contribution } from '@fil/record/contributions/contribution.state';
import { MemoryRegister } from '@fil/record/contributions/specification/memory-register';
import { admitted, answered, recorded } from '@fil/record/contributions/specification/some-mandate';
import { decided, declaredInadmissible, lodged } from '@fil/record/contributions/specification/some-moderation';
import { someId } from '@fil/record/deciding/specification/given-when-then';
import type { Recorded } from '@fil/record/deciding/take-decision';
import { synthesis } from '@fil/record/syntheses/synthesis.state';
import { DoneJobs } from '../specification/done-jobs';
import { carryToMembers } from './carry-to-members';
import { SYNTHESIS_OUTCOME, synthesisOutcomeProcess } from './synthesis-outcome.process';

const SYNTHESIS = someId('synthesis');
const one = (n: number): `contribution-${string}` => someId('contribution', n);
const justification = { fr: 'Vingt-quatre arbres seront plantés.' };

let town: MemoryRegister;
let jobs: DoneJobs;
const newJobs = (): DoneJobs => new DoneJobs(town.store, synthesisOutcomeProcess, carryToMembers(town.decisions));
const settle = (): Promise<void> => jobs.settle();

const inSynthesis = (...events: NewEvent[]): Promise<Recorded> => town.write(SYNTHESIS, synthesis, ...events);
const members = (...numbers: number[]) => numbers.map((n) => ({ contribution: one(n), point: 1 }));
const attach = (...numbers: number[]): NewEvent =>
  event(contributionsAttached, { data: { members: members(...numbers) }, words: {} });
const detach = (...numbers: number[]): NewEvent =>
  event(contributionsDetached, { data: { members: members(...numbers) }, words: { reason: { fr: 'Autre sujet.' } } });
const answer = (outcome: Outcome = 'considered', count = 2): NewEvent =>
  event(synthesisOutcomeGiven, {
    data: {
      outcome,
      reasons: [],
      commitments: [],
      decidedBy: 'maire',
      evidenceCount: 1,
      members: count,
      supersedes: null,
    },
    words: { justification, evidence: ['Plan de plantation'] },
  });
const eventsOf = async (n: number): Promise<RecordedEvent[]> =>
  (await town.store.readStream(one(n))).map(toRecordedEvent);
const typesOf = async (n: number): Promise<string[]> =>
  (await eventsOf(n)).map(({ type }) => type.slice('contribution.'.length, -2));
const contributions = async (...numbers: number[]): Promise<void> => {
  for (const n of numbers) await town.write(one(n), contribution, recorded(), admitted);
};

beforeEach(async () => {
  town = new MemoryRegister();
  jobs = newJobs();
  await inSynthesis(
    event(synthesisOpened, {
      data: { consultation: someId('consultation'), themes: [], divergenceCount: 0 },
      words: { title: { fr: 'De l’ombre' } },
    }),
  );
});
describe('the process that carries a synthesis to its members', () => {
  it('groups who is attached and answers each, with the cause and the capacity; the words stay in the synthesis', async () => {
    await contributions(1, 2);
    await inSynthesis(attach(1, 2), event(synthesisPublished, { data: {}, words: {} }));
    const given = await inSynthesis(answer());
    await settle();
    for (const n of [1, 2]) expect(await typesOf(n)).toEqual(['recorded', 'admitted', 'groupedInto', 'outcomeGiven']);
    const copy = (await eventsOf(1))[3]!;
    expect(copy).toMatchObject({
      cause: given.events[0]!.id,
      actor: { role: 'process', body: SYNTHESIS_OUTCOME },
      data: { decidedBy: 'maire', supersedes: null, common: { synthesis: SYNTHESIS, rev: 4, members: 2 } },
    });
    const [opened] = await town.vault.open([copy], 'public');
    expect(opened!.words).toEqual({});
  });

  it('a final answer replaces what another synthesis says until it has one, and never the other way round', async () => {
    await contributions(1);
    const other = someId('synthesis', 2);
    const opened = event(synthesisOpened, {
      data: { consultation: someId('consultation'), themes: [], divergenceCount: 0 },
      words: { title: { fr: 'Des bancs' } },
    });
    const given = await town.write(other, synthesis, opened, attach(1), answer('underReview', 1));
    await settle();
    await inSynthesis(attach(1), answer('considered', 1));
    await settle();
    const [first, second] = (await eventsOf(1)).filter(({ type }) => type === outcomeGiven.type);
    expect(first).toMatchObject({ cause: given.events[2]!.id, data: { outcome: 'underReview' } });
    expect(second).toMatchObject({ data: { outcome: 'considered', supersedes: first!.id } });
    await town.write(other, synthesis, answer('deferred', 1));
    await town.write(other, synthesis, answer('accepted', 1));
    await settle();
    expect((await eventsOf(1)).at(-1)!.id).toBe(second!.id);
  });

  it('gives the common answer that stands to who joins later', async () => {
    await contributions(1, 2);
    await inSynthesis(attach(1));
    await inSynthesis(answer('considered', 1));
    await settle();
    await inSynthesis(attach(2));
    await settle();
    expect(await typesOf(2)).toEqual(['recorded', 'admitted', 'groupedInto', 'outcomeGiven']);
    expect((await eventsOf(2))[3]!.data['common']).toEqual({ synthesis: SYNTHESIS, rev: 3, members: 1 });
  });

  it('passes over who leaves before the answer has reached her, and answers who comes back', async () => {
    await contributions(1, 2, 3);
    await inSynthesis(attach(1, 2, 3), answer('considered', 3));
    await inSynthesis(detach(2, 3));
    await inSynthesis(attach(3));
    await settle();
    expect(await typesOf(2)).toEqual(['recorded', 'admitted', 'groupedInto', 'removedFrom']);
    expect(await typesOf(3)).toEqual([
      'recorded',
      'admitted',
      'groupedInto',
      'outcomeGiven',
      'removedFrom',
      'groupedInto',
    ]);
    const carried = (await eventsOf(1))[3]!;
    expect(carried.data['common']).toEqual({ synthesis: SYNTHESIS, rev: 3, members: 3 });
    // The revision at which she was still seen to be a member: later than the answer.
    expect(carried.data['basis']).toEqual([{ stream: SYNTHESIS, rev: 5 }]);
  });

  it('notices who leaves while the answer is being carried', async () => {
    const many = Array.from({ length: 60 }, (_, n) => n + 1);
    await contributions(...many);
    await inSynthesis(attach(...many));
    await settle();
    await inSynthesis(answer('considered', 60));
    const append = town.store.append.bind(town.store);
    let appends = 0;
    const leaving = jest.spyOn(town.store, 'append').mockImplementation(async (one) => {
      if (++appends === 20) {
        leaving.mockImplementation(append);
        await inSynthesis(detach(60));
      }
      return append(one);
    });
    await settle();
    await settle(); // The detachment came meanwhile.
    expect(await typesOf(60)).toEqual(['recorded', 'admitted', 'groupedInto', 'removedFrom']);
    for (const n of many.slice(0, 59)) expect((await typesOf(n)).at(-1)).toBe('outcomeGiven');
  });

  it('replaces its own common answer, each copy naming the one it replaces', async () => {
    await contributions(1);
    await inSynthesis(attach(1), answer());
    await inSynthesis(answer('accepted'));
    await settle();
    const [first, second] = (await eventsOf(1)).slice(3);
    expect(second!.data).toMatchObject({ outcome: 'accepted', supersedes: first!.id });
  });

  it('passes over who has an answer of her own, withdrew, was voided, or left', async () => {
    await contributions(1, 2, 3, 4, 5);
    await inSynthesis(attach(1, 2, 3, 4, 5));
    await settle();
    await town.write(one(1), contribution, answered());
    await town.write(one(2), contribution, event(contributionWithdrawn, { data: {}, words: {} }));
    const ground = { ground: 'test' as const };
    await town.write(
      one(3),
      contribution,
      event(contributionVoided, { data: ground, words: { reason: { fr: 'Essai' } } }),
    );
    await inSynthesis(detach(4));
    await inSynthesis(answer());
    await settle();
    for (const n of [1, 2, 3, 4, 5]) {
      const common = (await eventsOf(n)).filter(({ data }) => data['common']);
      expect({ n, common: common.length }).toEqual({ n, common: n === 5 ? 1 : 0 });
    }
    expect((await typesOf(4)).at(-1)).toBe('removedFrom');
  });

  describe('who was passed over, and may be answered since', () => {
    const questionAnswered = (): NewEvent =>
      event(synthesisOutcomeGiven, {
        data: {
          outcome: 'answered',
          reasons: [],
          commitments: [],
          decidedBy: 'maire',
          evidenceCount: 0,
          members: 2,
          supersedes: null,
        },
        words: { justification },
      });
    const refuse = async (n: number): Promise<string> => {
      const { events } = await town.write(one(n), contribution, declaredInadmissible());
      const appeal = await town.write(one(n), contribution, lodged(events[0]!.id));
      return appeal.events[0]!.id;
    };

    it('gets the common answer that stands when it is admitted again, naming the answer as its cause', async () => {
      await contributions(1, 2);
      await inSynthesis(attach(1, 2));
      await settle();
      const appeal = await refuse(1);
      const given = await inSynthesis(answer());
      await settle();
      expect((await typesOf(1)).at(-1)).toBe('appealLodged');
      await town.write(one(1), contribution, decided(appeal));
      await settle();
      const copy = (await eventsOf(1)).at(-1)!;
      expect(copy).toMatchObject({
        type: 'contribution.outcomeGiven/1',
        cause: given.events[0]!.id,
        data: { common: { synthesis: SYNTHESIS, rev: 3, members: 2 } },
      });
      const size = await town.store.size();
      await newJobs().settle();
      expect(await town.store.size()).toBe(size);
    });

    it('also who was declared inadmissible before she was grouped', async () => {
      await contributions(1);
      await inSynthesis(attach(1), answer('considered', 1));
      const appeal = await refuse(1);
      await settle();
      expect(await typesOf(1)).not.toContain('outcomeGiven');
      await town.write(one(1), contribution, decided(appeal));
      await settle();
      expect((await typesOf(1)).slice(-2)).toEqual(['appealDecided', 'outcomeGiven']);
    });

    it('gets nothing when the decision is upheld, when she has left, or has an answer of her own', async () => {
      await contributions(1, 2, 3);
      await inSynthesis(attach(1, 2, 3));
      await settle();
      const appeals = [await refuse(1), await refuse(2), await refuse(3)];
      await inSynthesis(answer('considered', 3), detach(2));
      await settle();
      await town.write(one(1), contribution, decided(appeals[0]!, 'upheld'));
      await town.write(one(2), contribution, decided(appeals[1]!));
      await town.write(one(3), contribution, decided(appeals[2]!), answered());
      await settle();
      for (const n of [1, 2, 3]) expect((await eventsOf(n)).filter(({ data }) => data['common'])).toEqual([]);
    });

    it('gets it when her kind is corrected to one that the answer is for', async () => {
      await contributions(1, 2);
      await inSynthesis(attach(1, 2));
      await settle();
      const { kind, channel } = {
        kind: { event: (await eventsOf(1))[0]!.id, field: '/kind', kind: 'question' as const },
        channel: { event: (await eventsOf(2))[0]!.id, field: '/channel', channel: 'letter' as const },
      };
      await inSynthesis(questionAnswered());
      await settle();
      const words = { reason: { fr: 'C’est une question.' } };
      await town.write(one(1), contribution, event(contributionEntryCorrected, { data: kind, words }));
      await town.write(one(2), contribution, event(contributionEntryCorrected, { data: channel, words }));
      await settle();
      expect((await typesOf(1)).at(-1)).toBe('outcomeGiven');
      expect(await typesOf(2)).not.toContain('outcomeGiven');
    });
  });

  it('leaves alone an answer of her own given a moment before: at the same moment as the process writes', async () => {
    await contributions(1);
    await inSynthesis(attach(1));
    await settle();
    await inSynthesis(answer());
    // The process has decided and is about to append when an official answers.
    const append = town.store.append.bind(town.store);
    let official: Promise<unknown> | null = null;
    jest.spyOn(town.store, 'append').mockImplementation(async (one) => {
      if (official === null) {
        official = append((await own())!);
        await official;
      }
      return append(one);
    });
    const own = async () => {
      let captured: Parameters<typeof append>[0] | null = null;
      const spy = jest.spyOn(town.store, 'append');
      spy.mockImplementationOnce(async (entry) => {
        captured = entry;
        return { status: 'pending' };
      });
      await town.write(one(1), contribution, answered());
      return captured;
    };
    await settle();
    const outcomes = (await eventsOf(1)).filter(({ type }) => type === 'contribution.outcomeGiven/1');
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]!.data['common']).toBeUndefined();
  });

  it('writes nothing twice when its jobs were lost', async () => {
    await contributions(1, 2);
    await inSynthesis(attach(1, 2), answer(), detach(2), attach(2));
    await settle();
    const size = await town.store.size();
    await newJobs().settle();
    expect(await town.store.size()).toBe(size);
    expect(await typesOf(2)).toEqual([
      'recorded',
      'admitted',
      'groupedInto',
      'outcomeGiven',
      'removedFrom',
      'groupedInto',
    ]);
  });

  it('goes on after a failure in the middle, and ends as if there had been none', async () => {
    const many = Array.from({ length: 40 }, (_, n) => n + 1);
    await contributions(...many);
    await inSynthesis(attach(...many), answer('considered', 40));
    const append = town.store.append.bind(town.store);
    let appends = 0;
    jest.spyOn(town.store, 'append').mockImplementation(async (one) => {
      if (++appends >= 17 && appends <= 32) throw new AppendUncertain(new Error('connection lost'));
      return append(one);
    });
    await expect(settle()).rejects.toThrow(AppendUncertain);
    // All that were in flight have ended.
    const written = await town.store.size();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await town.store.size()).toBe(written);
    for (let tries = 0; appends <= 32; tries++) await settle().catch(() => expect(tries).toBeLessThan(10));
    await settle();
    for (const n of many) expect(await typesOf(n)).toEqual(['recorded', 'admitted', 'groupedInto', 'outcomeGiven']);
  });

  it('stops between two members, does not pass for done, and another goes on from there', async () => {
    const many = Array.from({ length: 60 }, (_, n) => n + 1);
    await contributions(...many);
    await inSynthesis(attach(...many), answer('considered', 60));
    const append = town.store.append.bind(town.store);
    const stopping = new AbortController();
    let appends = 0;
    jest.spyOn(town.store, 'append').mockImplementation(async (one) => {
      if (++appends === 20) stopping.abort(new Error('this process stops'));
      return append(one);
    });
    await expect(jobs.settle(stopping.signal)).rejects.toThrow('this process stops');
    expect(appends).toBeLessThan(60);
    await newJobs().settle();
    for (const n of many) expect(await typesOf(n)).toEqual(['recorded', 'admitted', 'groupedInto', 'outcomeGiven']);
  });

  it('answers a member whose personal data were erased', async () => {
    await contributions(1);
    await inSynthesis(attach(1), answer());
    await town.store.vault.eraseKey(one(1).slice('contribution-'.length));
    await settle();
    expect(await typesOf(1)).toContain('outcomeGiven');
  });
});
