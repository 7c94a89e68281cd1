import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { isUnavailable } from '@fil/log/postgres/unavailable';
import { ProblemFilter } from '@fil/ui/http/problem.filter';
import { addSecurityHeaders } from '@fil/ui/http/security-headers';
import { SiteSettings } from '@fil/ui/page/site-settings';
import { readForms, readJsonOnly, refuseNulInAddresses } from '@fil/ui/http/reading-requests';

const DOCUMENTATION = '/api/v1/docs';

/** What an application needs beside its modules when nobody but operators asks it anything. */
export function configureWithoutPages(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  readJsonOnly(fastify);
  refuseNulInAddresses(fastify);
  addSecurityHeaders(fastify);
  app.useGlobalFilters(new ProblemFilter(undefined, isUnavailable));
  return Promise.resolve();
}

/** What an application needs beside its modules when it has pages: errors, the description of the API. */
export function configure(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  readJsonOnly(fastify);
  readForms(fastify);
  refuseNulInAddresses(fastify);
  addSecurityHeaders(fastify, DOCUMENTATION);
  app.useGlobalFilters(new ProblemFilter(app.get(SiteSettings), isUnavailable));
  const description = new DocumentBuilder()
    .setTitle('Fil rouge')
    .setDescription('What became of each contribution: questions and commands of the register.')
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .addBearerAuth()
    .build();
  SwaggerModule.setup(DOCUMENTATION, app, () => SwaggerModule.createDocument(app, description), {
    jsonDocumentUrl: 'api/v1/openapi.json',
  });
}
