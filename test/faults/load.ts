/** What the clients do meanwhile: deposits, answers, syntheses, orders of erasure, and reports on one hot commitment. */
import type { Acknowledged, Client } from './client';
import type { Ground } from './ground';
import { type Random, randomWords } from './random';

/** Members of a synthesis that was answered, each of whom must get one copy of the answer. */
export interface AnsweredSynthesis {
  readonly members: readonly string[];
  /** Id of the common answer. */
  readonly answer: string;
}

/** Streams of a contribution, and of the order to erase its author's words. */
export interface OrderedErasure {
  readonly target: string;
  readonly order: string;
}

export class LoadingClient {
  readonly acknowledged: Acknowledged[] = [];
  readonly answered: AnsweredSynthesis[] = [];
  /** Contributions whose author's words were ordered to be erased. */
  readonly erased: string[] = [];
  private sent = 0;

  constructor(
    private readonly name: string,
    private readonly client: Client,
    private readonly ground: Ground,
    private readonly random: Random,
  ) {}

  /** Ends with the command under way. */
  async workUntil(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const draw = this.random.next();
      if (draw < 0.25) await this.report();
      else if (draw < 0.32) await this.synthesis(signal);
      else if (draw < 0.38) await this.erasure();
      else await this.contribution(signal);
    }
  }

  private async send(path: string, body: Record<string, unknown>): Promise<Acknowledged> {
    const acknowledged = await this.client.send(path, body, `${this.name}-${this.sent++}`);
    this.acknowledged.push(acknowledged);
    return acknowledged;
  }

  private words(longest: number): { fr: string } {
    return { fr: randomWords(this.random, longest) };
  }

  private report(): Promise<Acknowledged> {
    return this.send(`commitments/${this.ground.hotCommitment}/progress-reports`, {
      percent: this.random.between(0, 100),
      note: this.words(80),
    });
  }

  private deposit(): Promise<Acknowledged> {
    const { consultation } = this.ground;
    return this.send('contributions', {
      consultation,
      kind: this.random.one(['proposal', 'view', 'observation']),
      channel: 'counter',
      language: 'fr',
      authorKind: 'person',
      themes: ['nature'],
      title: this.words(60),
      text: this.words(this.random.chance(0.05) ? 20_000 : 600),
      signature: randomWords(this.random, 20),
    });
  }

  private async contribution(signal: AbortSignal): Promise<void> {
    const { stream } = await this.deposit();
    if (signal.aborted || this.random.chance(0.2)) return;
    await this.send(`contributions/${stream}/admissions`, {});
    if (signal.aborted) return;
    if (this.random.chance(0.3))
      await this.send(`contributions/${stream}/points`, { point: 1, extract: this.words(40) });
    if (signal.aborted || this.random.chance(0.5)) return;
    await this.send(`contributions/${stream}/outcomes`, {
      outcome: 'considered',
      decidedBy: 'adjointe',
      justification: this.words(200),
    });
  }

  async erasure(): Promise<OrderedErasure> {
    const { stream } = await this.deposit();
    if (this.random.chance(0.5)) await this.send(`contributions/${stream}/admissions`, {});
    return { target: stream, order: await this.erase(stream) };
  }

  /** @returns the stream of the order */
  private async erase(contribution: string): Promise<string> {
    this.erased.push(contribution);
    const { stream } = await this.send('erasures', {
      target: contribution,
      wholeSubject: true,
      fields: [],
      ground: 'subjectRequest',
      office: 'voirie',
    });
    return stream;
  }

  private async synthesis(signal: AbortSignal): Promise<void> {
    const { consultation } = this.ground;
    const members: string[] = [];
    for (let n = 0; n < this.random.between(1, 4); n++) {
      const { stream } = await this.deposit();
      await this.send(`contributions/${stream}/admissions`, {});
      members.push(stream);
    }
    const { stream } = await this.send('syntheses', {
      consultation,
      themes: [],
      title: this.words(40),
      divergences: [this.words(40)],
    });
    await this.send(`syntheses/${stream}/attachments`, {
      members: members.map((contribution) => ({ contribution, point: 1 })),
    });
    await this.send(`syntheses/${stream}/publications`, {});
    if (signal.aborted) return;
    const { events } = await this.send(`syntheses/${stream}/outcomes`, {
      outcome: 'considered',
      decidedBy: 'adjointe',
      justification: this.words(200),
    });
    this.answered.push({ members, answer: events[0]!.id });
    // While the answer is on its way to her: she gets it all the same.
    if (this.random.chance(0.2)) await this.erase(this.random.one(members));
  }
}
