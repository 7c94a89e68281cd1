import { tellStory, TODAY, type Story } from '../../../test/register/story';
import { TestRegister } from '../../../test/register/test-register';
import { ViewReader } from '../reading/view-reader';
import type { EntryCorrectionsAnswer } from './entry-corrections.answer';
import { SeeEntryCorrectionsHandler } from './see-entry-corrections.handler';
import { SeeEntryCorrections } from './see-entry-corrections.query';

describe('errors of entry', () => {
  let register: TestRegister;
  let story: Story;
  beforeAll(async () => {
    register = await TestRegister.open();
    story = await tellStory(register);
    const runner = register.runner();
    await runner.prepare();
    await runner.catchUp();
  });
  afterAll(() => register.close());

  const see = (consultation?: string, page = {}): Promise<EntryCorrectionsAnswer> =>
    new SeeEntryCorrectionsHandler(new ViewReader(register.dataSource, register.readYourWrites)).execute(
      new SeeEntryCorrections({ consultation }, { today: TODAY }, page),
    );

  it('are listed with both values and counted, the newest first, page by page', async () => {
    const { items, count, next } = await see(undefined, { limit: 2 });
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      field: '/occurredOn',
      from: null,
      to: '2026-03-02',
      reason: { fr: 'Mal recopié.' },
    });
    const rest = await see(undefined, { cursor: next });
    expect(items.length + rest.items.length).toBe(count);
  });

  it('of one consultation: its own, and those of what was said in it', async () => {
    const { items } = await see(story.consultation);
    expect(items).toContainEqual(
      expect.objectContaining({
        object: story.contributions.waiting,
        field: '/channel',
        from: 'counter',
        to: 'letter',
      }),
    );
    expect((await see(story.takenOver)).items.map(({ object }) => object)).not.toContain(story.contributions.waiting);
  });
});
