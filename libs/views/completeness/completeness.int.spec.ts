import { tellStory, TODAY, type Story } from '../../../test/register/story';
import { TestRegister } from '../../../test/register/test-register';
import { publishedFigures } from '@fil/facts/figures/published-figures';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { ViewReader } from '../reading/view-reader';
import { COMPLETENESS_BY, type CompletenessAnswer, type CompletenessBy } from './completeness.answer';
import { SeeCompletenessHandler } from './see-completeness.handler';
import { SeeCompleteness } from './see-completeness.query';

let register: TestRegister;
let story: Story;
let reader: ViewReader;
beforeAll(async () => {
  register = await TestRegister.open();
  story = await tellStory(register);
  const runner = register.runner();
  await runner.prepare();
  expect(await runner.catchUp()).toEqual([]);
  reader = new ViewReader(register.dataSource, register.readYourWrites);
});
afterAll(() => register.close());

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
