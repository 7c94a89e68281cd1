import { contributionAdmitted, contributionRecorded } from '@fil/facts/events/contribution.events';
import { contributionNotPublished, disclosureAuthorised } from '@fil/facts/events/moderation.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { WITHHELD } from '@fil/log/vault/vault';
import { historyOf } from '../reading/specification/kept-history';
import { asKnown } from './as-known';

const STREAM = 'contribution-0b6c1b2e-6f0e-4d2b-9f43-000000000001';
const consultation = 'consultation-0b6c1b2e-6f0e-4d2b-9f43-000000000001';
const title = { fr: 'Un lampadaire éteint' };
const recorded = (sensitivity: 'public' | 'restricted'): NewEvent =>
  event(contributionRecorded, {
    data: {
      consultation,
      sensitivity,
      kind: 'observation',
      channel: 'fieldReport',
      language: 'fr',
      themes: [],
      authorKind: 'agent',
      attachmentCount: 0,
    },
    words: { title },
  });
const disclosed = event(disclosureAuthorised, { data: { decidedBy: 'maire' }, words: {} });
const closed = event(contributionNotPublished, {
  data: { ground: 'privacy', decidedBy: 'maire', authorTold: 'letter', appealBy: '2026-05-03' },
  words: {},
});
const admitted = event(contributionAdmitted, { data: {}, words: {} });

/** What the first event was known to say when so many of these had been recorded; the vault withholds what is closed now. */
const known = (size: number, ...events: NewEvent[]) => {
  const { events: then, since } = asKnown(STREAM, historyOf(STREAM, events), size);
  return { data: then[0]!.data, words: then[0]!.words, disclosed: since!.disclosed };
};
const sealed = { consultation, sensitivity: 'restricted' };

describe('facts of a restricted contribution, as known on a day', () => {
  it('are two before it was disclosed, although it is public now', () => {
    expect(known(1, recorded('restricted'), disclosed)).toEqual({
      data: sealed,
      words: { title: WITHHELD },
      disclosed: true,
    });
  });

  it('are two before it was disclosed, also when it was closed since: they became public later', () => {
    expect(known(1, recorded('restricted'), disclosed, closed)).toMatchObject({ data: sealed, disclosed: true });
  });

  it('stay when it was disclosed by then and closed before: a fact once public stays public', () => {
    const { data, words, disclosed: later } = known(3, recorded('restricted'), disclosed, closed, admitted);
    expect(data).toMatchObject({ kind: 'observation' });
    // Its words were not public then, and what was disclosed since does not count.
    expect([words, later]).toEqual([{ title: WITHHELD }, true]);
  });

  it('are all there of one that was never restricted', () => {
    expect(known(1, recorded('public'), admitted)).toMatchObject({
      data: { kind: 'observation' },
      words: { title: WITHHELD },
      disclosed: true,
    });
    expect(known(2, recorded('public'), admitted)).toMatchObject({ words: { title }, disclosed: false });
  });
});
