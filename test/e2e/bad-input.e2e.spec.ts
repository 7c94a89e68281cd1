/** Bad input by name: what somebody, or something, really sends. Each is a clear 4xx and writes nothing. */
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { OUTCOME_TABLE, type Outcome } from '@fil/facts/codes/outcome';
import { Api, type Headers } from './api';
import { faultsOfProblem, type ExpectedProblem } from './problem';
import { startApp, type RunningApp } from './running-app';
import { TOWN_SIRET } from './town-siret';
import { depositIn, foundTown, mandateOf, type Town } from './town';

let running: RunningApp;
let api: Api;
let town: Town;
let contribution: { id: string; authorKey: string; event: string };
let decision: string;
let commitment: string;
let size: number;

beforeAll(async () => {
  running = await startApp();
  api = new Api(running, { token: (await running.token({ body: 'voirie' })).token });
  town = await foundTown(api);
  await api.record(`authorities/${town.authority}/themes`, { theme: LONG_THEME, name: { fr: 'Un thème' } });
  const { body } = await api.record('contributions', depositIn(town.consultation));
  contribution = { id: body.stream, authorKey: body.authorKey, event: body.events[0].id };
  await api.record(`contributions/${contribution.id}/admissions`, {});
  decision = await api.create('decisions', { authority: town.authority, kind: 'other', body: 'conseil', title: { fr: 'Une décision' } });
  commitment = await api.create('commitments', { authority: town.authority, decision, owner: 'voirie', dueOn: '2027-03', title: { fr: 'Un engagement' } });
  await api.record(`commitments/${commitment}/stages`, { stage: 'works' });
});
// Whatever was asked, nothing was written.
beforeEach(async () => {
  size = await running.logSize();
});
afterEach(async () => expect(await running.logSize()).toBe(size));
afterAll(() => running.close());

const LONG_THEME = 'x'.repeat(60);

interface Asked {
  readonly path: string;
  readonly body?: object | string;
  readonly method?: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly headers?: Headers;
}

/** Asked in both languages. */
async function refused({ path, body, method = 'post', headers = {} }: Asked, expected: ExpectedProblem): Promise<void> {
  for (const language of ['fr', 'en'] as const) {
    const response = await api.send(method, path, body, { token: (await credentials()).token, ...headers, language });
    expect(faultsOfProblem(response, language, expected)).toEqual([]);
  }
}

let known: { token: string } | undefined;
const credentials = async (): Promise<{ token: string }> => (known ??= await running.token({ body: 'voirie' }));

const deposit = (more: object = {}): Record<string, unknown> => depositIn(town.consultation, more);
const UNKNOWN = '01890000-0000-7000-8000-000000000000';
const twice = (name: string, json: string): string => JSON.stringify(deposit()).replace(/^\{/, `{"${name}":${json},`);

describe('a body that cannot be read', () => {
  const cases: [string, () => string, ExpectedProblem][] = [
    ['malformed JSON', () => '{"consultation": ', { status: 400 }],
    ['JSON with something after it', () => '{} {}', { status: 400 }],
    ['a trailing comma', () => '{"a":1,}', { status: 400 }],
    ['single quotes', () => "{'a':1}", { status: 400 }],
    ['NaN', () => '{"a":NaN}', { status: 400 }],
    ['a raw NUL byte', () => '{"a":"\u0000"}', { status: 400 }],
    ['nothing at all', () => '', { status: 400 }],
    ['only a byte order mark', () => '\ufeff', { status: 400 }],
    ['HTML', () => '<html></html>', { status: 400 }],
    ['null', () => 'null', { status: 422, rule: 'body.invalid' }],
    ['a list', () => '[]', { status: 422, rule: 'body.invalid' }],
    ['a text', () => '"texte"', { status: 422, rule: 'body.invalid' }],
    ['a number', () => '1e400', { status: 422, rule: 'body.invalid' }],
    ['lists in lists, 400,000 deep', () => '['.repeat(400_000) + ']'.repeat(400_000), { status: 422 }],
    ['objects in objects, 100,000 deep', () => '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000), { status: 422 }],
    ['lists in lists, never closed', () => '['.repeat(900_000), { status: 400 }],
    ['a key __proto__', () => twice('__proto__', '{"sensitivity":"public"}'), { status: 400 }],
    ['an escaped key __proto__', () => twice('\\u005f_proto__', '{"a":1}'), { status: 400 }],
    ['a constructor that would poison', () => twice('constructor', '{"prototype":{"a":1}}'), { status: 400 }],
    ['50,000 unknown fields', () => JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`f${n}`, n]))), { status: 422 }],
    ['10 MB of text', () => JSON.stringify(deposit({ text: { fr: 'mot '.repeat(2_600_000) } })), { status: 413, rule: 'body.tooLarge' }],
    ['10 MB of spaces', () => ' '.repeat(10_000_000), { status: 413, rule: 'body.tooLarge' }],
    ['a little more than is accepted', () => JSON.stringify(deposit()).padEnd(1_000_001), { status: 413, rule: 'body.tooLarge' }],
  ];
  it.each(cases)('%s', (_, body, expected) => refused({ path: 'contributions', body: body() }, expected));

  const types: [string, string, string | object, number][] = [
    ['a form', 'application/x-www-form-urlencoded', 'a=1', 415],
    ['a multipart form', 'multipart/form-data; boundary=x', '--x--', 415],
    ['XML', 'application/xml', '<a/>', 415],
    ['plain text', 'text/plain', '{}', 415],
    ['YAML', 'application/yaml', 'a: 1', 415],
    ['a content type that is none', 'n’importe quoi', '{}', 415],
  ];
  it.each(types)('sent as %s', (_, type, body, status) =>
    refused({ path: 'contributions', body, headers: { more: { 'content-type': encodeURI(type).replaceAll('%20', ' ') } } }, { status }),
  );

  it('compressed, which is not offered', async () => {
    const response = await fetch(`${running.url}/api/v1/contributions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${(await credentials()).token}`, 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(JSON.stringify(deposit())),
    });
    expect([400, 415]).toContain(response.status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('bytes that are not UTF-8', async () => {
    const body = Buffer.from(JSON.stringify(deposit({ text: { fr: 'été' } })), 'latin1');
    const response = await fetch(`${running.url}/api/v1/contributions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${(await credentials()).token}`, 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(400);
  });
});

describe('a field that is wrong', () => {
  const cases: [string, () => object | string, string][] = [
    ['an unknown kind', () => deposit({ kind: 'idee' }), '/kind'],
    ['an unknown channel', () => deposit({ channel: 'pigeon' }), '/channel'],
    ['a code in another case', () => deposit({ kind: 'Proposal' }), '/kind'],
    ['an inherited name as a code', () => deposit({ kind: 'toString' }), '/kind'],
    ['what is secret', () => deposit({ sensitivity: 'secret' }), '/sensitivity'],
    ['an unknown field', () => deposit({ statut: 'retenue' }), '/'],
    ['a missing consultation', () => ({ ...deposit(), consultation: undefined }), '/consultation'],
    ['the id of another kind of object', () => deposit({ consultation: town.authority }), '/consultation'],
    ['an id in upper case', () => deposit({ consultation: town.consultation.toUpperCase() }), '/consultation'],
    ['a UUID alone', () => deposit({ consultation: UNKNOWN }), '/consultation'],
    ['SQL for an id', () => deposit({ consultation: "consultation-' or 1=1 --" }), '/consultation'],
    ['no language tag', () => deposit({ text: { francais: 'Bonjour.' } }), '/text/francais'],
    ['a text without language', () => deposit({ text: 'Bonjour.' }), '/text'],
    ['a text in no language', () => deposit({ text: {} }), '/text'],
    ['a blank text', () => deposit({ text: { fr: ' \t\n\u00a0 ' } }), '/text/fr'],
    ['a text with NUL', () => deposit({ text: { fr: 'avant\u0000après' } }), '/text/fr'],
    ['a line with NUL', () => deposit({ place: 'ici\u0000là' }), '/place'],
    ['a lone surrogate', () => JSON.stringify(deposit()).replace('Il fait', '\\udc00Il fait'), '/text/fr'],
    ['a text of 100,001 characters', () => deposit({ text: { fr: 'a'.repeat(100_001) } }), '/text/fr'],
    ['a line of 2,001 characters', () => deposit({ signature: 'a'.repeat(2_001) }), '/signature'],
    ['10,000 themes', () => deposit({ themes: Array(10_000).fill('nature') }), '/themes'],
    ['5,000 files', () => deposit({ attachments: Array(5_000).fill({ bytes: 1, mediaType: 'a/b', sha256: 'a'.repeat(64) }) }), '/attachments'],
    ['a file larger than a file may be', () => deposit({ attachments: [{ bytes: 20_000_001, mediaType: 'a/b', sha256: 'a'.repeat(64) }] }), '/attachments/0/bytes'],
    ['a huge number', () => deposit({ sheet: 1e300 }), '/sheet'],
    ['a float', () => deposit({ sheet: 1.5 }), '/sheet'],
    ['a number as a text', () => deposit({ sheet: '12' }), '/sheet'],
    ['a date that does not exist', () => deposit({ occurredOn: '2026-02-30' }), '/occurredOn'],
    ['a French date', () => deposit({ occurredOn: '30/01/2026' }), '/occurredOn'],
    ['an instant for a date', () => deposit({ occurredOn: '2026-01-30T10:00:00Z' }), '/occurredOn'],
    ['an interval that ends before it begins', () => deposit({ receivedOn: '2026-03/2026-01' }), '/receivedOn'],
    ['a date to come', () => deposit({ occurredOn: '2999-01-01' }), '/occurredOn'],
    ['an e-mail that is none', () => deposit({ contact: { email: 'pas une adresse' } }), '/contact/email'],
    ['no way to reach a person', () => deposit({ contact: {} }), '/contact'],
    ['an unknown theme', () => deposit({ themes: ['licornes'] }), '/themes'],
    ['neither title nor text', () => ({ ...deposit(), title: undefined, text: undefined }), '/text'],
    ['a channel the mandate does not offer', () => deposit({ channel: 'phone' }), '/channel'],
    ['a public field report', () => deposit({ channel: 'fieldReport', authorKind: 'agent', sensitivity: 'public' }), '/sensitivity'],
    ['eleven files', () => deposit({ attachments: Array(11).fill({ bytes: 1, mediaType: 'a/b', sha256: 'a'.repeat(64) }) }), '/attachments'],
  ];
  it.each(cases)('%s is named with its place', async (_, body, pointer) => {
    await refused({ path: 'contributions', body: body() }, { status: 422 });
    const { body: problem } = await api.post('contributions', body());
    expect(problem.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it('what only an import may say', () => refused({ path: 'contributions', body: deposit({ takenOver: { source: 'paris' } }) }, { status: 403, rule: 'takenOver.onlyByImport' }));

  it('500 ids, more than an entry holds, is told as such', async () => {
    const long = 'a'.repeat(50);
    const path = Array.from({ length: 50 }, (_, n) => ({ step: `etape-${n}-${long}`, body: 'conseil', role: 'decides', expectedOn: '2027-01-01/2027-12-31' }));
    const points = Array.from({ length: 100 }, (_, n) => ({ id: `point-${n}-${long}` }));
    const constraints = points.map((point) => ({ ...point, kind: 'technical' }));
    const addressees = [{ authority: town.authority }];
    const themes = Array(500).fill(LONG_THEME);
    const channels = Array(500).fill('fieldReport');
    const openPointTexts = points.map(() => ({ fr: 'Texte' }));
    const constraintTexts = points.map(() => ({ text: { fr: 'Texte' } }));
    const body = { ...mandateOf(town.authority), decisionPath: path, openPoints: points, constraints, addressees, themes, channels, openPointTexts, constraintTexts };
    await refused({ path: 'consultations', body }, { status: 422, rule: 'entry.tooLong' });
  });
});

describe('money, in whole cents', () => {
  const made = (budgetVoted: unknown): object => ({ authority: town.authority, decision, owner: 'voirie', title: { fr: 'Un engagement' }, budgetVoted });
  it.each([['a float', 12.5], ['a text', '1200'], ['a negative amount', -1], ['more than is possible', 1e15], ['an amount with its currency', '1200 €'], ['null', null]])('%s is refused', (_, budget) =>
    refused({ path: 'commitments', body: made(budget) }, { status: 422, rule: 'body.invalid' }),
  );
});

describe('what each outcome obliges to say', () => {
  /** Everything an outcome may be asked for. */
  const complete = (): Record<string, unknown> => ({
    reasons: ['budget'],
    justification: { fr: 'Parce que.' },
    decidedBy: 'adjointe',
    decision,
    department: 'voirie',
    body: 'conseil',
    answerOn: '2027-02',
    session: '2027-02-12',
    constraint: 'reseaux',
    partTaken: { fr: 'Les bancs' },
    proposersOpinion: { fr: 'Avis favorable' },
    reference: 'Programme 2027',
    evidence: ['Constat'],
  });
  const FIELDS: Record<string, readonly string[]> = {
    department: ['department'],
    answerOn: ['answerOn'],
    decisionOrCommitment: ['decision'],
    part: ['partTaken'],
    reason: ['reasons'],
    text: ['justification'],
    reference: ['reference'],
    evidence: ['evidence'],
    dateOrCondition: ['answerOn', 'condition'],
    body: ['body'],
    session: ['session'],
    proposersOpinion: ['proposersOpinion'],
    constraintOrOpenPoint: ['constraint', 'openPoint'],
    otherContribution: ['mergedInto'],
  };
  const cases = (Object.keys(OUTCOME_TABLE) as Outcome[]).flatMap((outcome) =>
    OUTCOME_TABLE[outcome].obliges.map((obligation) => [outcome, obligation] as const),
  );
  it.each(cases)('%s without its %s', async (outcome, obligation) => {
    const body = complete();
    for (const field of FIELDS[obligation]!) delete body[field];
    // A merged contribution names another one: the only obligation that `complete` cannot meet by itself.
    await refused({ path: `contributions/${contribution.id}/outcomes`, body: { ...body, outcome } }, { status: 422 });
    const { body: problem } = await api.post(`contributions/${contribution.id}/outcomes`, { ...body, outcome });
    if (outcome !== 'answered') expect(problem.type).toBe(`/problems/outcome.${obligation}Missing`);
  });

  it.each(['pending', 'withdrawn', 'inadmissible', 'transferred'])('%s is never given', (outcome) =>
    refused({ path: `contributions/${contribution.id}/outcomes`, body: { ...complete(), outcome } }, { status: 422, rule: 'body.invalid' }),
  );

  const unknown: [string, object][] = [
    ['an unknown reason', { reasons: ['parceQue'] }],
    ['a decision that does not exist', { decision: `decision-${UNKNOWN}` }],
    ['a commitment that does not exist', { commitments: [`commitment-${UNKNOWN}`] }],
    ['a function that does not exist', { decidedBy: 'roi' }],
    ['a constraint that is not in the mandate', { outcome: 'outOfScope', constraint: 'humeur' }],
    ['a point that was never marked', { point: 7 }],
    ['the contribution itself as its double', { outcome: 'merged', mergedInto: contribution?.id }],
  ];
  it.each(unknown)('%s', (_, more) =>
    refused({ path: `contributions/${contribution.id}/outcomes`, body: { ...complete(), outcome: 'accepted', ...more } }, { status: 422 }),
  );
});

describe('what does not exist', () => {
  const cases: [string, () => Asked, ExpectedProblem][] = [
    ['an unknown contribution', () => ({ path: `contributions/contribution-${UNKNOWN}/admissions`, body: {} }), { status: 404 }],
    ['an unknown consultation', () => ({ path: `consultations/consultation-${UNKNOWN}/deposit-openings`, body: {} }), { status: 404 }],
    ['an unknown synthesis', () => ({ path: `syntheses/synthesis-${UNKNOWN}/publications`, body: {} }), { status: 404 }],
    ['an unknown commitment', () => ({ path: `commitments/commitment-${UNKNOWN}/starts`, body: {} }), { status: 404 }],
    ['an unknown authority', () => ({ path: `authorities/authority-${UNKNOWN}/themes`, body: { theme: 'x', name: { fr: 'x' } } }), { status: 404 }],
    ['an unknown target of an erasure', () => ({ path: 'erasures', body: { target: `contribution-${UNKNOWN}`, wholeSubject: true, ground: 'subjectRequest', office: 'voirie' } }), { status: 404 }],
    ['an unknown body in an address', () => ({ path: `authorities/${town.authority}/bodies/personne/endings`, body: {} }), { status: 404 }],
    ['an unknown theme in an address', () => ({ path: `authorities/${town.authority}/themes/__proto__/renamings`, body: { name: { fr: 'x' } } }), { status: 404 }],
    ['NUL in an address', () => ({ path: `authorities/${town.authority}/themes/a%00b/renamings`, body: { name: { fr: 'x' } } }), { status: 400, rule: 'address.malformed' }],
    ['a very long code in an address', () => ({ path: `authorities/${town.authority}/themes/${'x'.repeat(5000)}/renamings`, body: { name: { fr: 'x' } } }), { status: 414 }],
    ['the id of another kind of object', () => ({ path: `contributions/${town.consultation}/admissions`, body: {} }), { status: 404 }],
    ['an id that is none', () => ({ path: 'contributions/1/admissions', body: {} }), { status: 404 }],
    ['NUL in an id', () => ({ path: `contributions/${contribution.id}%00/admissions`, body: {} }), { status: 400 }],
    ['an address above', () => ({ path: '/api/v1/contributions/..%2f..%2fetc%2fpasswd/admissions', body: {} }), { status: 404 }],
    ['an unknown operation', () => ({ path: `contributions/${contribution.id}/deletions`, body: {} }), { status: 404 }],
    ['an unknown room', () => ({ path: 'promesses', body: {} }), { status: 404 }],
  ];
  it.each(cases)('%s', (_, asked, expected) => refused(asked(), expected));

  it('an address that is not well-formed', async () => {
    const response = await fetch(`${running.url}/api/v1/contributions/%E0%A4%A/admissions`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  const methods = (['get', 'put', 'patch', 'delete'] as const).flatMap((method) => ['decisions', `commitments/x/starts`, 'erasures'].map((path) => [method, path] as const));
  it.each(methods)('%s %s', async (method, path) => {
    const response = await api.send(method, path, method === 'get' ? undefined : {}, {});
    expect([404, 405]).toContain(response.status);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});

describe('what the object has become', () => {
  it('a stage it does not have', () =>
    refused({ path: `commitments/${commitment}/stage-losses`, body: { from: 'delivery', to: 'studies', reason: { fr: 'x' } } }, { status: 409, rule: 'commitment.otherStage' }));
  it('a due date it does not have', () =>
    refused({ path: `commitments/${commitment}/reschedulings`, body: { from: '2026-01', to: '2027-12', reason: { fr: 'x' } } }, { status: 409, rule: 'commitment.otherDueDate' }));
  it('an object that is there already', () => refused({ path: 'authorities', body: { siret: TOWN_SIRET, name: { fr: 'Deux fois' } } }, { status: 409 }));
  it('a code that has been used', () =>
    refused({ path: `authorities/${town.authority}/themes`, body: { theme: 'nature', name: { fr: 'Encore' } } }, { status: 409, rule: 'authority.codeUsed' }));
  it('an admission given twice', () => refused({ path: `contributions/${contribution.id}/admissions`, body: {} }, { status: 409 }));
  it('an abandonment by nobody', () =>
    refused({ path: `commitments/${commitment}/abandonments`, body: { reasons: ['budget'], reason: { fr: 'x' } } }, { status: 422, rule: 'commitment.deciderMissing' }));
});

describe('who asks', () => {
  const path = 'contributions';
  it('no token', () => refused({ path, body: deposit(), headers: { token: undefined } }, { status: 401, rule: 'token.missing' }));
  const wrong = ['fil_' + 'A'.repeat(43), 'fil_', "' or 1=1", 'x'.repeat(5_000), 'fil_' + '.'.repeat(43)];
  it.each(wrong)('an unknown token %#', (token) => refused({ path, body: deposit(), headers: { token } }, { status: 401 }));
  it.each(['Basic dXNlcjpwYXNz', 'Bearer', 'bearer  ', 'Token abc'])('another way to sign in: %s', (authorization) =>
    refused({ path, body: deposit(), headers: { token: undefined, more: { authorization } } }, { status: 401 }),
  );
  it('a token says how to sign in', async () => {
    const { headers } = await api.post(path, deposit(), { token: 'x' });
    expect(headers['www-authenticate']).toMatch(/^Bearer/);
  });
  it('a token without the scope', async () => {
    const { token } = await running.token({ scopes: ['commitments'] });
    await refused({ path, body: deposit(), headers: { token } }, { status: 403, rule: 'token.scopeMissing' });
    await refused({ path: `contributions/${contribution.id}/outcomes`, body: {}, headers: { token } }, { status: 403, rule: 'token.scopeMissing' });
  });
  it('a revoked token', async () => {
    const { ApiTokens } = await import('@fil/people/tokens/api-tokens');
    const { id, token } = await running.token();
    await running.app.get(ApiTokens, { strict: false }).revoke(id);
    await refused({ path, body: deposit(), headers: { token } }, { status: 401, rule: 'token.unknown' });
  });
  it('without a token, a body is not even read', () =>
    refused({ path, body: { x: 1 }, headers: { token: undefined } }, { status: 401, rule: 'token.missing' }));
});

describe('headers', () => {
  const path = 'contributions';
  it.each([['empty', ''], ['too long', 'k'.repeat(201)]])('an Idempotency-Key that is %s', (_, key) =>
    refused({ path, body: deposit(), headers: { more: { 'idempotency-key': key } } }, { status: 400, rule: 'key.malformed' }),
  );
  it.each(['*', 'W/"3"', 'abc', '-1', '"1", "2"', '1e3', '12345678901'])('If-Match: %s', (ifMatch) =>
    refused({ path, body: deposit(), headers: { more: { 'if-match': ifMatch } } }, { status: 400, rule: 'revision.malformed' }),
  );
  it.each(['xx', '*', '', 'fr;q=2', 'a'.repeat(4_000), 'en-GB;q=0.1, de'])('Accept-Language: %s answers all the same', async (language) => {
    const { status, body } = await api.post(path, {}, { more: { 'accept-language': language } });
    expect({ status, title: typeof body.title }).toEqual({ status: 422, title: 'string' });
  });
  it('a page is never sent where JSON is spoken', async () => {
    const { headers } = await api.post(path, {}, { more: { accept: 'text/html' } });
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  /** Bytes as no client would send them. */
  const raw = (request: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(running.url);
      let answer = '';
      const socket = connect(Number(port), hostname, () => socket.write(request));
      socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')));
      socket.on('data', (data) => (answer += data.toString()));
      socket.on('close', () => resolve(answer)).on('error', reject);
    });
  const line = 'POST /api/v1/contributions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n';
  it.each([
    ['100 KB of headers', `${line}X-Long: ${'x'.repeat(100_000)}\r\n\r\n`],
    ['3,000 headers', `${line}${Array.from({ length: 3_000 }, (_, n) => `X-${n}: 1\r\n`).join('')}Content-Length: 0\r\n\r\n`],
    ['NUL in a header', `${line}Authorization: Bearer a\u0000b\r\nContent-Length: 0\r\n\r\n`],
    ['two lengths', `${line}Content-Length: 2\r\nContent-Length: 4\r\n\r\n{}`],
    ['a length and chunks', `${line}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['a negative length', `${line}Content-Length: -5\r\n\r\n`],
    ['no HTTP at all', 'Bonjour !\r\n\r\n'],
    ['two Idempotency-Keys, two If-Match', `${line}Idempotency-Key: a\r\nIdempotency-Key: b\r\nIf-Match: 1\r\nIf-Match: 2\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`],
  ])('%s', async (_, request) => {
    expect(await raw(request)).toMatch(/^HTTP\/1\.1 4\d\d /);
    // Others are served as before.
    expect((await api.get('/api/v1/openapi.json')).status).toBe(200);
  });
});

describe('the author’s key', () => {
  it('that is not one', () =>
    refused({ path: `contributions/${contribution.id}/withdrawals`, body: { authorKey: 'bonjour' }, headers: { token: undefined } }, { status: 422, rule: 'body.invalid' }));
  it('of another contribution; after five tries even the right one must wait', async () => {
    const path = `contributions/${contribution.id}/withdrawals`;
    const wrongKey = '0000-0000-0000-0000-0000';
    for (let n = 0; n < 2; n++) await refused({ path, body: { authorKey: wrongKey }, headers: { token: undefined } }, { status: 403, rule: 'authorKey.wrong' });
    const last = await api.post(path, { authorKey: wrongKey }, { token: undefined });
    expect(last.status).toBe(403);
    const { authorKey } = contribution;
    await refused({ path, body: { authorKey }, headers: { token: undefined } }, { status: 429 });
  });
});
