/** The rules of an answer that read other streams: when these are missing, older, and changed a moment before. */
import { bodyEnded, functionCreated } from '@fil/facts/events/authority.events';
import { addresseeJoined } from '@fil/facts/events/consultation.events';
import { decisionRegistered } from '@fil/facts/events/decision.events';
import { event } from '@fil/facts/kit/event-definition';
import { authority } from '../../authority/authority.state';
import { consultation } from '../../consultations/consultation.state';
import { decision } from '../../decisions/decision.state';
import { someId } from '../../deciding/specification/given-when-then';
import type { Recorded } from '../../deciding/take-decision';
import { contribution } from '../contribution.state';
import { MemoryRegister, requestedWith } from '../specification/memory-register';
import {
  admitted,
  considered,
  CONSULTATION,
  consultationEvents,
  CONTRIBUTION,
  recorded,
  TOWN,
} from '../specification/some-mandate';
import { GiveOutcome, type GiveOutcomeInput } from './give-outcome.command';
import { GiveOutcomeHandler } from './give-outcome.handler';

const DECISION = someId('decision');
const registered = event(decisionRegistered, {
  data: { authority: TOWN, kind: 'councilDeliberation', body: 'conseil', consultations: [] },
  words: { title: { fr: 'Délibération' } },
});
const accepted = { outcome: 'accepted' as const, decision: DECISION };

let town: MemoryRegister;
const give = (change: Partial<GiveOutcomeInput>, key?: string): Promise<Recorded> =>
  new GiveOutcomeHandler(town.decisions).execute(
    new GiveOutcome(CONTRIBUTION, { point: 1, ...considered, ...change }, requestedWith(key)),
  );
const basisOf = async ({ stream, revision }: Recorded): Promise<unknown> =>
  (await town.decisions.load(stream))[revision - 1]!.data['basis'];

beforeEach(async () => {
  town = new MemoryRegister();
});
const withContribution = async (): Promise<void> => {
  await town.withConsultation();
  await town.write(CONTRIBUTION, contribution, recorded(), admitted);
};

describe('an answer that names what stands in other streams', () => {
  it('is refused when the decision is missing, and accepted once it is registered', async () => {
    await withContribution();
    await expect(give(accepted)).rejects.toMatchObject({ rule: 'outcome.unknownDecision' });
    await town.write(DECISION, decision, registered);
    expect(await basisOf(await give(accepted))).toContainEqual({ stream: DECISION, rev: 1 });
  });

  it('says at which revision it read each stream, and is decided again from exactly these', async () => {
    await withContribution();
    const first = await give({}, 'key');
    const basis = [
      { stream: CONSULTATION, rev: 2 },
      { stream: TOWN, rev: 5 },
    ];
    expect(await basisOf(first)).toEqual(basis);
    await town.write(TOWN, authority, event(bodyEnded, { data: { body: 'voirie' }, words: {} }));
    expect(await give({}, 'key')).toMatchObject({ duplicate: true, events: first.events });
  });

  it('sees a function that was created a moment before', async () => {
    await withContribution();
    await expect(give({ decidedBy: 'adjointe' })).rejects.toMatchObject({ rule: 'authority.unknownFunction' });
    const created = event(functionCreated, { data: { function: 'adjointe' }, words: { name: { fr: 'Adjointe' } } });
    await town.write(TOWN, authority, created);
    expect(await basisOf(await give({ decidedBy: 'adjointe' }))).toContainEqual({ stream: TOWN, rev: 6 });
  });

  it('knows no function of an authority whose stream is missing', async () => {
    await town.write(CONSULTATION, consultation, ...consultationEvents());
    await town.write(CONTRIBUTION, contribution, recorded(), admitted);
    await expect(give({})).rejects.toMatchObject({ rule: 'authority.unknownFunction' });
  });

  it('answers 404 for a contribution whose stream is missing', async () => {
    await town.withConsultation();
    await expect(give({})).rejects.toMatchObject({ status: 404, rule: 'contribution.unknown' });
  });

  it('lets one of two officials win who answer at the same moment; the other is told which answer stands', async () => {
    await withContribution();
    const both = await Promise.allSettled([give({}), give({ outcome: 'notAccepted', reasons: ['budget'] })]);
    const lost = both.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(lost).toHaveLength(1);
    expect(lost[0]!.reason).toMatchObject({ status: 409, rule: 'outcome.notTheCurrent' });
  });

  it('is recorded for a person whose data were erased: the answer is still owed', async () => {
    await withContribution();
    await town.store.vault.eraseKey(CONTRIBUTION.slice('contribution-'.length));
    expect(await give({})).toMatchObject({ duplicate: false, revision: 3 });
  });
});

describe('an answer given by another authority than the organiser', () => {
  const REGION = someId('authority', 2);
  const president = event(functionCreated, { data: { function: 'presidente' }, words: { name: { fr: 'Présidente' } } });
  const joined = event(addresseeJoined, { data: { authority: REGION, promise: { by: '2026-12-31' } }, words: {} });
  const decidedBy = 'presidente';

  it('names a function of an authority that was asked or joined: missing, older, created a moment before', async () => {
    await withContribution();
    await expect(give({ decidedBy })).rejects.toMatchObject({ rule: 'authority.unknownFunction' });
    await town.write(CONSULTATION, consultation, joined);
    await expect(give({ decidedBy })).rejects.toMatchObject({ rule: 'authority.unknownFunction' });
    await town.write(REGION, authority, president);
    expect(await basisOf(await give({ decidedBy }))).toContainEqual({ stream: REGION, rev: 1 });
  });

  it('does not name one of an authority that has nothing to do with it', async () => {
    await withContribution();
    await town.write(REGION, authority, president);
    await expect(give({ decidedBy })).rejects.toMatchObject({ rule: 'authority.unknownFunction' });
  });
});
