/** What the benchmarks fill a log with. */
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
import { fact, type TestRegister } from '../register/test-register';

const CONTRIBUTIONS = 15_000;
const COMMITMENTS = 2_500;
const SYNTHESES = 60;
const IN_FLIGHT = 256;
const SENTENCE =
  'Il faudrait éclairer le passage piéton devant l’école, élargir le trottoir côté impair et planter quelques arbres pour que les enfants attendent à l’ombre. ';

export type Step = readonly [stream: string, events: readonly NewEvent[], person?: string];

const id = <A extends string>(aggregate: A): `${A}-${string}` => `${aggregate}-${uuidV7()}`;
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
const THEMES = ['mobility', 'green-spaces', 'schools', 'culture', 'safety', 'housing'];
const OUTCOMES: Outcome[] = ['accepted', 'notAccepted', 'considered', 'underReview', 'alreadyPlanned', 'outOfScope'];

/**
 * The mixture of a year of a town: contributions of 60 words, most admitted days later, grouped, answered one by one or
 * in common, and the commitments that follow. About 100,000 events.
 */
export function yearOfATown(): Step[] {
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
export async function writeStory(register: TestRegister, steps: readonly Step[]): Promise<void> {
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
