import 'reflect-metadata';
import { SiteSettings } from '@fil/ui/page/site-settings';
import { configure } from '../composition/configure';
import { prepareViews } from '../composition/prepare-views';
import type { RegisterSiteSettings } from '../composition/register-site-settings';
import { runService } from '../composition/run-service';
import { WebModule } from './web.module';

runService({
  name: 'web',
  module: (register, settings) => WebModule.on(register, settings),
  prepare: async (app, { pool }) => {
    // A page asked for before any projector ran finds empty tables rather than none.
    await prepareViews(pool);
    configure(app);
    await app.init();
  },
  beforeFirst: (app) => app.get<RegisterSiteSettings>(SiteSettings).refresh(),
});
