/** Bodies that cannot be read at all. */
import { gzipSync } from 'node:zlib';
import type { ExpectedProblem } from './problem';
import { QuietRegister } from './quiet-register';

const quiet = QuietRegister.forThisSuite();

const twice = (name: string, json: string): string =>
  JSON.stringify(quiet.deposit()).replace(/^\{/, `{"${name}":${json},`);

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
    [
      '50,000 unknown fields',
      () => JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`f${n}`, n]))),
      { status: 422 },
    ],
    [
      '10 MB of text',
      () => JSON.stringify(quiet.deposit({ text: { fr: 'mot '.repeat(2_600_000) } })),
      { status: 413, rule: 'body.tooLarge' },
    ],
    ['10 MB of spaces', () => ' '.repeat(10_000_000), { status: 413, rule: 'body.tooLarge' }],
    [
      'a little more than is accepted',
      () => JSON.stringify(quiet.deposit()).padEnd(1_000_001),
      { status: 413, rule: 'body.tooLarge' },
    ],
  ];
  it.each(cases)('%s', (_, body, expected) => quiet.refuses({ path: 'contributions', body: body() }, expected));

  const types: [string, string, string | object, number][] = [
    ['a form', 'application/x-www-form-urlencoded', 'a=1', 415],
    ['a multipart form', 'multipart/form-data; boundary=x', '--x--', 415],
    ['XML', 'application/xml', '<a/>', 415],
    ['plain text', 'text/plain', '{}', 415],
    ['YAML', 'application/yaml', 'a: 1', 415],
    ['a content type that is none', 'n’importe quoi', '{}', 415],
  ];
  it.each(types)('sent as %s', (_, type, body, status) =>
    quiet.refuses(
      { path: 'contributions', body, headers: { more: { 'content-type': encodeURI(type).replaceAll('%20', ' ') } } },
      { status },
    ),
  );

  it('compressed, which is not offered', async () => {
    const { token } = await quiet.running.token();
    const response = await fetch(`${quiet.running.url}/api/v1/contributions`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
      body: gzipSync(JSON.stringify(quiet.deposit())),
    });
    expect([400, 415]).toContain(response.status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('bytes that are not UTF-8', async () => {
    const body = Buffer.from(JSON.stringify(quiet.deposit({ text: { fr: 'été' } })), 'latin1');
    const { token } = await quiet.running.token();
    const response = await fetch(`${quiet.running.url}/api/v1/contributions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(400);
  });
});
