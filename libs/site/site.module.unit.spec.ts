import { readFileSync } from 'node:fs';
import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { OpenOwnWords } from '@fil/record/contributions/open-own-words/open-own-words.query';
import { ProblemFilter } from '@fil/ui/http/problem.filter';
import { readForms, readJsonOnly } from '@fil/ui/http/reading-requests';
import { addSecurityHeaders } from '@fil/ui/http/security-headers';
import { SiteSettings } from '@fil/ui/page/site-settings';
import { STYLESHEET_ADDRESS } from '@fil/ui/styles/stylesheet';
import { locatorOf } from '@fil/log/receipts/entry-receipt';
import type { EntryReference } from '@fil/log/receipts/find-entry';
import { Receipts } from '@fil/log/receipts/receipts';
import { FindAuthority } from '@fil/views/authorities/authorities.query';
import { ListBacklog } from '@fil/views/backlog/list-backlog.query';
import { FindConsultation, ListConsultations } from '@fil/views/consultations/consultations.query';
import { SeeOverview } from '@fil/views/overview/see-overview.query';
import { SearchContributions } from '@fil/views/search/search-contributions.query';
import { FindThread } from '@fil/views/thread/find-thread.query';
import { backlog, consultation, consultations, found, overview } from './public/specification/lists-fixture';
import { AUTHOR_KEY, confirmed, opened, WITNESSES } from './public/specification/receipt-fixture';
import { site } from './public/specification/site-fixture';
import { CONSULTATION, CONTRIBUTION, thread } from './public/specification/thread-fixture';
import { SiteModule } from './site.module';

const asked: unknown[] = [];
const answers = {
  async execute(query: unknown): Promise<unknown> {
    asked.push(query);
    if (query instanceof SeeOverview) return overview();
    if (query instanceof ListBacklog) return backlog();
    if (query instanceof ListConsultations) return consultations();
    if (query instanceof FindConsultation) return query.id === CONSULTATION ? consultation() : null;
    if (query instanceof SearchContributions) return found();
    if (query instanceof FindAuthority) return null;
    if (query instanceof OpenOwnWords) return opened();
    if (!(query instanceof FindThread)) throw new Error('an unknown question');
    const { reference } = query;
    const known =
      'id' in reference ? reference.id === CONTRIBUTION : 'number' in reference && reference.number === '259-G';
    return known ? thread() : null;
  },
};

const LOCATOR = locatorOf(confirmed());
const names = (reference: EntryReference): boolean =>
  'event' in reference ? reference.event === confirmed().entry.id : reference.index === confirmed().entry.index;
const receipts = {
  witnesses: WITNESSES,
  entry: async (reference: EntryReference) => (names(reference) ? confirmed().entry : null),
  now: async () => confirmed(),
  find: async (reference: EntryReference) => (names(reference) ? confirmed() : null),
};

@Global()
@Module({
  providers: [
    { provide: QueryBus, useValue: answers },
    {
      provide: SiteSettings,
      useValue: { ...site, verifier: [{ name: 'verify.html', sha256: 'ab', path: __filename }] },
    },
    { provide: Receipts, useValue: receipts },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [QueryBus, SiteSettings, Receipts],
})
class Answers {}

describe('the site over HTTP', () => {
  let app: NestFastifyApplication;
  const headers = { accept: 'text/html', 'accept-language': 'fr' };
  const get = (url: string, more: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url, headers: { ...headers, ...more } });
  const uuid = CONTRIBUTION.slice('contribution-'.length);

  beforeAll(async () => {
    const module = await Test.createTestingModule({ imports: [Answers, SiteModule] }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), {
      logger: false,
      bodyParser: false,
    });
    addSecurityHeaders(app.getHttpAdapter().getInstance());
    readJsonOnly(app.getHttpAdapter().getInstance());
    readForms(app.getHttpAdapter().getInstance());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  it('gives the offline verifier to be kept as a file, and no other file', async () => {
    const answer = await get('/verificateur/verify.html');
    expect(answer.body).toBe(readFileSync(__filename, 'utf8'));
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="verify.html"',
      'x-content-type-options': 'nosniff',
    });
    for (const other of ['verifier.json', '..%2f..%2fpackage.json', '%2e%2e%2fpackage.json'])
      expect((await get(`/verificateur/${other}`)).statusCode).toBe(404);
  });

  it.each([
    '/',
    '/?flow=channel',
    '/contributions',
    '/sans-reponse',
    '/backlog?late=1',
    '/demarches',
    `/demarches/${CONSULTATION.slice('consultation-'.length)}`,
    `/contributions/${uuid}`,
    '/a-propos',
    '/accessibilite',
    `/recepisse/${confirmed().entry.id}`,
    `/recepisse/${LOCATOR}`,
  ])('%s is a page that may be kept for a moment', async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'fr',
      vary: 'Accept-Language, Accept',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['cache-control']).toContain('public');
    const again = await get(url, { 'if-none-match': String(answer.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('asks for the size that was seen, and is then never kept', async () => {
    asked.length = 0;
    const answer = await get(`/contributions/${uuid}?seen=1234`);
    expect(asked[0]).toMatchObject({ asked: { seen: 1234 } });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('leads from the number of a receipt to its thread', async () => {
    expect((await get('/c/259-G?lang=en')).headers.location).toBe(`/contributions/${uuid}?lang=en`);
    expect((await get('/contributions?q=259-G')).headers.location).toBe(`/contributions/${uuid}`);
    expect((await get('/contributions?q=111-T')).statusCode).toBe(200);
  });

  it('leads from a locator to the receipt of its entry, and with a letter wrong to a search', async () => {
    const typed = encodeURIComponent(LOCATOR.toLowerCase());
    const answer = await get(`/contributions?q=${typed}&lang=en`);
    expect(answer.headers.location).toBe(`/recepisse/${confirmed().entry.id}?lang=en`);
    expect((await get(`/contributions?q=${LOCATOR.slice(0, -2)}`)).statusCode).toBe(200);
  });

  it('shows an author her own receipt for her key in a form, and keeps it nowhere', async () => {
    const url = `/recepisse/${confirmed().entry.id}`;
    const post = (path: string, payload: string) =>
      app.inject({
        method: 'POST',
        url: path,
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload,
      });
    const answer = await post(url, `authorKey=${AUTHOR_KEY.toLowerCase()}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toContain(AUTHOR_KEY);
    const file = await post(`${url}/preuve`, `authorKey=${AUTHOR_KEY}`);
    expect(file.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${LOCATOR}.tlog-proof"`,
    });
    expect(file.body).toMatch(/^c2sp\.org\/tlog-proof@v1\nextra /);
    expect((await post(url, 'authorKey=x')).statusCode).toBe(422);
    expect((await post('/api/v1/receipts/x.tlog-proof', 'authorKey=x')).statusCode).toBe(415);
  });

  it.each([
    ['/recepisse/111-T', 'Aucune inscription à cette adresse'],
    ['/contributions/nothing', 'Aucune contribution à cette adresse'],
    ['/demarches/00000000-0000-8000-8000-000000000000', 'Aucune démarche à cette adresse'],
    ['/c/111-T', 'Aucune contribution ne porte le numéro 111-T'],
    ['/nulle-part', 'Cette page n’existe pas'],
    ['/assets/nothing.css', 'Cette page n’existe pas'],
  ])('%s is a 404 that says what to do', async (url, title) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain(title);
    expect(answer.body).toContain('Que faire');
  });

  it.each([
    '/?consultation=%00',
    '/contributions?q=a&q=b',
    '/contributions?cursor[]=1',
    '/sans-reponse?seen=-1&lang=xx',
  ])('survives %s', async (url) => {
    expect((await get(url)).statusCode).toBe(200);
  });

  it('serves its stylesheet for ever, under a name made of its content', async () => {
    const answer = await get(STYLESHEET_ADDRESS);
    expect(answer.headers['content-type']).toContain('text/css');
    expect(answer.headers['cache-control']).toContain('immutable');
  });
});
