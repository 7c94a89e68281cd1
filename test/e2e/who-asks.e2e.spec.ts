/** Tokens, headers and author’s keys that are missing, wrong or abusive. */
import { connect } from 'node:net';
import { ApiTokens } from '@fil/people/tokens/api-tokens';
import { QuietRegister } from './quiet-register';

const quiet = QuietRegister.forThisSuite();

describe('who asks', () => {
  const path = 'contributions';
  it('no token', () =>
    quiet.refuses(
      { path, body: quiet.deposit(), headers: { token: undefined } },
      { status: 401, rule: 'token.missing' },
    ));
  const wrong = ['fil_' + 'A'.repeat(43), 'fil_', "' or 1=1", 'x'.repeat(5_000), 'fil_' + '.'.repeat(43)];
  it.each(wrong)('an unknown token %#', (token) =>
    quiet.refuses({ path, body: quiet.deposit(), headers: { token } }, { status: 401 }),
  );
  it.each(['Basic dXNlcjpwYXNz', 'Bearer', 'bearer  ', 'Token abc'])('another way to sign in: %s', (authorization) =>
    quiet.refuses(
      { path, body: quiet.deposit(), headers: { token: undefined, more: { authorization } } },
      { status: 401 },
    ),
  );
  it('a token says how to sign in', async () => {
    const { headers } = await quiet.api.post(path, quiet.deposit(), { token: 'x' });
    expect(headers['www-authenticate']).toMatch(/^Bearer/);
  });
  it('a token without the scope', async () => {
    const { token } = await quiet.running.token({ scopes: ['commitments'] });
    await quiet.refuses(
      { path, body: quiet.deposit(), headers: { token } },
      { status: 403, rule: 'token.scopeMissing' },
    );
    await quiet.refuses(
      { path: `contributions/${quiet.contribution.id}/outcomes`, body: {}, headers: { token } },
      { status: 403, rule: 'token.scopeMissing' },
    );
  });
  it('a revoked token', async () => {
    const { id, token } = await quiet.running.token();
    await quiet.running.app.get(ApiTokens, { strict: false }).revoke(id);
    await quiet.refuses({ path, body: quiet.deposit(), headers: { token } }, { status: 401, rule: 'token.unknown' });
  });
  it('without a token, a body is not even read', () =>
    quiet.refuses({ path, body: { x: 1 }, headers: { token: undefined } }, { status: 401, rule: 'token.missing' }));
});

describe('headers', () => {
  const path = 'contributions';
  it.each([
    ['empty', ''],
    ['too long', 'k'.repeat(201)],
  ])('an Idempotency-Key that is %s', (_, key) =>
    quiet.refuses(
      { path, body: quiet.deposit(), headers: { more: { 'idempotency-key': key } } },
      { status: 400, rule: 'key.malformed' },
    ),
  );
  it.each(['*', 'W/"3"', 'abc', '-1', '"1", "2"', '1e3', '12345678901'])('If-Match: %s', (ifMatch) =>
    quiet.refuses(
      { path, body: quiet.deposit(), headers: { more: { 'if-match': ifMatch } } },
      { status: 400, rule: 'revision.malformed' },
    ),
  );
  it.each(['xx', '*', '', 'fr;q=2', 'a'.repeat(4_000), 'en-GB;q=0.1, de'])(
    'Accept-Language: %s answers all the same',
    async (language) => {
      const { status, body } = await quiet.api.post(path, {}, { more: { 'accept-language': language } });
      expect({ status, title: typeof body.title }).toEqual({ status: 422, title: 'string' });
    },
  );
  it('a page is never sent where JSON is spoken', async () => {
    const { headers } = await quiet.api.post(path, {}, { more: { accept: 'text/html' } });
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  /** Bytes as no client would send them. */
  const raw = (request: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(quiet.running.url);
      let answer = '';
      const socket = connect(Number(port), hostname, () => socket.write(request));
      socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')));
      socket.on('data', (data) => (answer += data.toString()));
      socket.on('close', () => resolve(answer)).on('error', reject);
    });
  const line = 'POST /api/v1/contributions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n';
  it.each([
    ['100 KB of headers', `${line}X-Long: ${'x'.repeat(100_000)}\r\n\r\n`],
    [
      '3,000 headers',
      `${line}${Array.from({ length: 3_000 }, (_, n) => `X-${n}: 1\r\n`).join('')}Content-Length: 0\r\n\r\n`,
    ],
    ['NUL in a header', `${line}Authorization: Bearer a\u0000b\r\nContent-Length: 0\r\n\r\n`],
    ['two lengths', `${line}Content-Length: 2\r\nContent-Length: 4\r\n\r\n{}`],
    ['a length and chunks', `${line}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['a negative length', `${line}Content-Length: -5\r\n\r\n`],
    ['no HTTP at all', 'Bonjour !\r\n\r\n'],
    [
      'two Idempotency-Keys, two If-Match',
      `${line}Idempotency-Key: a\r\nIdempotency-Key: b\r\nIf-Match: 1\r\nIf-Match: 2\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`,
    ],
  ])('%s', async (_, request) => {
    expect(await raw(request)).toMatch(/^HTTP\/1\.1 4\d\d /);
    // Others are served as before.
    expect((await quiet.api.get('/api/v1/openapi.json')).status).toBe(200);
  });
});

describe('the author’s key', () => {
  it('that is not one', () =>
    quiet.refuses(
      {
        path: `contributions/${quiet.contribution.id}/withdrawals`,
        body: { authorKey: 'bonjour' },
        headers: { token: undefined },
      },
      { status: 422, rule: 'body.invalid' },
    ));
  it('of another contribution; after five tries even the right one must wait', async () => {
    const path = `contributions/${quiet.contribution.id}/withdrawals`;
    const wrongKey = '0000-0000-0000-0000-0000';
    for (let n = 0; n < 2; n++)
      await quiet.refuses(
        { path, body: { authorKey: wrongKey }, headers: { token: undefined } },
        { status: 403, rule: 'authorKey.wrong' },
      );
    const last = await quiet.api.post(path, { authorKey: wrongKey }, { token: undefined });
    expect(last.status).toBe(403);
    const { authorKey } = quiet.contribution;
    await quiet.refuses({ path, body: { authorKey }, headers: { token: undefined } }, { status: 429 });
  });
});
