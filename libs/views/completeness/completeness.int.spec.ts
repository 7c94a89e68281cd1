import { tellStory, TODAY, type Story } from '../../../test/register/story';
import { fact, TestRegister } from '../../../test/register/test-register';
import { authorityRegistered, bodyNamed } from '@fil/facts/events/authority.events';
import { consultationOpened } from '@fil/facts/events/consultation.events';
import { contributionRecorded, outcomeGiven } from '@fil/facts/events/contribution.events';
import { publishedFigures } from '@fil/facts/figures/published-figures';
import { uuidV7 } from '@fil/log/event-store/ids';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { ListBacklogHandler } from '../backlog/list-backlog.handler';
import { ListBacklog } from '../backlog/list-backlog.query';
import { ViewReader } from '../reading/view-reader';
import { COMPLETENESS_BY, type CompletenessAnswer, type CompletenessBy } from './completeness.answer';
import { SeeCompletenessHandler } from './see-completeness.handler';
import { SeeCompleteness } from './see-completeness.query';

let register: TestRegister;
let story: Story;
let reader: ViewReader;
const region = `authority-${uuidV7()}` as const;
beforeAll(async () => {
  register = await TestRegister.open();
  story = await tellStory(register);
  await tellOfAnotherAuthority();
  const runner = register.runner();
  await runner.prepare();
  expect(await runner.catchUp()).toEqual([]);
  reader = new ViewReader(register.dataSource, register.readYourWrites);
});
afterAll(() => register.close());

/** One that has a department of the same code; something waits in both. */
async function tellOfAnotherAuthority(): Promise<void> {
  const consultation = `consultation-${uuidV7()}` as const;
  await register.append(region, [
    fact(authorityRegistered, { siret: '20005375900011' }, { name: { fr: 'Région' } }),
    fact(bodyNamed, { body: 'roads', kind: 'department' }, { name: { fr: 'Direction des routes' } }),
  ]);
  await register.append(consultation, [
    fact(
      consultationOpened,
      {
        organiser: region,
        level: 'consult',
        addressees: [],
        openPoints: [],
        constraints: [],
        decisionPath: [],
        channels: ['online'],
        themes: [],
        wordsPublic: 'onAdmission',
      },
      { title: { fr: 'Les routes' }, openPointTexts: [], constraintTexts: [] },
    ),
  ]);
  for (const one of [consultation, story.consultation])
    await register.append(`contribution-${uuidV7()}`, [
      fact(contributionRecorded, {
        consultation: one,
        sensitivity: 'public',
        kind: 'view',
        channel: 'online',
        language: 'fr',
        themes: [],
        authorKind: 'organisation',
        attachmentCount: 0,
      }),
      fact(outcomeGiven, {
        point: 1,
        outcome: 'underReview',
        reasons: [],
        commitments: [],
        evidenceCount: 0,
        supersedes: null,
        department: 'roads',
        answerOn: '2026-12',
      }),
    ]);
}

const see = (by: CompletenessBy, consultation: string | null = null): Promise<CompletenessAnswer> =>
  new SeeCompletenessHandler(reader).execute(new SeeCompleteness(by, consultation, { today: TODAY }));

it('counts as the published figures do', async () => {
  const events = (await register.store.readAll(0, 10_000)).map(toRecordedEvent);
  for (const consultation of [null, story.consultation]) {
    const { figures } = publishedFigures(events, TODAY, consultation).contributions;
    const { total } = await see('channel', consultation);
    const expected = Object.fromEntries(
      Object.keys(total).map((name) => [name, figures[name as keyof typeof figures].count]),
    );
    expect(total).toEqual(expected);
    expect(total.received).toBeGreaterThan(total.answered);
  }
});

it.each(COMPLETENESS_BY)('leaves nothing out by %s', async (by) => {
  const { total, by: parts } = await see(by);
  const received = parts.reduce((sum, part) => sum + part.received, 0);
  if (by === 'theme') expect(received).toBeGreaterThanOrEqual(total.received);
  else expect(received).toBe(total.received);
  const { by: named } = await see(by, story.consultation);
  expect(named.filter(({ code, name }) => code !== 'none' && name === null)).toEqual([]);
});

it('the departments of two authorities are two, although they have one code', async () => {
  const town = { id: story.authority, name: { fr: 'Direction de la voirie' } };
  const other = { id: region, name: { fr: 'Direction des routes' } };
  const seen = (await see('department')).by.filter(({ code }) => code === 'roads');
  expect(seen.map(({ authority, name }) => ({ id: authority!.id, name }))).toEqual(
    expect.arrayContaining([town, other]),
  );
  expect(seen.map(({ received }) => received)).toEqual([1, 1]);
  const backlog = async (authority?: string) =>
    (await new ListBacklogHandler(reader).execute(new ListBacklog({ authority }, { today: TODAY }))).departments.map(
      ({ authority: { id }, department: { code, name }, count }) => ({ id, code, name, count }),
    );
  expect(await backlog(region)).toEqual([{ ...other, code: 'roads', count: 1 }]);
  expect(await backlog()).toEqual(expect.arrayContaining(await backlog(region)));
  expect((await backlog()).filter(({ code }) => code === 'roads')).toHaveLength(2);
});
