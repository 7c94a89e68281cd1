import { contributionAdmitted, contributionRecorded } from '@fil/facts/events/contribution.events';
import { contributionRedacted, disclosureAuthorised } from '@fil/facts/events/moderation.events';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { MemoryEventStore } from '../event-store/memory/memory-event-store';
import { toRecordedEvent } from '../event-store/recorded-event';
import { uuidV7 } from '../event-store/ids';
import { parseEntry } from '../transparency/entry';
import { fits } from '../transparency/receipt';
import { sealEvents } from './sealer';
import { newSubjectKey, Vault, type Reader } from './vault';

const CONSULTATION = 'consultation-018f6b1e-7c00-7000-8000-000000000001';
const STREAM = 'contribution-018f6b1e-7c00-7000-8000-000000000002';

const recorded = event(contributionRecorded, {
  data: {
    consultation: CONSULTATION,
    sensitivity: 'public',
    kind: 'proposal',
    channel: 'counter',
    language: 'fr',
    themes: [],
    authorKind: 'person',
    attachmentCount: 2,
  },
  words: {
    title: { fr: 'Un banc' },
    text: { fr: 'Devant la poste.' },
    author: 'Une habitante',
    contact: { email: 'habitante@example.org' },
    attachments: [
      { bytes: 1, mediaType: 'image/png', sha256: 'ab'.repeat(32) },
      { bytes: 2, mediaType: 'image/png', sha256: 'cd'.repeat(32) },
    ],
    authorKey: 'ef'.repeat(32),
  },
});
const redacted = (of: string): NewEvent =>
  event(contributionRedacted, {
    data: {
      event: of,
      paths: ['/text', '/attachments/1'],
      ground: 'judgementOnPerson',
      decidedBy: 'direction',
      authorTold: 'letter',
    },
    words: { shownInstead: [{ fr: '[…]' }, { fr: '[…]' }] },
  });

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
    await this.store.append({ stream: STREAM, expected: this.rev++, entries, mint });
    return id;
  }

  /** What is disclosed of the first event, every value checked against its commitment. */
  async disclosed(reader: Reader) {
    const [stored] = await this.store.readStream(STREAM);
    const [disclosed] = await this.vault.disclose([toRecordedEvent(stored!)], reader);
    const { fields, withheld, erased } = disclosed!;
    const entry = parseEntry(stored!.bytes);
    expect(fields.filter((field) => !fits(entry, field))).toEqual([]);
    const open = fields.map(({ path }) => path);
    expect([...open, ...withheld, ...erased].sort()).toEqual(Object.keys(entry.sealed).sort());
    return { open, withheld, erased };
  }
}

let register: Register;
beforeEach(() => {
  register = new Register();
});

describe('the sealed values of an event, with their salts', () => {
  it('are disclosed to each reader by the rules by which words are opened', async () => {
    await register.write(recorded);
    expect((await register.disclosed('public')).open).toEqual([]);
    await register.write(event(contributionAdmitted, { data: {}, words: {} }));
    const toAnybody = await register.disclosed('public');
    expect(toAnybody.open).toEqual(
      expect.arrayContaining(['/title', '/text', '/place', '/attachments/0', '/attachments/1']),
    );
    expect([...toAnybody.withheld].sort()).toEqual(['/actor/account', '/author', '/authorKey', '/contact']);
    expect([...(await register.disclosed('office')).withheld].sort()).toEqual(['/authorKey', '/contact']);
    expect((await register.disclosed('person')).withheld).toEqual([]);
  });

  it('are withheld while a passage is, item by item, and erased for good', async () => {
    const id = await register.write(recorded);
    await register.write(event(contributionAdmitted, { data: {}, words: {} }));
    await register.write(redacted(id));
    const { open, withheld } = await register.disclosed('public');
    expect(withheld).toEqual(expect.arrayContaining(['/text', '/attachments/1']));
    expect(open).toEqual(expect.arrayContaining(['/title', '/attachments/0']));

    await register.store.vault.eraseOpenings([{ event: id, path: '/title' }]);
    expect((await register.disclosed('public')).erased).toEqual(['/title']);
    await register.store.vault.eraseKey('person');
    // That a field was left empty tells nothing of her: it is still there to be shown.
    expect((await register.disclosed('person')).open).toEqual(
      expect.arrayContaining(['/place', '/signature', '/sourceAddress', '/actor/account']),
    );
    expect((await register.disclosed('person')).erased).toEqual(
      expect.arrayContaining(['/title', '/text', '/contact', '/author', '/authorKey', '/attachments/0']),
    );
  });

  it('of an object that is not public, hold its facts, and never which unit wrote them', async () => {
    await register.write(recorded, true);
    expect((await register.disclosed('public')).open).toEqual([]);
    expect((await register.disclosed('person')).open).toEqual(
      expect.arrayContaining(['/data', '/title', '/actor/body']),
    );
    const disclosure = { data: { decidedBy: 'direction' }, words: {} };
    await register.write(event(disclosureAuthorised, disclosure as never));
    const { open, withheld } = await register.disclosed('public');
    expect(open).toEqual(expect.arrayContaining(['/data', '/title']));
    expect(withheld).toContain('/actor/body');
  });
});
