/** A fact once public stays public (03 §4): what is closed after its disclosure hides words, not facts. */
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { WITHHELD } from '@fil/log/vault/vault';
import { CONCEALED_DATA } from '@fil/log/transparency/entry';
import { contribution } from './contribution.state';
import { MemoryRegister } from './specification/memory-register';
import { CONSULTATION, CONTRIBUTION, recorded } from './specification/some-mandate';
import { declaredInadmissible, disclosed, notPublished } from './specification/some-moderation';

const report = recorded({ sensitivity: 'restricted', channel: 'fieldReport', authorKind: 'agent' });
const inClear = { consultation: CONSULTATION, sensitivity: 'restricted' };

let town: MemoryRegister;
beforeEach(async () => {
  town = await new MemoryRegister().withConsultation();
  await town.write(CONTRIBUTION, contribution, report);
});
const toPublic = async () => {
  const events = (await town.store.readStream(CONTRIBUTION)).map(toRecordedEvent);
  const [opened] = await town.vault.open(events, 'public');
  const [told] = await town.vault.disclose(events, 'public');
  return { ...opened!, paths: told!.fields.map(({ path }) => path) };
};

it('its facts are sealed until it is disclosed, also when it is closed before', async () => {
  expect(await toPublic()).toMatchObject({ concealed: true, data: inClear, paths: [] });
  await town.write(CONTRIBUTION, contribution, notPublished);
  expect(await toPublic()).toMatchObject({ concealed: true, data: inClear, paths: [] });
});

it.each([
  ['not published', notPublished],
  ['declared inadmissible', declaredInadmissible()],
])('disclosed, then %s: its facts stay, its words go', async (_, closing) => {
  await town.write(CONTRIBUTION, contribution, disclosed);
  const open = await toPublic();
  expect(open).toMatchObject({
    concealed: false,
    data: { kind: 'proposal' },
    words: { title: { fr: expect.any(String) } },
  });
  await town.write(CONTRIBUTION, contribution, closing);
  const { data, words, concealed, paths } = await toPublic();
  expect([concealed, data]).toEqual([false, open.data]);
  expect(words['title']).toEqual(WITHHELD);
  expect(paths).toEqual([CONCEALED_DATA]);
});
