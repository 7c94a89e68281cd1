import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { ProblemFilter } from '@fil/ui/http/problem.filter';
import { readJsonOnly } from '@fil/ui/http/reading-requests';

/** What the application needs beside its modules: errors, the description of the API. */
export function configure(app: NestFastifyApplication): void {
  readJsonOnly(app.getHttpAdapter().getInstance());
  app.useGlobalFilters(new ProblemFilter());
  const description = new DocumentBuilder()
    .setTitle('Fil rouge')
    .setDescription('What became of each contribution: questions and commands of the register.')
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .addBearerAuth()
    .build();
  SwaggerModule.setup('api/v1/docs', app, () => SwaggerModule.createDocument(app, description), { jsonDocumentUrl: 'api/v1/openapi.json' });
}
