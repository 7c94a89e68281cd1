import { spawnSync } from 'node:child_process';
import { LocalAuthority } from './local-authority';

/**
 * A suite with a time-stamping authority, made with OpenSSL. Where there is none the suite is skipped and says so; with
 * REQUIRE_OPENSSL=1 it fails instead.
 */
export function describeWithAuthority(name: string, suite: (authority: () => LocalAuthority) => void): void {
  if (spawnSync('openssl', ['version']).status !== 0) {
    const advice = `No OpenSSL for "${name}". Install it (Debian: apt-get install openssl).`;
    if (process.env.REQUIRE_OPENSSL === '1') {
      it(name, () => {
        throw new Error(advice);
      });
      return;
    }
    console.warn(advice);
    describe.skip(name, () => suite(() => undefined as never));
    return;
  }
  describe(name, () => {
    let authority: LocalAuthority | undefined;
    beforeAll(async () => {
      authority = await LocalAuthority.start();
    });
    afterAll(() => authority?.stop());
    suite(() => {
      if (!authority) throw new Error('The authority is there only inside a test.');
      return authority;
    });
  });
}
