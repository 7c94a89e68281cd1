import { commitmentMade } from '@fil/facts/events/commitment.events';
import { contributionRecorded } from '@fil/facts/events/contribution.events';
import { opinionIssued } from '@fil/facts/events/committee.events';
import { TRANSLATED } from '@fil/facts/events/text.events';
import type { Actor } from '@fil/facts/kit/actor';
import { checkEvent, event, type NewEvent } from '@fil/facts/kit/event-definition';
import type { SealedFields } from '@fil/facts/kit/sealed-fields';
import { definitionOf } from '@fil/facts/events/registry';
import { ERASED } from '@fil/log/vault/vault';
import { fold, type Decided } from '../deciding/decider';
import {
  expectEvents,
  expectRefusal,
  givenEventId,
  recordedForm,
  someId,
} from '../deciding/specification/given-when-then';
import { decidePlainText } from './give-plain-text/give-plain-text.decide';
import { decideTranslation } from './translate/translate.decide';
import type { TranslateInput } from './translate/translate.command';
import { written, type Written } from './written.state';

const CONTEXT = { today: '2026-03-03', at: '2026-03-03T09:42:00Z' };
const OFFICIAL: Actor = { role: 'official', body: 'mairie' };
const COMMITTEE: Actor = { role: 'committeeMember', body: 'comite' };

/** As they stand in the log: with a commitment for each sealed field. */
const stateAfter = (events: readonly NewEvent[], actor = OFFICIAL): Written =>
  fold(
    written,
    events.map((one, n) => {
      const fields = Object.entries(definitionOf(one.type).sealed as SealedFields);
      const paths = fields.map(([name, { list }]) => (list ? `/${name}/0` : `/${name}`));
      return { ...recordedForm(one, n), actor, sealed: Object.fromEntries(paths.map((path) => [path, ''])) };
    }),
  );

const made = event(commitmentMade, {
  data: { authority: someId('authority'), answers: [], themes: [] },
  words: { title: { fr: 'Planter' } },
});
const recorded = event(contributionRecorded, {
  data: {
    consultation: someId('consultation'),
    sensitivity: 'public',
    kind: 'proposal',
    channel: 'counter',
    language: 'fr',
    themes: [],
    attachmentCount: 0,
  },
  words: { text: { fr: 'Des arbres' } },
});
const opinion: NewEvent = { type: opinionIssued.type, occurredOn: null, data: {}, words: { text: { fr: 'Avis' } } };
const translated = event(TRANSLATED.commitment, {
  data: { event: givenEventId(0), path: '/title', language: 'en', by: 'person' },
  words: { text: { en: 'Plant' } },
});
const assisted = { tool: 'tool', version: '1', instruction: 'a'.repeat(64), inputs: [], validatedBy: 'maire' };

const translate = (
  change: Partial<TranslateInput> = {},
  state = stateAfter([made]),
  /** Null: nothing was given. */
  original: object | null = { fr: 'Planter' },
  actor = OFFICIAL,
  aggregate: 'commitment' | 'contribution' | 'committee' = 'commitment',
): Decided =>
  decideTranslation(
    aggregate,
    state,
    { event: givenEventId(0), path: '/title', by: 'person', text: { en: 'Plant' }, ...change },
    original ?? undefined,
    actor,
    CONTEXT,
  );

describe('a translation', () => {
  it('names the text it was made from, and says in which language it is', () => {
    const [one] = expectEvents(translate());
    expect(one).toMatchObject({
      type: 'commitment.translated/1',
      data: { event: givenEventId(0), path: '/title', language: 'en', by: 'person' },
      words: { text: { en: 'Plant' } },
    });
  });

  it('is a person’s where the original is, and erased with it', () => {
    const [one] = expectEvents(
      translate({ path: '/text' }, stateAfter([recorded]), { fr: 'Des arbres' }, OFFICIAL, 'contribution'),
    );
    expect(one!.words).toEqual({ personalText: { en: 'Plant' } });
    expect(checkEvent(definitionOf(one!.type), one!)).toBeNull();
  });

  it('is of a text of this object that was given, and not of a translation', () => {
    expect(expectRefusal(translate({}, stateAfter([])))).toBe('object.unknown');
    expect(expectRefusal(translate({ event: givenEventId(9) }))).toBe('text.unknown');
    expect(expectRefusal(translate({ path: '/sourceAddress' }))).toBe('text.unknown');
    expect(expectRefusal(translate({ event: givenEventId(1), path: '/text' }, stateAfter([made, translated])))).toBe(
      'text.notTheOriginal',
    );
  });

  it('of an erased text is refused, and so is one of a text that was never given', () => {
    expect(expectRefusal(translate({}, undefined, ERASED))).toBe('text.erased');
    expect(expectRefusal(translate({ path: '/means' }, undefined, null))).toBe('text.absent');
  });

  it('never covers what its author gave in that language', () => {
    expect(expectRefusal(translate({ text: { fr: 'Planter mieux' } }))).toBe('text.inThatLanguageAlready');
    expect(expectRefusal(translate({ text: { en: 'Plant', de: 'Pflanzen' } }))).toBe('text.oneLanguage');
  });

  it('by a machine says which, and who validated it', () => {
    expect(expectRefusal(translate({ by: 'machine' }))).toBe('text.assistance');
    expect(expectRefusal(translate({ assisted }))).toBe('text.assistance');
    expectEvents(translate({ by: 'machine', assisted }));
  });

  it('nobody but its author changes a guarantor’s or committee’s text, not by other words either', () => {
    const ofCommittee = stateAfter([opinion], COMMITTEE);
    const named = { path: '/text' };
    expect(expectRefusal(translate(named, ofCommittee, { fr: 'Avis' }, OFFICIAL, 'committee'))).toBe(
      'text.notItsAuthor',
    );
    expectEvents(translate(named, ofCommittee, { fr: 'Avis' }, COMMITTEE, 'committee'));
  });
});

describe('a text in plain words', () => {
  const give = (readBy: 'peopleConcerned' | 'others' | 'nobody', readers?: string): Decided =>
    decidePlainText(
      'commitment',
      stateAfter([made]),
      { event: givenEventId(0), path: '/title', readBy, readers, text: { 'fr-x-falc': 'On plante des arbres.' } },
      { fr: 'Planter' },
      OFFICIAL,
      CONTEXT,
    );

  it('is called FALC only when it says which of the people concerned have read it again', () => {
    expect(expectRefusal(give('peopleConcerned'))).toBe('text.readers');
    expect(expectRefusal(give('nobody', 'Atelier des Érables'))).toBe('text.readers');
    expectEvents(give('peopleConcerned', 'Atelier des Érables'));
    expect(expectEvents(give('nobody'))[0]!.data).toMatchObject({ language: 'fr-x-falc', readBy: 'nobody' });
  });
});
