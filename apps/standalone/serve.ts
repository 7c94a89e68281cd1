import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Demonstration } from '@fil/exchange/demonstration/demonstration.module';
import { SiteSettings } from '@fil/ui/page/site-settings';
import { createApplication } from '../composition/application';
import { configure } from '../composition/configure';
import type { OpenRegister } from '../composition/open-register';
import { Readiness } from '../composition/operation/readiness';
import { untilReady } from '../composition/operation/until-ready';
import type { RegisterSiteSettings } from '../composition/register-site-settings';
import type { Settings } from '../composition/settings';
import { AppModule } from './app.module';

/** The application on an open register, listening. */
export async function serve(
  register: OpenRegister,
  settings: Settings,
  say: (message: string) => void,
): Promise<NestFastifyApplication> {
  const app = await createApplication(AppModule.on(register, settings), settings, register.metrics);
  configure(app);
  await app.init();
  await fill(app, say);
  let said = Date.now();
  await untilReady(app.get(Readiness, { strict: false }), (missing) => {
    if (Date.now() - said < 1000) return;
    said = Date.now();
    say(`  making the pages: ${missing}`);
  });
  await app.get<RegisterSiteSettings>(SiteSettings).refresh();
  await app.listen(settings.port, settings.host);
  say(`Fil rouge: http://localhost:${settings.port}/`);
  return app;
}

async function fill(app: NestFastifyApplication, say: (message: string) => void): Promise<void> {
  const began = Date.now();
  let said = began;
  const steps = await app.get(Demonstration).fill((step) => {
    if (Date.now() - said < 1000) return;
    said = Date.now();
    say(`  telling the story of the invented commune: ${step} steps`);
  });
  if (steps > 0)
    say(`The demonstration register is filled: ${steps} steps in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
}
