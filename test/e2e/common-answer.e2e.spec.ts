/** The words of a common answer stand once, in the synthesis: read by every member, erased for every member. */
import { Api } from './api';
import { eventually } from './eventually';
import { startApp, type RunningApp } from './running-app';

interface Thread {
  readonly points: readonly { readonly answers: readonly { readonly justification: unknown }[] }[];
  readonly syntheses: readonly { readonly id: string; readonly members: number }[];
}

describe('a common answer', () => {
  let running: RunningApp;
  let api: Api;
  beforeAll(async () => {
    running = await startApp({ demonstration: true });
    api = new Api(running, { token: (await running.token({ role: 'administrator' })).token });
  });
  afterAll(() => running.close());

  const json = async <T>(path: string): Promise<T> => (await (await fetch(running.url + path)).json()) as T;
  const member = async (word: string): Promise<Thread & { id: string }> => {
    const { items } = await json<{ items: { id: string }[] }>(`/api/v1/contributions?q=${word}`);
    return { id: items[0]!.id, ...(await json<Thread>(`/api/v1/contributions/${items[0]!.id}`)) };
  };

  it('is read in the synthesis by each member, and is not copied into her stream', async () => {
    const thread = await eventually('the answer of a member', async () => {
      const found = await member('asseoir');
      return found.points[0]?.answers.length ? found : null;
    });
    expect(thread.points[0]!.answers[0]!.justification).toMatchObject({
      fr: expect.stringContaining('vingt-quatre arbres'),
    });
    const [copy] = (await running.register.store.readStream(thread.id)).filter(
      ({ type }) => type === 'contribution.outcomeGiven/1',
    );
    const [opened] = (await running.register.vaultStore.openings([copy!.id])).filter(
      ({ path }) => path === '/justification',
    );
    expect(opened!.content!.toString('utf8', 32)).toBe('null');
  });

  it('erased once, is erased for every member', async () => {
    const { id, syntheses } = await member('asseoir');
    const synthesis = syntheses[0]!.id;
    const [given] = (await running.register.store.readStream(synthesis)).filter(
      ({ type }) => type === 'synthesis.outcomeGiven/1',
    );
    await api.record('erasures', {
      target: synthesis,
      wholeSubject: false,
      fields: [{ event: given!.id, path: '/justification' }],
      ground: 'unlawfulContent',
      office: 'proximite',
    });
    await eventually('the erasure on the page of a member', async () => {
      const [answer] = (await json<Thread>(`/api/v1/contributions/${id}`)).points[0]!.answers;
      return (answer!.justification as { erased?: true } | null)?.erased;
    });
    const page = await (await fetch(`${running.url}/contributions/${id}`, { headers: { accept: 'text/html' } })).text();
    expect(page).not.toContain('Retenu en entier');
    expect(page).toContain('effacé');
  });
});
