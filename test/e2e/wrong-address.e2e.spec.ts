/** What does not exist, and what is no longer as the caller believes. */
import type { ExpectedProblem } from './problem';
import { type Asked, QuietRegister, UNKNOWN } from './quiet-register';
import { TOWN_SIRET } from './town-siret';

const quiet = QuietRegister.forThisSuite();

describe('what does not exist', () => {
  const cases: [string, () => Asked, ExpectedProblem][] = [
    [
      'an unknown contribution',
      () => ({ path: `contributions/contribution-${UNKNOWN}/admissions`, body: {} }),
      { status: 404 },
    ],
    [
      'an unknown consultation',
      () => ({ path: `consultations/consultation-${UNKNOWN}/deposit-openings`, body: {} }),
      { status: 404 },
    ],
    [
      'an unknown synthesis',
      () => ({ path: `syntheses/synthesis-${UNKNOWN}/publications`, body: {} }),
      { status: 404 },
    ],
    ['an unknown commitment', () => ({ path: `commitments/commitment-${UNKNOWN}/starts`, body: {} }), { status: 404 }],
    [
      'an unknown authority',
      () => ({ path: `authorities/authority-${UNKNOWN}/themes`, body: { theme: 'x', name: { fr: 'x' } } }),
      { status: 404 },
    ],
    [
      'an unknown target of an erasure',
      () => ({
        path: 'erasures',
        body: { target: `contribution-${UNKNOWN}`, wholeSubject: true, ground: 'subjectRequest', office: 'voirie' },
      }),
      { status: 404 },
    ],
    [
      'an unknown body in an address',
      () => ({ path: `authorities/${quiet.town.authority}/bodies/personne/endings`, body: {} }),
      { status: 404 },
    ],
    [
      'an unknown theme in an address',
      () => ({ path: `authorities/${quiet.town.authority}/themes/__proto__/renamings`, body: { name: { fr: 'x' } } }),
      { status: 404 },
    ],
    [
      'NUL in an address',
      () => ({ path: `authorities/${quiet.town.authority}/themes/a%00b/renamings`, body: { name: { fr: 'x' } } }),
      { status: 400, rule: 'address.malformed' },
    ],
    [
      'a very long code in an address',
      () => ({
        path: `authorities/${quiet.town.authority}/themes/${'x'.repeat(5000)}/renamings`,
        body: { name: { fr: 'x' } },
      }),
      { status: 414 },
    ],
    [
      'the id of another kind of object',
      () => ({ path: `contributions/${quiet.town.consultation}/admissions`, body: {} }),
      { status: 404 },
    ],
    ['an id that is none', () => ({ path: 'contributions/1/admissions', body: {} }), { status: 404 }],
    [
      'NUL in an id',
      () => ({ path: `contributions/${quiet.contribution.id}%00/admissions`, body: {} }),
      { status: 400 },
    ],
    [
      'an address above',
      () => ({ path: '/api/v1/contributions/..%2f..%2fetc%2fpasswd/admissions', body: {} }),
      { status: 404 },
    ],
    [
      'an unknown operation',
      () => ({ path: `contributions/${quiet.contribution.id}/deletions`, body: {} }),
      { status: 404 },
    ],
    ['an unknown room', () => ({ path: 'promesses', body: {} }), { status: 404 }],
  ];
  it.each(cases)('%s', (_, asked, expected) => quiet.refuses(asked(), expected));

  it('an address that is not well-formed', async () => {
    const response = await fetch(`${quiet.running.url}/api/v1/contributions/%E0%A4%A/admissions`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  const methods = (['get', 'put', 'patch', 'delete'] as const).flatMap((method) =>
    ['decisions/x/steps', 'commitments/x/starts', 'erasures/refusals'].map((path) => [method, path] as const),
  );
  it.each(methods)('%s %s', async (method, path) => {
    const response = await quiet.api.send(method, path, method === 'get' ? undefined : {}, {});
    expect([404, 405]).toContain(response.status);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});

describe('what the object has become', () => {
  it('a stage it does not have', () =>
    quiet.refuses(
      {
        path: `commitments/${quiet.commitment}/stage-losses`,
        body: { from: 'delivery', to: 'studies', reason: { fr: 'x' } },
      },
      { status: 409, rule: 'commitment.otherStage' },
    ));
  it('a due date it does not have', () =>
    quiet.refuses(
      {
        path: `commitments/${quiet.commitment}/reschedulings`,
        body: { from: '2026-01', to: '2027-12', reason: { fr: 'x' } },
      },
      { status: 409, rule: 'commitment.otherDueDate' },
    ));
  it('an object that is there already', () =>
    quiet.refuses({ path: 'authorities', body: { siret: TOWN_SIRET, name: { fr: 'Deux fois' } } }, { status: 409 }));
  it('a code that has been used', () =>
    quiet.refuses(
      { path: `authorities/${quiet.town.authority}/themes`, body: { theme: 'nature', name: { fr: 'Encore' } } },
      { status: 409, rule: 'authority.codeUsed' },
    ));
  it('an admission given twice', () =>
    quiet.refuses({ path: `contributions/${quiet.contribution.id}/admissions`, body: {} }, { status: 409 }));
  it('an abandonment by nobody', () =>
    quiet.refuses(
      { path: `commitments/${quiet.commitment}/abandonments`, body: { reasons: ['budget'], reason: { fr: 'x' } } },
      { status: 422, rule: 'commitment.deciderMissing' },
    ));
});
