import { authorityRegistered } from '@fil/facts/events/authority.events';
import { contributionRecorded } from '@fil/facts/events/contribution.events';
import { erasureOrdered, erasureRequested } from '@fil/facts/events/erasure.events';
import { recommendationMade } from '@fil/facts/events/guarantor.events';
import { TRANSLATED } from '@fil/facts/events/text.events';
import { event } from '@fil/facts/kit/event-definition';
import {
  expectEvents,
  expectRefusal,
  givenEventId,
  recordedForm,
  someId,
  stateAfter,
} from '../../deciding/specification/given-when-then';
import { erasure } from '../erasure.state';
import { target, type TargetState } from '../sealed-fields-of-target';
import { orderErasureInput } from './order-erasure.command';
import { decideErasure } from './order-erasure.decide';

const sealed = (...paths: string[]): Record<string, string> =>
  Object.fromEntries(paths.map((path) => [path, 'a commitment']));
const recorded = event(contributionRecorded, {
  data: {
    consultation: someId('consultation'),
    sensitivity: 'internal',
    kind: 'proposal',
    channel: 'counter',
    language: 'fr',
    themes: [],
    authorKind: 'person',
    attachmentCount: 1,
  },
  words: {},
});
const contribution: TargetState = target.evolve(target.initial, {
  ...recordedForm(recorded, 0),
  sealed: sealed('/text', '/author', '/attachments/0', '/sourceAddress', '/actor/account', '/data'),
} as never);
const recommended = event(recommendationMade, { data: {}, words: { text: { fr: 'Un texte.' } } });
const registered = event(authorityRegistered, {
  data: { siret: '21440109300015' },
  words: { name: { fr: 'Ville inventée' } },
});
const town: TargetState = target.evolve(target.initial, {
  ...recordedForm(registered, 0),
  sealed: sealed('/name', '/address', '/actor/account'),
} as never);

const requested = event(erasureRequested, {
  data: { target: someId('contribution'), what: 'everything', fields: [], by: 'author' },
  words: {},
});

const field = (path: string, n = 0) => ({ event: givenEventId(n), path });
const decide = (command: object, seen: TargetState = contribution, state = erasure.initial) =>
  decideErasure(
    state,
    orderErasureInput.parse({ target: someId('contribution'), ground: 'subjectRequest', office: 'mairie', ...command }),
    seen,
  );

describe('ordering an erasure', () => {
  it('names the fields', () => {
    const fields = [field('/author'), field('/author'), field('/actor/account')];
    expect(expectEvents(decide({ fields }))[0]!.data).toMatchObject({
      wholeSubject: false,
      fields: [field('/author'), field('/actor/account')],
    });
  });

  it('lists every field of the person, and leaves what an office wrote', () => {
    expect(expectEvents(decide({ wholeSubject: true }))[0]!.data).toMatchObject({
      wholeSubject: true,
      fields: [field('/text'), field('/author'), field('/attachments/0'), field('/sourceAddress')],
    });
  });

  it('adds to them the fields that are named', () => {
    const [ordered] = expectEvents(decide({ wholeSubject: true, fields: [field('/actor/account')] }));
    expect((ordered!.data as { fields: object[] }).fields).toHaveLength(5);
  });

  it('nobody but its author changes a guarantor’s or committee’s text: its words are erased by a court order only', () => {
    const stated = { ...recordedForm(recommended, 0), actor: { role: 'guarantor', body: 'garante' } };
    const guarantor: TargetState = target.evolve(target.initial, {
      ...stated,
      sealed: sealed('/text', '/actor/account'),
    } as never);
    expect(expectRefusal(decide({ fields: [field('/text')] }, guarantor))).toBe('erasure.ofWhoWatches');
    expectEvents(decide({ fields: [field('/text')], ground: 'courtOrder' }, guarantor));
    expectEvents(decide({ fields: [field('/actor/account')] }, guarantor));
  });

  it('refuses a target that does not exist', () => {
    expect(decide({ wholeSubject: true }, target.initial)).toMatchObject({
      rule: 'erasure.targetMissing',
      kind: 'notFound',
    });
  });

  it('refuses what is not a sealed field of that event', () => {
    expect(expectRefusal(decide({ fields: [field('/kind')] }))).toBe('erasure.notASealedField');
    expect(expectRefusal(decide({ fields: [field('/text', 1)] }))).toBe('erasure.notASealedField');
  });

  it('refuses to erase the facts of an object that is not public', () => {
    expect(expectRefusal(decide({ fields: [field('/data')] }))).toBe('erasure.factsStay');
  });

  it('refuses to erase the person behind an object that has none', () => {
    expect(
      expectRefusal(decide({ target: someId('authority'), wholeSubject: true, fields: [field('/name')] }, town)),
    ).toBe('erasure.nobodyBehind');
  });

  it('refuses an order that names nothing', () => {
    expect(expectRefusal(decide({}))).toBe('erasure.nothingNamed');
  });

  it('refuses more than 500 fields in one order', () => {
    const many = {
      exists: true,
      consultation: null,
      fields: Array.from({ length: 501 }, (_, n) => ({
        ...field('/text', n),
        pathNow: '/text',
        personal: true,
        ofWhoWatches: false,
        madeFrom: null,
      })),
    };
    expect(expectRefusal(decide({ wholeSubject: true }, many))).toBe('erasure.tooManyFields');
    expectEvents(decide({ wholeSubject: true }, { ...many, fields: many.fields.slice(1) }));
  });

  it('refuses to order the same one twice', () => {
    const ordered = event(erasureOrdered, {
      data: {
        target: someId('contribution'),
        fields: [],
        wholeSubject: true,
        ground: 'subjectRequest',
        office: 'mairie',
      },
      words: {},
    });
    expect(expectRefusal(decide({ wholeSubject: true }, contribution, stateAfter(erasure, ordered)))).toBe(
      'erasure.exists',
    );
  });

  it('answers a request about the same object, and erases the words it was made in', () => {
    const asked = stateAfter(erasure, requested);
    const request = someId('erasure');
    const [ordered] = expectEvents(decide({ request, wholeSubject: true }, contribution, asked));
    expect(ordered!.data).toMatchObject({ fields: expect.arrayContaining([field('/words'), field('/text')]) });
    expect(ordered!.data).not.toHaveProperty('request');
    expect(expectRefusal(decide({ request, wholeSubject: true }))).toBe('erasure.requestMissing');
    const other = { request, target: someId('contribution', 2), wholeSubject: true };
    expect(expectRefusal(decide(other, contribution, asked))).toBe('erasure.requestOfOther');
    const ordering = stateAfter(erasure, requested, ordered!);
    expect(expectRefusal(decide({ request, wholeSubject: true }, contribution, ordering))).toBe('erasure.exists');
  });

  it('disposes of public archives with the visa of the archives only', () => {
    const disposal = { ground: 'retentionEnded', wholeSubject: true };
    expect(expectRefusal(decide(disposal))).toBe('erasure.visaMissing');
    const [ordered] = expectEvents(decide({ ...disposal, archivesVisa: 'AD44-2026-117' }));
    expect(ordered).toMatchObject({ type: 'erasure.ordered/2', data: { archivesVisa: 'AD44-2026-117' } });
  });

  it('covers what was made from the field: its translations, and no other', () => {
    const translated = (path: string) =>
      event(TRANSLATED.contribution, {
        data: { event: givenEventId(0), path, language: 'en', by: 'person' },
        words: { personalText: { en: 'Trees.' } },
      });
    const translations = (of: TargetState): TargetState =>
      ['/text', '/title'].reduce<TargetState>(
        (state, path, n) =>
          target.evolve(state, {
            ...recordedForm(translated(path), n + 1),
            sealed: sealed('/text', '/personalText', '/actor/account'),
          } as never),
        of,
      );
    const [ordered] = expectEvents(decide({ fields: [field('/text')] }, translations(contribution)));
    expect(ordered!.data).toMatchObject({
      fields: [field('/text'), field('/text', 1), field('/personalText', 1)],
    });
  });
});
