import {
  Global,
  Inject,
  Logger,
  Module,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Label } from '@fil/facts/codes/label';
import { COMMUNE } from '@fil/exchange/demonstration/commune';
import { failureText } from '@fil/log/jobs/failure-text';
import type { Register } from '@fil/log/register/register';
import { REGISTER } from '@fil/log/register/register.token';
import { readable } from '@fil/log/vault/vault';
import { SiteSettings, type Accessibility } from '@fil/ui/page/site-settings';
import { AuthorityNamesRow } from '@fil/views/names/names.entity';
import { builtVerifier } from './built-verifier';

/** Milliseconds between two readings of the name; at first less, until there is one to read. */
const REFRESH = 60_000;
const FIRST_REFRESH = 2_000;

/** The name every page bears is the authority's own, as the register has it; its origin until it has one. */
export class RegisterSiteSettings extends SiteSettings {
  authority: Label;
  readonly demonstration: boolean;
  readonly accessibility: Accessibility;
  readonly contact: string | null;
  readonly verifier = builtVerifier();

  constructor(
    private readonly register: Register,
    private readonly tables: DataSource,
  ) {
    super();
    this.demonstration = register.demonstration;
    this.authority = { fr: register.origin, en: register.origin };
    this.accessibility = accessibilityFrom(process.env['FIL_ACCESSIBILITY']);
    this.contact = process.env['FIL_CONTACT'] || null;
  }

  /** False while pages bear the origin: the register, or this release's read models, may be new. */
  get isNamed(): boolean {
    return this.authority.fr !== this.register.origin;
  }

  async refresh(): Promise<void> {
    const siret = this.register.demonstration ? COMMUNE.siret : this.register.authoritySiret;
    const rows = await this.tables.getRepository(AuthorityNamesRow).find();
    const names = readable(rows.find(({ state }) => state.siret === siret)?.state.name ?? undefined);
    const fr = names?.['fr'] ?? names?.['en'];
    if (fr) this.authority = { fr, en: names?.['en'] ?? fr };
  }
}

const accessibilityFrom = (value: string | undefined): Accessibility =>
  value === 'partial' || value === 'full' ? value : 'none';

@Global()
@Module({
  providers: [
    {
      provide: SiteSettings,
      inject: [REGISTER, DataSource],
      useFactory: (register: Register, tables: DataSource) => new RegisterSiteSettings(register, tables),
    },
  ],
  exports: [SiteSettings],
})
export class SiteSettingsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('site');
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(@Inject(SiteSettings) private readonly settings: RegisterSiteSettings) {}

  onApplicationBootstrap(): void {
    this.refreshAfter(FIRST_REFRESH);
  }

  private refreshAfter(pause: number): void {
    this.timer = setTimeout(() => {
      this.settings
        .refresh()
        .catch((error: unknown) => {
          // Pages go on with the name they had.
          this.logger.warn(`the authority's name was not read again: ${failureText(error)}`);
        })
        .finally(() => {
          if (!this.stopped) this.refreshAfter(this.settings.isNamed ? REFRESH : Math.min(2 * pause, REFRESH));
        });
    }, pause).unref();
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }
}
