import { contributionAdmitted, contributionRecorded } from '@fil/facts/events/contribution.events';
import {
  contributionDeclaredInadmissible,
  contributionRedacted,
  disclosureAuthorised,
} from '@fil/facts/events/moderation.events';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { TRANSLATED } from '@fil/facts/events/text.events';
import { defineEvent, event, type NewEvent } from '@fil/facts/kit/event-definition';
import { eventSchema, type EventReading } from '@fil/facts/kit/event-schema';
import { eventId, fieldPath, list } from '@fil/facts/kit/fact-fields';
import { MemoryEventStore } from '../event-store/memory/memory-event-store';
import { toRecordedEvent, type RecordedEvent } from '../event-store/recorded-event';
import { uuidV7 } from '../event-store/ids';
import { sealEvents } from './sealer';
import { ERASED, newSubjectKey, Vault, WITHHELD, type OpenedEvent, type Reader } from './vault';
import { withheldPassages } from './withheld-passages';

const CONSULTATION = 'consultation-018f6b1e-7c00-7000-8000-000000000001';
const STREAM = 'contribution-018f6b1e-7c00-7000-8000-000000000002';

class Register {
  readonly store = new MemoryEventStore();
  readonly vault = new Vault(this.store.vault, EVENT_SCHEMA);
  private readonly key = newSubjectKey();
  private rev = 0;

  async write(one: NewEvent, concealed = false): Promise<string> {
    const id = uuidV7();
    const entries = sealEvents(
      [one],
      {
        log: 'test.invalid',
        stream: STREAM,
        firstRev: this.rev + 1,
        ids: [id],
        at: '2026-03-02T09:30:00Z',
        actor: { role: 'agent', body: 'accueil' },
        account: 'account-1',
        cause: null,
        subject: { id: 'person', key: this.key },
        concealed: concealed ? { consultation: CONSULTATION, sensitivity: 'restricted' } : null,
      },
      EVENT_SCHEMA,
    );
    const mint = this.rev === 0 ? { subject: 'person', key: this.key } : undefined;
    expect(await this.store.append({ stream: STREAM, expected: this.rev++, entries, mint })).toMatchObject({
      status: 'ok',
    });
    return id;
  }

  async read(reader: Reader): Promise<OpenedEvent[]> {
    return this.vault.open((await this.store.readStream(STREAM)).map(toRecordedEvent), reader);
  }

  async wordsOf(id: string, reader: Reader = 'public'): Promise<Readonly<Record<string, unknown>>> {
    return (await this.read(reader)).find((one) => one.id === id)!.words;
  }
}

const attachment = { bytes: 1, mediaType: 'image/png', sha256: '0'.repeat(64) };
const deposit = event(contributionRecorded, {
  data: {
    consultation: CONSULTATION,
    sensitivity: 'public',
    kind: 'view',
    channel: 'online',
    language: 'fr',
    themes: [],
    authorKind: 'person',
    attachmentCount: 2,
  },
  words: { title: { fr: 'Le titre' }, text: { fr: 'Monsieur Untel' }, attachments: [attachment, attachment] },
});
const admission = event(contributionAdmitted, { data: {}, words: {} });
const redaction = (id: string, ...paths: string[]): NewEvent =>
  event(contributionRedacted, {
    data: { event: id, paths, ground: 'judgementOnPerson', decidedBy: 'garde', authorTold: 'letter' },
    words: { shownInstead: paths.map(() => ({ fr: '[occulté]' })) },
  });

let register: Register;
let said: string;
beforeEach(async () => {
  register = new Register();
  said = await register.write(deposit);
});

describe('a passage that is withheld', () => {
  it('is read by nobody but an office, and the rest by everybody', async () => {
    await register.write(admission);
    const redacted = await register.write(redaction(said, '/text'));
    expect(await register.wordsOf(said)).toMatchObject({ title: { fr: 'Le titre' }, text: WITHHELD });
    expect(await register.wordsOf(said, 'office')).toMatchObject({ text: { fr: 'Monsieur Untel' } });
    expect(await register.wordsOf(redacted)).toMatchObject({ shownInstead: [{ fr: '[occulté]' }] });
  });

  it('stays withheld when the object is opened later', async () => {
    await register.write(redaction(said, '/text'));
    await register.write(admission);
    expect(await register.wordsOf(said)).toMatchObject({ title: { fr: 'Le titre' }, text: WITHHELD });
  });

  it('may be one item of a list, or the whole of it', async () => {
    await register.write(admission);
    await register.write(redaction(said, '/attachments/1'));
    expect((await register.wordsOf(said))['attachments']).toEqual([attachment, WITHHELD]);
    await register.write(redaction(said, '/attachments'));
    expect((await register.wordsOf(said))['attachments']).toEqual([WITHHELD, WITHHELD]);
  });

  it('is not read in a translation of it either', async () => {
    await register.write(admission);
    const translated = await register.write(
      event(TRANSLATED.contribution, {
        data: { event: said, path: '/text', language: 'en', by: 'person' },
        words: { personalText: { en: 'Mister Somebody' } },
      }),
    );
    expect(await register.wordsOf(translated)).toMatchObject({ personalText: { en: 'Mister Somebody' } });
    await register.write(redaction(said, '/title'));
    expect(await register.wordsOf(translated)).toMatchObject({ personalText: { en: 'Mister Somebody' } });
    await register.write(redaction(said, '/text'));
    expect(await register.wordsOf(translated)).toMatchObject({ personalText: WITHHELD });
  });

  it('stays withheld although which one it is was sealed with the object', async () => {
    register = new Register();
    said = await register.write(deposit, true);
    const redacted = await register.write(redaction(said, '/text'), true);
    await register.write(event(disclosureAuthorised, { data: { decidedBy: 'maire' }, words: {} }));
    expect(await register.wordsOf(said)).toMatchObject({ title: { fr: 'Le titre' }, text: WITHHELD });
    await register.store.vault.eraseOpenings([{ event: redacted, path: '/data' }]);
    // Nobody can say any more what it was: nothing is shown.
    expect(await register.wordsOf(said)).toMatchObject({ title: WITHHELD, text: WITHHELD });
  });
});

describe('a word that is always public', () => {
  const inadmissible = event(contributionDeclaredInadmissible, {
    data: {
      rulesVersion: 1,
      article: 'article-4',
      decidedBy: 'garde',
      authorTold: 'letter',
      appealBy: '2026-05-02',
    },
    words: { reason: { fr: 'Un tract électoral' } },
  });

  it('says why the object is not', async () => {
    const declared = await register.write(inadmissible);
    expect(await register.wordsOf(declared)).toEqual({ reason: { fr: 'Un tract électoral' } });
    expect(await register.wordsOf(said)).toMatchObject({ title: WITHHELD, text: WITHHELD });
    await register.store.vault.eraseOpenings([{ event: declared, path: '/reason' }]);
    expect(await register.wordsOf(declared)).toEqual({ reason: ERASED });
  });

  it('says nothing of an object whose facts are sealed too', async () => {
    register = new Register();
    await register.write(deposit, true);
    const declared = await register.write(inadmissible, true);
    expect(await register.wordsOf(declared)).toEqual({ reason: WITHHELD });
  });
});

describe('an object that is not public', () => {
  it('does not say in which unit it was recorded, not even once it is disclosed', async () => {
    register = new Register();
    said = await register.write(deposit, true);
    await register.write(event(disclosureAuthorised, { data: { decidedBy: 'maire' }, words: {} }));
    const bytes = (await register.store.readStream(STREAM))[0]!.bytes.toString();
    expect(bytes).not.toContain('accueil');
    const bodies = async (reader: Reader): Promise<unknown[]> =>
      (await register.read(reader)).map(({ actor }) => actor.body);
    expect(await bodies('public')).toEqual([null, 'accueil']);
    expect(await bodies('office')).toEqual(['accueil', 'accueil']);
  });
});

describe('what withholds and restores', () => {
  const SAID = '018f6b1e-7c00-7000-8000-00000000000a';
  const meaning = { fr: 'Essai', en: 'Test' };
  const hides = defineEvent('guarantor.hidden/1', {
    meaning,
    facts: { about: eventId, fields: list(fieldPath) },
    withholds: { event: 'about', paths: 'fields' },
  });
  const shows = defineEvent('guarantor.shown/1', { meaning, facts: { ended: eventId }, restores: 'ended' });
  const schema = eventSchema([hides, shows]);
  const renamed = { words: [{ name: 'body', recordedAs: 'text' }] } as unknown as EventReading;
  const target = { id: SAID, stream: 'guarantor-1' } as RecordedEvent;
  const after = (...events: [id: string, type: string, data: object][]): boolean =>
    withheldPassages(
      events.map(([id, type, data]) => ({ id, type, data, stream: 'guarantor-1', concealed: false }) as OpenedEvent),
      schema,
    ).has(target, '/text', renamed);

  it('names a field as it was called then, or as it is called now', () => {
    expect(after(['1', hides.type, { about: SAID, fields: ['/text'] }])).toBe(true);
    expect(after(['1', hides.type, { about: SAID, fields: ['/body'] }])).toBe(true);
    expect(after(['1', hides.type, { about: SAID, fields: ['/title'] }])).toBe(false);
    expect(after(['1', hides.type, { about: 'another', fields: ['/text'] }])).toBe(false);
  });

  it('shows again what the event named withheld, and nothing that another one withholds', () => {
    const [first, second] = (['1', '2'] as const).map((id): [string, string, object] => [
      id,
      hides.type,
      { about: SAID, fields: ['/text'] },
    ]) as [[string, string, object], [string, string, object]];
    expect(after(first, ['3', shows.type, { ended: '1' }])).toBe(false);
    expect(after(first, second, ['3', shows.type, { ended: '1' }])).toBe(true);
    expect(after(first, second, ['3', shows.type, { ended: '1' }], ['4', shows.type, { ended: '2' }])).toBe(false);
    expect(after(first, ['3', shows.type, { ended: '1' }], ['4', hides.type, second[2]])).toBe(true);
  });
});
