import { encodeQR } from 'qr';
import { qrTextOf } from '@fil/log/receipts/entry-receipt';
import { parseQrPayload } from '@fil/log/transparency/qr-payload';
import { htmlOf, wordsOf } from '../specification/as-html';
import {
  AUTHOR_KEY,
  confirmed,
  ofAnother,
  opened,
  promised,
  proved,
  receiptPage,
  WITNESSES,
} from '../specification/receipt-fixture';
import { frameAt, site } from '../specification/site-fixture';
import { thread } from '../specification/thread-fixture';

const own = { disclosed: opened(), authorKey: AUTHOR_KEY };

describe('the front of a receipt', () => {
  it('says the number, her words, who answers, by when, where, and how to follow', () => {
    const words = wordsOf(receiptPage());
    for (const said of [
      'Récépissé de dépôt Votre numéro 758259-K',
      'Enregistrée le 3 mars 2026 à 10 h 42. Canal : Atelier.',
      'Cette contribution est l’inscription n° 758 259 du registre, enregistrée le 3 mars 2026 à 10 h 42.',
      'Nos enfants vont au collège à vélo',
      'Commune de Valombre : réponse promise dans un délai de 3 mois après la clôture. Échéance : 15 avril 2026.',
      '1 place de la Mairie, 44990 Valombre',
      '02 40 00 00 00',
      'cherchez le numéro 758259-K sur participation.valombre.invalid',
    ]) {
      expect(words).toContain(said);
    }
  });

  it('says so when nobody promised', () => {
    const about = {
      thread: thread({ consultation: { ...thread().consultation, promised: false, dueOn: null } }),
      consultation: null,
      authorities: [],
    };
    expect(wordsOf(receiptPage({ about }))).toContain('Aucune autorité ne s’est engagée à répondre.');
  });

  it('shows no words that are not public, and all that is hers to its author alone', () => {
    const withheld = thread({ title: { withheld: true }, text: { withheld: true } });
    const about = { thread: withheld, consultation: null, authorities: [] };
    const toAnybody = wordsOf(receiptPage({ about }));
    expect(toAnybody).toContain('Les mots de cette contribution ne sont pas publics.');
    expect(toAnybody).not.toContain('Clé de l’auteur :');
    const toHer = wordsOf(receiptPage({ about, own }));
    for (const said of ['Ma fille va au collège à vélo', 'habitante@example.org, 06 00 00 00 00', AUTHOR_KEY]) {
      expect(toHer).toContain(said);
    }
  });

  it('says that her words were erased', () => {
    const disclosed = { ...opened(), fields: [], erased: ['/title', '/text'] };
    expect(wordsOf(receiptPage({ own: { disclosed, authorKey: AUTHOR_KEY } }))).toContain(
      'Ces mots ont été effacés. L’inscription reste au registre, et la preuve au verso reste valable.',
    );
  });

  it('never has the author’s key in an address', () => {
    const addresses = htmlOf(receiptPage({ own })).match(/(?:href|action)="[^"]*"/g)!;
    expect(addresses.filter((address) => address.replaceAll('-', '').includes(AUTHOR_KEY.replaceAll('-', '')))).toEqual(
      [],
    );
  });
});

describe('the back of a receipt', () => {
  it.each([
    ['promised', promised(), 'le 4 mars 2026 à 10 h 42. Promesse signée', 'waiting'],
    ['recorded', proved([]), 'ne l’ont pas encore confirmé. Scellée par le registre', 'waiting'],
    [
      'recorded, without any witness',
      proved([], 0),
      'seul le registre répond de ce sceau. Scellée par le registre',
      'waiting',
    ],
    ['recorded, with a witness too few', proved(WITNESSES.slice(0, 1)), 'Scellée par le registre (1 sur 3)', 'waiting'],
    ['confirmed', confirmed(), 'Confirmée par les témoins (2 sur 3)', 'kept'],
    [
      'time-stamped',
      { ...confirmed(), stampedAt: new Date('2026-03-04T01:00:00Z') },
      'l’a daté le 4 mars 2026 à 02 h 00. Confirmée et horodatée (2 sur 3)',
      'kept',
    ],
  ])('says how far others vouch for it, green at the quorum only: %s', (_, receipt, said, tone) => {
    const page = receiptPage({ receipt });
    expect(wordsOf(page)).toContain(said);
    expect(htmlOf(page)).toContain(`badge badge--${tone}`);
  });

  it('has what one checks by eye, and says what to do when it fails', () => {
    const words = wordsOf(receiptPage());
    expect(words).toMatch(/Repère, à taper dans la recherche 758259-[0-9A-Z]{4}-[0-9A-Z]{4}[0-9A-Z*~$=]/);
    expect(words).toMatch(/Empreinte, à comparer lettre à lettre ([0-9A-Z]{4}-){12}[0-9A-Z]{4} /);
    expect(words).toContain('Registre participation.valombre.invalid');
    expect(words).toContain(WITNESSES.join(', '));
    expect(words).toContain('non construit dans cette version de développement');
    expect(words).toContain('elle peut être la preuve d’une faute');
  });

  it.each([
    ['at the counter', proved([]), [], 23],
    ['with a witness too few', proved(WITNESSES.slice(0, 1)), [], 23],
    ['once its witnesses are a quorum', proved(WITNESSES), WITNESSES, 28],
    ['and no more of them than there is room for', proved([...WITNESSES, 'z.invalid/temoin']), WITNESSES, 28],
  ])('carries the whole proof in its code, no larger than a sheet bears: %s', (_, receipt, witnesses, version) => {
    const text = qrTextOf(receipt)!;
    const { proof, entry, leaf } = receipt;
    const payload = parseQrPayload(text);
    expect(payload).toMatchObject({ index: entry.index, leaf, path: proof!.path });
    expect(payload.signatures.map(({ name }) => name)).toEqual([receipt.promise.origin, ...witnesses]);
    const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 }).length - 8;
    expect((modules - 17) / 4).toBeLessThanOrEqual(version);
    expect(htmlOf(receiptPage({ receipt }))).toContain(`viewBox="0 0 ${modules + 8} ${modules + 8}"`);
  });

  it('carries the promise as long as there is no proof, and offers no file', () => {
    const html = htmlOf(receiptPage({ receipt: promised() }));
    expect(qrTextOf(promised())).toBeNull();
    expect(html).toContain(promised().promise.note.split('\n')[2]);
    expect(html).not.toContain('.tlog-proof');
  });
});

it('is a receipt of entry for anything but a deposit', () => {
  const ofAnAnswer = wordsOf(receiptPage({ receipt: ofAnother('contribution.outcomeGiven/1') }));
  expect(ofAnAnswer).toContain('Récépissé d’inscription Votre numéro 758259-K Suite donnée');
  expect(ofAnAnswer).not.toContain('Les mots déposés');
  const ofACommitment = wordsOf(receiptPage({ receipt: ofAnother('commitment.rescheduled/1'), about: null }));
  expect(ofACommitment).toContain('Récépissé d’inscription Inscription 758 259 Date prévue modifiée');
  expect(ofACommitment).toContain('C’est l’inscription n° 758 259 du registre');
});

it('prints what the offline verifier must hash to', () => {
  const verifier = [{ name: 'verify.html', sha256: 'ab'.repeat(32), path: '/nowhere/verify.html' }];
  const frame = frameAt('/recepisse/1', { settings: { ...site, verifier } });
  expect(wordsOf(receiptPage({ frame }))).toContain(`verify.html ${'ab'.repeat(32)}`);
});

it('is complete in English', () => {
  const words = wordsOf(receiptPage({}, '/recepisse/1?lang=en'));
  expect(words).toContain('Receipt of deposit Your number 758259-K');
  expect(words).toContain('Confirmed by the witnesses (2 of 3)');
});
