/**
 * `npm run bench:catch-up`: a log of 100,000 events projected into all views from the first event on, on one PostgreSQL
 * with its usual durability. The mixture is that of a year of a town: contributions of 60 words, most admitted days
 * later, grouped, answered one by one or in common, and the commitments that follow.
 */
import { join } from 'node:path';
import { Client } from 'pg';
import type { Outcome } from '@fil/facts/codes/outcome';
import { authorityRegistered, bodyNamed, functionCreated, themeAdded } from '@fil/facts/events/authority.events';
import {
  commitmentMade,
  commitmentRescheduled,
  commitmentStarted,
  declaredDone,
  progressReported,
  stageReached,
} from '@fil/facts/events/commitment.events';
import { consultationOpened, depositClosed, depositOpened } from '@fil/facts/events/consultation.events';
import {
  contributionAdmitted,
  contributionRecorded,
  groupedInto,
  outcomeGiven,
} from '@fil/facts/events/contribution.events';
import {
  contributionsAttached,
  synthesisOpened,
  synthesisOutcomeGiven,
  synthesisPublished,
} from '@fil/facts/events/synthesis.events';
import type { NewEvent } from '@fil/facts/kit/event-definition';
import { uuidV7 } from '@fil/log/event-store/ids';
import { startEmbeddedPostgres } from '@fil/log/postgres/embedded/embedded-postgres';
import { VIEW_PROJECTIONS } from '@fil/views/projections';
import { fact, TestRegister } from '../register/test-register';

const CONTRIBUTIONS = 15_000;
const COMMITMENTS = 2_500;
const SYNTHESES = 60;
/** A name of a projection: only that one, once; `all`: only all of them together. */
const only = process.argv[3];
const IN_FLIGHT = 256;
const SENTENCE =
  'Il faudrait éclairer le passage piéton devant l’école, élargir le trottoir côté impair et planter quelques arbres pour que les enfants attendent à l’ombre. ';

type Step = readonly [stream: string, events: readonly NewEvent[], person?: string];

const id = <A extends string>(aggregate: A): `${A}-${string}` => `${aggregate}-${uuidV7()}`;
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
const THEMES = ['mobility', 'green-spaces', 'schools', 'culture', 'safety', 'housing'];
const OUTCOMES: Outcome[] = ['accepted', 'notAccepted', 'considered', 'underReview', 'alreadyPlanned', 'outOfScope'];

function story(): Step[] {
  const authority = id('authority');
  const consultations = Array.from({ length: 12 }, () => id('consultation'));
  const contributions = Array.from({ length: CONTRIBUTIONS }, () => id('contribution'));
  const commitments = Array.from({ length: COMMITMENTS }, () => id('commitment'));
  const syntheses = Array.from({ length: SYNTHESES }, () => id('synthesis'));
  const synthesisOf = (n: number): (typeof syntheses)[number] => pick(syntheses, n);
  const steps: Step[] = [
    [authority, [fact(authorityRegistered, { siret: '21440109300015' }, { name: { fr: 'Commune' } })]],
    [authority, THEMES.map((theme) => fact(themeAdded, { theme }, { name: { fr: theme } }))],
    [authority, [fact(bodyNamed, { body: 'roads', kind: 'department' }, { name: { fr: 'Voirie' } })]],
    [authority, [fact(functionCreated, { function: 'deputy' }, { name: { fr: 'Adjointe' } })]],
    ...consultations.map((stream, n): Step => [stream, opening(authority, n)]),
  ];
  const later: Step[][] = [];
  const at = (turn: number, step: Step): void => {
    (later[turn] ??= []).push(step);
  };
  contributions.forEach((stream, n) => {
    const turn = Math.floor(n / 10);
    at(turn, [stream, [deposit(pick(consultations, n), n)], `person-${n}`]);
    at(turn + (n % 7 === 0 ? 0 : 40), [stream, [fact(contributionAdmitted, {})]]);
    at(turn + 200, [stream, [fact(groupedInto, { synthesis: synthesisOf(n), point: 1 })]]);
    at(turn + 600, [stream, [answer(n, commitments)]]);
  });
  syntheses.forEach((stream, n) => at(1600 + n * 4, [stream, synthesis(n, pick(consultations, n), contributions)]));
  commitments.forEach((stream, n) =>
    commitment(authority, contributions, n).forEach((event, k) =>
      at(400 + Math.floor(n / 3) + k * 70, [stream, [event]]),
    ),
  );
  for (const turn of later) steps.push(...(turn ?? []));
  for (const stream of consultations) steps.push([stream, [fact(depositClosed, {}, undefined, '2026-02-01')]]);
  return steps;
}

const opening = (authority: `authority-${string}`, n: number): NewEvent[] => [
  fact(
    consultationOpened,
    {
      organiser: authority,
      level: 'consult',
      addressees: [{ authority, promise: { amount: 3, unit: 'months' } }],
      openPoints: [{ id: 'where' }],
      constraints: [],
      decisionPath: [],
      channels: ['online', 'counter'],
      themes: THEMES,
      wordsPublic: 'onAdmission',
    },
    { title: { fr: `Démarche ${n}` }, openPointTexts: [{ fr: 'Où commencer' }] },
  ),
  fact(depositOpened, {}),
];

const deposit = (consultation: `consultation-${string}`, n: number): NewEvent =>
  fact(
    contributionRecorded,
    {
      consultation,
      sensitivity: 'public',
      kind: 'proposal',
      channel: pick(['online', 'counter', 'workshop', 'letter'] as const, n),
      language: 'fr',
      themes: [pick(THEMES, n)],
      authorKind: 'person',
      attachmentCount: 0,
    },
    {
      title: { fr: `Éclairer la rue numéro ${n}` },
      text: { fr: SENTENCE.repeat(2) + String(n) },
      contact: { email: 'a@example.org' },
      authorKey: '5f'.repeat(32),
    },
  );

const answer = (n: number, commitments: readonly `commitment-${string}`[]): NewEvent => {
  const outcome = pick(OUTCOMES, n);
  return fact(
    outcomeGiven,
    {
      point: 1,
      outcome,
      reasons: outcome === 'notAccepted' ? ['budget'] : [],
      commitments: outcome === 'accepted' ? [pick(commitments, n)] : [],
      supersedes: null,
      evidenceCount: 0,
      decidedBy: 'deputy',
      ...(outcome === 'underReview' ? { department: 'roads', answerOn: '2026-09-01' } : {}),
    },
    { justification: { fr: SENTENCE } },
  );
};

const synthesis = (
  n: number,
  consultation: `consultation-${string}`,
  all: readonly `contribution-${string}`[],
): NewEvent[] => [
  fact(
    synthesisOpened,
    { consultation, themes: [pick(THEMES, n)], divergenceCount: 1 },
    { title: { fr: `Synthèse ${n}` }, text: { fr: SENTENCE.repeat(4) }, divergences: [{ fr: SENTENCE }] },
  ),
  fact(contributionsAttached, {
    members: all.filter((_, i) => i % SYNTHESES === n).map((contribution) => ({ contribution, point: 1 })),
  }),
  fact(synthesisPublished, {}),
  fact(
    synthesisOutcomeGiven,
    {
      outcome: 'considered',
      reasons: [],
      commitments: [],
      evidenceCount: 0,
      members: CONTRIBUTIONS / SYNTHESES,
      supersedes: null,
    },
    { justification: { fr: SENTENCE } },
  ),
];

const commitment = (
  authority: `authority-${string}`,
  contributions: readonly `contribution-${string}`[],
  n: number,
): NewEvent[] => [
  fact(
    commitmentMade,
    {
      authority,
      answers: [pick(contributions, n * 6)],
      owner: 'roads',
      dueOn: '2026-06',
      budgetVoted: 5_000_000,
      themes: [pick(THEMES, n)],
      reportEveryMonths: 3,
    },
    { title: { fr: `Éclairage de la rue ${n}` }, means: { fr: SENTENCE } },
  ),
  fact(commitmentStarted, {}),
  ...(['studies', 'procedures', 'works'] as const).map((stage) => fact(stageReached, { stage })),
  ...Array.from({ length: 8 }, (_, k) =>
    fact(progressReported, { percent: 10 * (k + 1), evidenceCount: 0 }, { note: { fr: SENTENCE } }),
  ),
  fact(commitmentRescheduled, { from: '2026-06', to: '2026-09' }, { reason: { fr: SENTENCE } }),
  fact(commitmentRescheduled, { from: '2026-09', to: '2026-12' }, { reason: { fr: SENTENCE } }),
  fact(declaredDone, { evidenceCount: 0 }, { note: { fr: SENTENCE } }),
];

/** Appends in about the order of the story: the order within each stream is kept. */
async function write(register: TestRegister, steps: readonly Step[]): Promise<void> {
  const tails = new Map<string, Promise<unknown>>();
  const inFlight = new Set<Promise<unknown>>();
  for (const [stream, events, person] of steps) {
    const previous = tails.get(stream) ?? Promise.resolve();
    const done = previous.then(() => register.append(stream, events, { person }));
    tails.set(stream, done);
    inFlight.add(done);
    void done.finally(() => inFlight.delete(done));
    if (inFlight.size >= IN_FLIGHT) await Promise.race(inFlight);
  }
  await Promise.all(inFlight);
}

async function main(): Promise<void> {
  const server = await startEmbeddedPostgres({
    dataDir: join(__dirname, '../../.cache/catch-up-pg18'),
    settings: { shared_buffers: '512MB', max_wal_size: '4GB' },
    onProgress: (text) => console.log(text),
  });
  const name = `catch_up_${process.pid}`;
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE "${name}"`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const register = await TestRegister.on(url.href, async () => {
    await admin.query(`DROP DATABASE "${name}" WITH (FORCE)`);
  });
  try {
    const began = performance.now();
    await write(register, story());
    const size = await register.store.size();
    console.log(`${size.toLocaleString('en')} events written in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    await admin.query('CHECKPOINT');
    for (const projection of VIEW_PROJECTIONS.filter(({ name: one }) => !only || one === only)) {
      const rate = await time(register, [projection], size);
      console.log(`  ${projection.name.padEnd(15)} ${rate} `);
    }
    for (let round = 1; round <= 3 && (!only || only === 'all'); round++)
      console.log(`all views       ${await time(register, VIEW_PROJECTIONS, size)}`);
  } finally {
    await register.close();
    await admin.end();
    await server.stop();
  }
}

async function time(register: TestRegister, projections: typeof VIEW_PROJECTIONS, size: number): Promise<string> {
  const runner = register.runner(projections);
  await runner.prepare();
  for (const projection of projections) await runner.startOver(projection);
  const began = performance.now();
  const used = process.cpuUsage();
  const halted = await runner.catchUp();
  if (halted.length > 0) throw new Error(`halted: ${halted.join(', ')}`);
  const rate = Math.round((size * 1000) / (performance.now() - began))
    .toLocaleString('en')
    .padStart(9);
  const { user, system } = process.cpuUsage(used);
  return `${rate} events/s   Node: ${((user + system) / size).toFixed(0).padStart(4)} µs of processor per event   `;
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
