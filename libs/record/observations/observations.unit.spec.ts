import { commitmentMade } from '@fil/facts/events/commitment.events';
import { decisionRegistered } from '@fil/facts/events/decision.events';
import { OBSERVATION_PUBLISHED } from '@fil/facts/events/observation.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { MemoryRegister, requestedWith } from '../contributions/specification/memory-register';
import { CONSULTATION, depositClosedOn, depositFrom, TOWN } from '../contributions/specification/some-mandate';
import { consultation } from '../consultations/consultation.state';
import { someId } from '../deciding/specification/given-when-then';
import type { Recorded } from '../deciding/take-decision';
import { LeaveObservation } from './leave-observation/leave-observation.command';
import { LeaveObservationHandler } from './leave-observation/leave-observation.handler';
import { observed } from './observation.state';
import { PublishObservation } from './publish-observation/publish-observation.command';
import { PublishObservationHandler } from './publish-observation/publish-observation.handler';

const DECISION = someId('decision');
const COMMITMENT = someId('commitment');
const registered = event(decisionRegistered, {
  data: { authority: TOWN, kind: 'councilDeliberation', consultations: [CONSULTATION] },
  words: { title: { fr: 'Le plan' } },
});
const made = event(commitmentMade, {
  data: { authority: TOWN, decision: DECISION, answers: [], themes: [] },
  words: { title: { fr: 'Planter' } },
});
const WORDS = { fr: 'Les arbres sont morts, dit Mme Untel.' };

let town: MemoryRegister;
const found = async (...deposit: readonly NewEvent[]): Promise<void> => {
  town = await new MemoryRegister().withConsultation({}, deposit);
  await town.write(DECISION, observed, registered);
  await town.write(COMMITMENT, observed, made);
};
const leave = (id: `commitment-${string}` | `decision-${string}` = COMMITMENT): Promise<Recorded> =>
  new LeaveObservationHandler(town.decisions).execute(new LeaveObservation(id, { text: WORDS }, requestedWith()));
const publish = (observation: string, instead?: { fr: string }): Promise<Recorded> =>
  new PublishObservationHandler(town.decisions, town.vault).execute(
    new PublishObservation(COMMITMENT, { observation, instead }, requestedWith()),
  );
const publicWords = async (type: string): Promise<unknown> => {
  const events = (await town.decisions.load(COMMITMENT)).filter((one) => one.type === type);
  return (await town.vault.open(events, 'public')).map(({ words }) => words['text']);
};

describe('an observation', () => {
  it('is left by anybody after the close, and waits for the office', async () => {
    await found(depositFrom('2026-02-02'), depositClosedOn('2026-03-02'));
    const left = await leave();
    expect(await publicWords('commitment.observationLeft/1')).toEqual([{ withheld: true }]);
    await publish(left.events[0]!.id);
    expect(await publicWords(OBSERVATION_PUBLISHED.commitment.type)).toEqual([WORDS]);
    await expect(publish(left.events[0]!.id)).rejects.toMatchObject({ rule: 'observation.published' });
    await leave(DECISION);
  });

  it('is published without what may not be shown', async () => {
    await found();
    const left = await leave();
    await publish(left.events[0]!.id, { fr: 'Les arbres sont morts, dit […].' });
    expect(await publicWords(OBSERVATION_PUBLISHED.commitment.type)).toEqual([
      { fr: 'Les arbres sont morts, dit […].' },
    ]);
  });

  it('waits for the close, which may have come a moment before', async () => {
    await found(depositFrom('2026-02-02'));
    await expect(leave()).rejects.toMatchObject({ rule: 'observation.depositOpen' });
    await expect(leave(DECISION)).rejects.toMatchObject({ rule: 'observation.depositOpen' });
    await town.write(CONSULTATION, consultation, depositClosedOn('2026-03-03'));
    await leave();
  });

  it('is of something that exists', async () => {
    await found();
    await expect(leave(someId('commitment', 9))).rejects.toMatchObject({ rule: 'observation.nothingThere' });
    await expect(publish('00000000-0000-8000-8000-000000000099')).rejects.toMatchObject({
      rule: 'observation.unknown',
    });
  });

  it('that was erased is not published', async () => {
    await found();
    const left = await leave();
    await town.store.vault.eraseOpenings([{ event: left.events[0]!.id, path: '/text' }]);
    await expect(publish(left.events[0]!.id)).rejects.toMatchObject({ rule: 'observation.erased' });
  });
});
