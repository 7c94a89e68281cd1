/** Assistance: off unless switched on; in collection only to transcribe or translate. */
import { commitmentMade } from '@fil/facts/events/commitment.events';
import { synthesisOpened } from '@fil/facts/events/synthesis.events';
import { event } from '@fil/facts/kit/event-definition';
import { commitment } from '../commitments/commitment.state';
import { contribution } from '../contributions/contribution.state';
import { recordContributionInput } from '../contributions/record-contribution/record-contribution.command';
import { decideRecording } from '../contributions/record-contribution/record-contribution.decide';
import { MemoryRegister, requestedWith } from '../contributions/specification/memory-register';
import {
  assistanceOn,
  assistedMandate,
  CONSULTATION,
  CONTEXT,
  recorded,
  TOWN,
} from '../contributions/specification/some-mandate';
import { expectRefusal, someId } from '../deciding/specification/given-when-then';
import type { Recorded } from '../deciding/take-decision';
import { RecordDivergence } from '../syntheses/record-divergence/record-divergence.command';
import { RecordDivergenceHandler } from '../syntheses/record-divergence/record-divergence.handler';
import { synthesis } from '../syntheses/synthesis.state';
import { Translate } from '../texts/translate/translate.command';
import { TranslateHandler } from '../texts/translate/translate.handler';
import { authority } from './authority.state';

const assisted = { tool: 'tool', version: '1', instruction: 'a'.repeat(64), inputs: [], validatedBy: 'maire' };
const title = { fr: 'De l’ombre' };

it('assistance is off unless switched on, whatever the object: its authority is read in its stream', async () => {
  const town = await new MemoryRegister().withConsultation();
  const [grouped, made] = [someId('synthesis'), someId('commitment')];
  const opened = event(synthesisOpened, {
    data: { consultation: CONSULTATION, themes: [], divergenceCount: 0 },
    words: { title },
  });
  await town.write(grouped, synthesis, opened);
  const making = event(commitmentMade, { data: { authority: TOWN, answers: [], themes: [] }, words: { title } });
  const { events } = await town.write(made, commitment, making);
  const diverge = (): Promise<Recorded> =>
    new RecordDivergenceHandler(town.decisions).execute(
      new RecordDivergence(grouped, { kind: 'dissentingView', positions: [title], assisted }, requestedWith()),
    );
  const translate = (): Promise<Recorded> =>
    new TranslateHandler(town.decisions, town.vault).execute(
      new Translate(
        made,
        { event: events[0]!.id, path: '/title', by: 'machine', text: { en: 'Shade' }, assisted },
        requestedWith(),
      ),
    );
  for (const step of [diverge, translate]) await expect(step()).rejects.toMatchObject({ rule: 'assistance.off' });
  await town.write(TOWN, authority, assistanceOn);
  for (const step of [diverge, translate]) expect(await step()).toMatchObject({ duplicate: false });
});

it('in collection assistance is only to transcribe or translate', () => {
  const { attachmentCount: _, ...said } = recorded().data;
  const command = recordContributionInput.parse({ ...said, title, assisted });
  expect(expectRefusal(decideRecording(contribution.initial, command, undefined, assistedMandate(), CONTEXT))).toBe(
    'assistance.inCollection',
  );
});
