/** What is said about words: restated, disputed, corrected, translated, made plain, corrected where they were entered wrong. */
import { ENTRY_CORRECTED, CORRECTABLE_AGGREGATES } from '@fil/facts/events/correction.events';
import { OBSERVATION_LEFT, OBSERVATION_PUBLISHED } from '@fil/facts/events/observation.events';
import { AGGREGATES_WITH_TEXTS, PLAIN_TEXT_GIVEN, TRANSLATED } from '@fil/facts/events/text.events';
import { contributionContested } from '@fil/facts/events/contribution.events';
import {
  authorKeyReplaced,
  contestAnswered,
  contributionAcknowledged,
  contributionRestated,
  contributionTranscribed,
  followedUp,
  restatementCorrected,
  restatementDisputed,
  restatementUpheld,
  textCorrected,
  themesAssigned,
} from '@fil/facts/events/words.events';
import { aggregateOf, type Aggregate } from '@fil/facts/kit/aggregates';
import { uuidV7 } from '@fil/log/event-store/ids';
import type { Story } from '../story';
import { fact, type TestRegister } from '../test-register';

/** Told last: it says something of what all other chapters brought in. */
export async function tellWords(register: TestRegister, story: Story): Promise<void> {
  await authorsWords(register, story);
  const objects = await newestObjects(register, story);
  for (const aggregate of AGGREGATES_WITH_TEXTS) {
    const object = objects.get(aggregate);
    if (!object) continue;
    const of = { event: object.event, path: '/title' };
    await register.append(object.stream, [
      fact(
        PLAIN_TEXT_GIVEN[aggregate],
        { ...of, language: 'fr-x-falc', readBy: 'peopleConcerned' },
        { text: { 'fr-x-falc': 'Avec des mots simples.' }, readers: 'Atelier des Érables' },
      ),
      fact(TRANSLATED[aggregate], { ...of, language: 'en', by: 'person' }, { text: { en: 'In English.' } }),
    ]);
  }
  for (const aggregate of CORRECTABLE_AGGREGATES) {
    const object = objects.get(aggregate);
    if (!object) continue;
    const date = { field: '/occurredOn', from: { occurredOn: null }, to: { occurredOn: '2026-03-02' } };
    await register.append(object.stream, [
      fact(ENTRY_CORRECTED[aggregate], { event: object.event, ...date }, { reason: { fr: 'Mal recopié.' } }),
    ]);
  }
  for (const aggregate of ['decision', 'commitment'] as const) {
    const object = objects.get(aggregate);
    if (!object) continue;
    const { stream } = object;
    const words = { text: { fr: 'Cela tarde.' } };
    const [observation] = await register.append(stream, [fact(OBSERVATION_LEFT[aggregate], {}, words)]);
    await register.append(stream, [
      fact(OBSERVATION_PUBLISHED[aggregate], { observation: observation!, path: '/text', shortened: false }, words),
    ]);
  }
}

interface Newest {
  readonly stream: string;
  /** Its first event. */
  readonly event: string;
}

/** Not those of whose thread every step is asserted. */
async function newestObjects(
  register: TestRegister,
  { decision, commitments, contributions: { transferred: _, ...contributions } }: Story,
): Promise<Map<Aggregate, Newest>> {
  const left = new Set<string>([decision, ...Object.values(commitments), ...Object.values(contributions)]);
  const objects = new Map<Aggregate, Newest>();
  for (const { stream, rev, id } of await register.store.readAll(0, 10_000))
    if (rev === 1 && !left.has(stream)) objects.set(aggregateOf(stream), { stream, event: id });
  return objects;
}

async function authorsWords(register: TestRegister, { contributions, commitments }: Story): Promise<void> {
  const append = (...events: Parameters<TestRegister['append']>[1]): Promise<string[]> =>
    register.append(contributions.transferred, events, { person: 'person-transferred', at: '2026-05-04T08:00:00Z' });
  const [transcribed] = await append(
    fact(
      contributionTranscribed,
      { way: 'dictated', language: 'fr', illegible: 0, titled: false },
      { text: { fr: 'Plus de trains le soir.' } },
    ),
    fact(contributionAcknowledged, { rule: 'crpa.are', service: 'roads', channel: 'email' }),
    fact(themesAssigned, { from: ['mobility'], to: ['mobility'], by: 'deputy' }),
  );
  const [restatement] = await append(
    fact(contributionRestated, { version: 2, by: 'deputy' }, { text: { fr: 'Augmenter l’offre de trains.' } }),
  );
  await append(
    fact(restatementDisputed, { restatement: restatement! }, { text: { fr: 'J’ai dit : le soir.' } }),
    fact(restatementUpheld, { restatement: restatement!, by: 'former' }, { reason: { fr: 'Le sens y est.' } }),
    fact(
      restatementCorrected,
      { restatement: restatement!, version: 2, by: 'deputy' },
      { text: { fr: 'Augmenter l’offre de trains le soir.' }, reason: { fr: 'Précision de l’auteur.' } },
    ),
    fact(
      textCorrected,
      { field: 'text', version: 3, replaces: transcribed! },
      { corrected: { fr: 'Plus de trains après 20 heures.' } },
    ),
  );
  const [contest] = await append(
    fact(contributionContested, { event: uuidV7(), what: 'outcome' }, { text: { fr: 'Ce n’est pas une réponse.' } }),
  );
  await append(
    fact(
      contestAnswered,
      { contest: contest!, verdict: 'changed', by: 'former' },
      { text: { fr: 'Nous la reprenons.' } },
    ),
    fact(
      followedUp,
      { commitment: commitments.bench, declared: uuidV7(), verdict: 'partly' },
      { text: { fr: 'Un banc sur deux.' } },
    ),
    fact(
      authorKeyReplaced,
      { guarantor: `guarantor-${uuidV7()}`, ground: 'lost' },
      { checked: { fr: 'Récépissé présenté.' }, authorKey: 'a'.repeat(64) },
    ),
  );
}
