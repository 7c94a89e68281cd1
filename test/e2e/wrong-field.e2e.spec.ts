/** Fields that are wrong, one by one, as somebody or something really sends them. */
import { QuietRegister, UNKNOWN } from './quiet-register';

const quiet = QuietRegister.forThisSuite();

describe('a field that is wrong', () => {
  const cases: [string, () => object | string, string][] = [
    ['an unknown kind', () => quiet.deposit({ kind: 'idee' }), '/kind'],
    ['an unknown channel', () => quiet.deposit({ channel: 'pigeon' }), '/channel'],
    ['a code in another case', () => quiet.deposit({ kind: 'Proposal' }), '/kind'],
    ['an inherited name as a code', () => quiet.deposit({ kind: 'toString' }), '/kind'],
    ['what is secret', () => quiet.deposit({ sensitivity: 'secret' }), '/sensitivity'],
    ['an unknown field', () => quiet.deposit({ statut: 'retenue' }), '/'],
    ['a missing consultation', () => ({ ...quiet.deposit(), consultation: undefined }), '/consultation'],
    ['the id of another kind of object', () => quiet.deposit({ consultation: quiet.town.authority }), '/consultation'],
    [
      'an id in upper case',
      () => quiet.deposit({ consultation: quiet.town.consultation.toUpperCase() }),
      '/consultation',
    ],
    ['a UUID alone', () => quiet.deposit({ consultation: UNKNOWN }), '/consultation'],
    ['SQL for an id', () => quiet.deposit({ consultation: "consultation-' or 1=1 --" }), '/consultation'],
    ['no language tag', () => quiet.deposit({ text: { francais: 'Bonjour.' } }), '/text/francais'],
    ['a text without language', () => quiet.deposit({ text: 'Bonjour.' }), '/text'],
    ['a text in no language', () => quiet.deposit({ text: {} }), '/text'],
    ['a blank text', () => quiet.deposit({ text: { fr: ' \t\n\u00a0 ' } }), '/text/fr'],
    ['a text with NUL', () => quiet.deposit({ text: { fr: 'avant\u0000après' } }), '/text/fr'],
    ['a line with NUL', () => quiet.deposit({ place: 'ici\u0000là' }), '/place'],
    ['a lone surrogate', () => JSON.stringify(quiet.deposit()).replace('Il fait', '\\udc00Il fait'), '/text/fr'],
    ['a text of 100,001 characters', () => quiet.deposit({ text: { fr: 'a'.repeat(100_001) } }), '/text/fr'],
    ['a line of 2,001 characters', () => quiet.deposit({ signature: 'a'.repeat(2_001) }), '/signature'],
    ['a theme named twice', () => quiet.deposit({ themes: ['nature', 'voirie', 'nature'] }), '/themes'],
    ['10,000 themes', () => quiet.deposit({ themes: Array(10_000).fill('nature') }), '/themes'],
    [
      '5,000 files',
      () => quiet.deposit({ attachments: Array(5_000).fill({ bytes: 1, mediaType: 'a/b', sha256: 'a'.repeat(64) }) }),
      '/attachments',
    ],
    [
      'a file larger than a file may be',
      () => quiet.deposit({ attachments: [{ bytes: 20_000_001, mediaType: 'a/b', sha256: 'a'.repeat(64) }] }),
      '/attachments/0/bytes',
    ],
    ['a huge number', () => quiet.deposit({ sheet: 1e300 }), '/sheet'],
    ['a float', () => quiet.deposit({ sheet: 1.5 }), '/sheet'],
    ['a number as a text', () => quiet.deposit({ sheet: '12' }), '/sheet'],
    ['a date that does not exist', () => quiet.deposit({ occurredOn: '2026-02-30' }), '/occurredOn'],
    ['a French date', () => quiet.deposit({ occurredOn: '30/01/2026' }), '/occurredOn'],
    ['an instant for a date', () => quiet.deposit({ occurredOn: '2026-01-30T10:00:00Z' }), '/occurredOn'],
    ['an interval that ends before it begins', () => quiet.deposit({ receivedOn: '2026-03/2026-01' }), '/receivedOn'],
    ['a date to come', () => quiet.deposit({ occurredOn: '2999-01-01' }), '/occurredOn'],
    ['an e-mail that is none', () => quiet.deposit({ contact: { email: 'pas une adresse' } }), '/contact/email'],
    ['no way to reach a person', () => quiet.deposit({ contact: {} }), '/contact'],
    ['an unknown theme', () => quiet.deposit({ themes: ['licornes'] }), '/themes'],
    ['neither title nor text', () => ({ ...quiet.deposit(), title: undefined, text: undefined }), '/text'],
    ['a channel the mandate does not offer', () => quiet.deposit({ channel: 'phone' }), '/channel'],
    [
      'a public field report',
      () => quiet.deposit({ channel: 'fieldReport', authorKind: 'agent', sensitivity: 'public' }),
      '/sensitivity',
    ],
    [
      'eleven files',
      () => quiet.deposit({ attachments: Array(11).fill({ bytes: 1, mediaType: 'a/b', sha256: 'a'.repeat(64) }) }),
      '/attachments',
    ],
  ];
  it.each(cases)('%s is named with its place', async (_, body, pointer) => {
    await quiet.refuses({ path: 'contributions', body: body() }, { status: 422 });
    const problem = (await quiet.api.post('contributions', body())).body as { errors: { pointer: string }[] };
    expect(problem.errors.map((error) => error.pointer)).toContain(pointer);
  });

  it('what only an import may say', () =>
    quiet.refuses(
      { path: 'contributions', body: quiet.deposit({ takenOver: { source: 'paris' } }) },
      { status: 403, rule: 'takenOver.onlyByImport' },
    ));

  it('a name where the code of a function or a service stands in clear is refused', async () => {
    const answer = { outcome: 'considered', decidedBy: 'adjointe', justification: { fr: 'Lu.' } };
    const path = `contributions/${quiet.contribution.id}/outcomes`;
    const rule = 'authority.unknownBodyOrFunction';
    await quiet.refuses({ path, body: { ...answer, release: { preparedBy: 'jeanne-dupont' } } }, { status: 422, rule });
    await quiet.refuses({ path, body: { ...answer, release: { visaBy: ['jeanne-dupont'] } } }, { status: 422, rule });
  });

  it('a source’s own word is refused where nothing was taken over', async () => {
    const path = `commitments/${quiet.commitment}/stages`;
    await quiet.refuses(
      { path, body: { stage: 'delivery', word: 'Jeanne Dupont' } },
      { status: 422, rule: 'event.invalid' },
    );
  });
});

describe('money, in whole cents', () => {
  const made = (budgetVoted: unknown): object => ({
    authority: quiet.town.authority,
    decision: quiet.decision,
    owner: 'voirie',
    title: { fr: 'Un engagement' },
    budgetVoted,
  });
  it.each([
    ['a float', 12.5],
    ['a text', '1200'],
    ['a negative amount', -1],
    ['more than is possible', 1e15],
    ['an amount with its currency', '1200 €'],
    ['null', null],
  ])('%s is refused', (_, budget) =>
    quiet.refuses({ path: 'commitments', body: made(budget) }, { status: 422, rule: 'body.invalid' }),
  );
});
