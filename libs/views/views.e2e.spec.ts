import { Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { SENSITIVITIES } from '@fil/facts/codes/contribution';
import type { EventCatalogue } from '@fil/facts/events/catalogue';
import { EVENT_DEFINITIONS } from '@fil/facts/events/registry';
import { EventStore } from '@fil/log/event-store/event-store.port';
import { ReadYourWrites } from '@fil/log/projections/read-your-writes';
import { Receipts } from '@fil/log/receipts/receipts';
import { Vault } from '@fil/log/vault/vault';
import { ProblemFilter } from '@fil/ui/http/problem.filter';
import { tellStory, TODAY, type Story } from '../../test/register/story';
import { TestRegister } from '../../test/register/test-register';
import { Today } from './reading/today';
import type { Thread } from './thread/thread.answer';
import { ViewsModule } from './views.module';

describe('questions over HTTP', () => {
  let register: TestRegister;
  let story: Story;
  let app: NestFastifyApplication;
  let size: number;

  beforeAll(async () => {
    register = await TestRegister.open();
    story = await tellStory(register);
    const runner = register.runner();
    await runner.prepare();
    await runner.catchUp();
    size = await register.store.size();

    @Global()
    @Module({
      providers: [
        { provide: DataSource, useValue: register.dataSource },
        { provide: ReadYourWrites, useValue: register.readYourWrites },
        { provide: EventStore, useValue: register.store },
        { provide: Vault, useValue: register.vault },
        // Nothing is asked of them here: test/e2e/receipts does, of a log that signs.
        { provide: Receipts, useValue: null },
      ],
      exports: [DataSource, ReadYourWrites, EventStore, Vault, Receipts],
    })
    class Parts {}
    const module = await Test.createTestingModule({ imports: [CqrsModule.forRoot(), Parts, ViewsModule] })
      .overrideProvider(Today)
      .useValue({ day: () => TODAY } satisfies Today)
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    app.useGlobalFilters(new ProblemFilter());
    await app.init();
  });
  afterAll(async () => {
    await app.close();
    await register.close();
  });

  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url: `/api/v1${url}`, headers });

  it.each([
    '/contributions',
    '/contributions?q=velo&theme=mobility',
    '/backlog?late=true',
    '/overview',
    '/consultations',
  ])('answers %s with the size it shows, and 304 when it is known', async (url) => {
    const first = await get(url);
    expect(first.statusCode).toBe(200);
    expect(first.headers['fil-seen']).toBe(String(size));
    expect(first.json<{ shown: unknown }>().shown).toEqual({ size, at: expect.any(String) as string, asOf: false });
    const again = await get(url, { 'if-none-match': first.headers.etag as string });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('finds a thread by id, by number and by old reference', async () => {
    const { number } = (await get(`/contributions/${story.contributions.imported}`)).json<Thread>();
    for (const reference of [number, number.toLowerCase(), 'paris:42']) {
      expect((await get(`/contributions/${encodeURIComponent(reference)}`)).json<Thread>().id).toBe(
        story.contributions.imported,
      );
    }
  });

  it('answers what was just written, and keeps no copy of it', async () => {
    const answer = await get('/overview', { 'fil-seen': String(size) });
    expect([answer.statusCode, answer.headers['cache-control'], answer.headers['fil-seen']]).toEqual([
      200,
      'no-store',
      String(size),
    ]);
  });

  it.each([
    ['/contributions/nothing', 404],
    ['/contributions/contribution-018f6b1e-7c00-7000-8000-00000000ffff', 404],
    ['/contributions/%00', 404],
    ['/contributions/paris:%00', 404],
    ['/contributions/contribution-%00', 404],
    ['/consultations/%00', 404],
    ['/contributions?q=%00', 200],
    ['/contributions?cursor=WyIyMDI2LTAxLTAxIiwiXHUwMDAwIl0', 200],
    ['/backlog?cursor=WyIyMDI2LTk5LTAxIiwxXQ', 200],
    ['/backlog?cursor=WyIyMDI2LTAxLTAxIiwxLjVd', 200],
    ['/consultations/consultation-x', 404],
    ['/contributions?outcome=magnifique', 422],
    ['/contributions?progress=x', 422],
    ['/contributions?limit=0', 422],
    ['/contributions?q=a&q=b', 422],
    ['/backlog?late=perhaps', 422],
    ['/contributions?theme=%00', 200],
    ['/backlog?consultation=%00', 200],
    ['/overview?consultation=%00', 200],
    ['/contributions?cursor=AAAA', 200],
    ['/contributions?outcome=&progress=&theme=&q=', 200],
  ])('answers %s with %i', async (url, status) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(status);
    if (status >= 400) expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('answers the catalogue of events, the same until a release changes it', async () => {
    const first = await get('/registry');
    expect([first.statusCode, first.headers['content-type'], first.headers['cache-control']]).toEqual([
      200,
      'application/json; charset=utf-8',
      'public, max-age=300, must-revalidate',
    ]);
    const { events, common } = first.json<EventCatalogue>();
    expect(events.map(({ type }) => type)).toEqual(EVENT_DEFINITIONS.map(({ type }) => type));
    expect(Object.keys(common)).toContain('takenOver');
    expect(events.find(({ name }) => name === 'contribution.recorded')).toMatchObject({
      aggregate: 'contribution',
      meaning: { en: 'A contribution is received and recorded.' },
      facts: { sensitivity: { class: 'fact', kind: 'code', codes: SENSITIVITIES, since: 1 } },
      sealed: { contact: { class: 'sealed', audience: 'person', personal: true, since: 1 } },
    });
    const again = await get('/registry', { 'if-none-match': `W/${first.headers.etag as string}` });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await get('/registry', { 'if-none-match': '"another"' })).statusCode).toBe(200);
  });

  it('describes itself', () => {
    const { paths } = SwaggerModule.createDocument(app, new DocumentBuilder().build());
    const described = Object.keys(paths);
    for (const path of ['/contributions', '/contributions/{reference}', '/timeline', '/completeness', '/registry']) {
      expect(described).toContain(`/api/v1${path}`);
    }
    expect(paths['/api/v1/registry']!.get!.responses).toMatchObject({ 200: { content: {} }, 304: {} });
    expect(paths['/api/v1/contributions']!.get!.parameters).toContainEqual(
      expect.objectContaining({ name: 'outcome', in: 'query', required: false }),
    );
  });
});
