/** A quiet register to ask wrong things of: whatever a suite on it asks, nothing may be written. */
import { Api, type Headers } from './api';
import { faultsOfProblem, type ExpectedProblem } from './problem';
import { startApp, type RunningApp } from './running-app';
import { depositIn, foundTown, type Town } from './town';

/** No object has it. */
export const UNKNOWN = '01890000-0000-7000-8000-000000000000';

export interface Asked {
  readonly path: string;
  readonly body?: object | string;
  readonly method?: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly headers?: Headers;
}

export class QuietRegister {
  running!: RunningApp;
  api!: Api;
  town!: Town;
  /** Admitted. */
  contribution!: { readonly id: string; readonly authorKey: string; readonly event: string };
  decision!: string;
  /** At the stage `works`, due on 2027-03. */
  commitment!: string;

  /** To be called at the top of a suite. */
  static forThisSuite(): QuietRegister {
    const register = new QuietRegister();
    let size: number;
    beforeAll(() => register.begin());
    beforeEach(async () => {
      size = await register.running.logSize();
    });
    afterEach(async () => expect(await register.running.logSize()).toBe(size));
    afterAll(() => register.running.close());
    return register;
  }

  /** A deposit that is right. */
  deposit(more: object = {}): Record<string, unknown> {
    return depositIn(this.town.consultation, more);
  }

  /** Asks in both languages, and expects a clear problem in each. */
  async refuses({ path, body, method = 'post', headers = {} }: Asked, expected: ExpectedProblem): Promise<void> {
    for (const language of ['fr', 'en'] as const) {
      const response = await this.api.send(method, path, body, { ...headers, language });
      expect(faultsOfProblem(response, language, expected)).toEqual([]);
    }
  }

  private async begin(): Promise<void> {
    this.running = await startApp();
    const api = new Api(this.running, { token: (await this.running.token({ body: 'voirie' })).token });
    this.api = api;
    this.town = await foundTown(api);
    const { authority, consultation } = this.town;
    const { body } = await api.record('contributions', depositIn(consultation));
    this.contribution = { id: body.stream, authorKey: body.authorKey, event: body.events[0].id };
    await api.record(`contributions/${this.contribution.id}/admissions`, {});
    this.decision = await api.create('decisions', {
      authority,
      kind: 'other',
      body: 'conseil',
      title: { fr: 'Une décision' },
    });
    const { decision } = this;
    this.commitment = await api.create('commitments', {
      authority,
      decision,
      owner: 'voirie',
      dueOn: '2027-03',
      title: { fr: 'Un engagement' },
    });
    await api.record(`commitments/${this.commitment}/stages`, { stage: 'works' });
  }
}
