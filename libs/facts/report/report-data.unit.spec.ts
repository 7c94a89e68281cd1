import fc from 'fast-check';
import { authorityRegistered, settingChanged } from '../events/authority.events';
import { commitmentMade, commitmentRescheduled, declaredDone } from '../events/commitment.events';
import { consultationOpened, depositClosed, meansReported, publicsReported } from '../events/consultation.events';
import {
  contributionAdmitted,
  contributionContested,
  contributionRecorded,
  contributionVoided,
  contributionWithdrawn,
  groupedInto,
  outcomeGiven,
  pointMarked,
} from '../events/contribution.events';
import { decisionAnnulled, decisionRegistered, decisionStepTaken } from '../events/decision.events';
import { guarantorAppointed, guarantorWithdrew } from '../events/guarantor.events';
import { deadlineMissed, deadlineMissedInError } from '../events/deadline.events';
import { REPORT_CHAPTERS } from '../codes/report';
import { appealLodged, contributionDeclaredInadmissible, disclosureAuthorised } from '../events/moderation.events';
import { reportPublished } from '../events/report.events';
import { publishedFigures } from '../figures/published-figures';
import type { DataOf } from '../kit/event-definition';
import { mainFigures } from './report-data';
import { objectId, SomeEntries } from './specification/some-entries';

const TOWN = objectId('authority');
const HERE = objectId('consultation');
const ELSEWHERE = objectId('consultation', 2);
const scope = { kind: 'consultations', consultations: [HERE] } as const;

const mandate = (more: Partial<DataOf<typeof consultationOpened>> = {}): DataOf<typeof consultationOpened> => ({
  organiser: TOWN,
  level: 'consult',
  addressees: [{ authority: TOWN, promise: { amount: 2, unit: 'months' } }],
  openPoints: [{ id: 'where' }],
  constraints: [{ id: 'budget', kind: 'budget' }],
  decisionPath: [
    { step: 'advice', body: 'committee', role: 'advises', expectedOn: '2026-04' },
    { step: 'vote', body: 'council', role: 'decides', expectedOn: '2026-05-20' },
    { step: 'works', body: 'roads', role: 'implements', expectedOn: '2026-09' },
  ],
  channels: ['online'],
  themes: ['mobility'],
  wordsPublic: 'onAdmission',
  ...more,
});
const received = (consultation: `consultation-${string}` = HERE): DataOf<typeof contributionRecorded> => ({
  consultation,
  sensitivity: 'public',
  kind: 'proposal',
  channel: 'online',
  language: 'fr',
  themes: ['mobility'],
  attachmentCount: 0,
});
const answered = (more: Partial<DataOf<typeof outcomeGiven>> = {}): DataOf<typeof outcomeGiven> => ({
  point: 1,
  outcome: 'notAccepted',
  reasons: ['budget'],
  commitments: [],
  decidedBy: 'deputy',
  supersedes: null,
  evidenceCount: 0,
  ...more,
});

function opened(): SomeEntries {
  const log = new SomeEntries();
  log.add(authorityRegistered, TOWN, { siret: '21440109300015' });
  log.add(consultationOpened, HERE, mandate(), '2026-01-05');
  log.add(consultationOpened, ELSEWHERE, mandate());
  return log;
}

/** What may happen to one contribution, in any order. */
const HAPPENINGS = [
  'admitted',
  'answered',
  'provisional',
  'point',
  'grouped',
  'withdrawn',
  'voided',
  'contested',
] as const;

function happen(log: SomeEntries, contribution: string, what: (typeof HAPPENINGS)[number], n: number): void {
  switch (what) {
    case 'admitted':
      return void log.add(contributionAdmitted, contribution, {});
    case 'answered':
      return void log.add(outcomeGiven, contribution, answered({ point: (n % 3) + 1 }));
    case 'provisional':
      return void log.add(outcomeGiven, contribution, answered({ outcome: 'underReview', reasons: [] }));
    case 'point':
      return void log.add(pointMarked, contribution, { point: (n % 3) + 1 });
    case 'grouped':
      return void log.add(groupedInto, contribution, { synthesis: objectId('synthesis'), point: 1 });
    case 'withdrawn':
      return void log.add(contributionWithdrawn, contribution, {});
    case 'voided':
      return void log.add(contributionVoided, contribution, { ground: 'test' });
    case 'contested':
      return void log.add(contributionContested, contribution, { event: log.events[0]!.id, what: 'outcome' });
  }
}

describe('nobody can leave a contribution out of a report', () => {
  it('every one that was received has its line, or stands in the list of voided ones, whatever happened to it', () => {
    const life = fc.record({
      here: fc.boolean(),
      happenings: fc.array(fc.constantFrom(...HAPPENINGS), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(life, { maxLength: 12 }), fc.boolean(), (lives, whole) => {
        const log = opened();
        lives.forEach(({ here }, n) =>
          log.add(contributionRecorded, objectId('contribution', n), received(here ? HERE : ELSEWHERE)),
        );
        lives.forEach(({ happenings }, n) =>
          happenings.forEach((what, i) => happen(log, objectId('contribution', n), what, i)),
        );
        const { chapters } = log.report(whole ? { kind: 'register' } : scope);
        const lines = chapters.answers.lines.map(({ contribution }) => contribution);
        const voided = chapters.method.voided.map(({ contribution }) => contribution);
        const all = lives.flatMap(({ here }, n) => (here || whole ? [objectId('contribution', n)] : []));
        expect([...lines, ...new Set(voided)].sort()).toEqual([...all].sort());
        for (const { points } of chapters.answers.lines) expect(points.length).toBeGreaterThan(0);
        const standings = chapters.answers.points.reduce((sum, { count }) => sum + count, 0);
        expect(standings).toBe(chapters.answers.lines.reduce((sum, { points }) => sum + points.length, 0));
      }),
      { numRuns: 100 },
    );
  });

  it('one whose facts are not public has its line too, and says so', () => {
    const log = opened();
    log.add(contributionRecorded, objectId('contribution'), {
      consultation: HERE,
      sensitivity: 'restricted',
    } as DataOf<typeof contributionRecorded>);
    const { chapters } = log.report(scope);
    expect(chapters.answers.lines).toMatchObject([
      { contribution: objectId('contribution'), kind: null, channel: null },
    ]);
    expect(chapters.method.concealed.ids).toEqual([objectId('contribution')]);
  });
});

describe('what was not public', () => {
  const contribution = objectId('contribution');
  const CONCEALED = { consultation: HERE, sensitivity: 'restricted' } as never;

  it('is answered without saying how, until a disclosure tells the outcomes that stand', () => {
    const log = opened();
    log.add(contributionRecorded, contribution, CONCEALED);
    const given = log.add(outcomeGiven, contribution, CONCEALED, '2026-04-01');
    expect(log.report(scope).chapters.answers.lines).toMatchObject([
      { standing: 'undisclosed', points: [{ answer: null }] },
    ]);
    log.add(disclosureAuthorised, contribution, {
      kind: 'proposal',
      channel: 'fieldReport',
      themes: [],
      points: 1,
      answers: [{ point: 1, event: given, outcome: 'considered' }],
    } as never);
    expect(log.report(scope).chapters.answers.lines).toMatchObject([
      {
        standing: 'considered',
        points: [{ answer: { event: given, on: '2026-04-01', outcome: 'considered', decidedBy: null } }],
      },
    ]);
  });
});

describe('the figures of a report', () => {
  it('are the published figures of its scope', () => {
    const log = opened();
    for (let n = 1; n <= 3; n++) log.add(contributionRecorded, objectId('contribution', n), received());
    log.add(contributionRecorded, objectId('contribution', 4), received(ELSEWHERE));
    log.add(outcomeGiven, objectId('contribution', 1), answered());
    log.add(commitmentMade, objectId('commitment'), {
      authority: TOWN,
      answers: [objectId('contribution', 2)],
      themes: [],
      dueOn: '2026-05',
    });
    log.add(depositClosed, HERE, {}, '2026-03-31');
    const { chapters } = log.report(scope);
    const figures = publishedFigures(log.events, '2026-06-15', HERE);
    expect(chapters.onePage.contributions).toEqual(figures.contributions.figures);
    expect(chapters.onePage.commitments).toEqual(figures.commitments);
    expect(mainFigures(log.report(scope))).toMatchObject({ received: 3, answered: 1, late: 2, commitmentsLate: 1 });
    expect(chapters.mandate).toMatchObject([{ consultation: HERE, promised: true, answersDueOn: '2026-05-31' }]);
  });

  it('of all consultations of an authority hold those it was asked to answer', () => {
    const log = opened();
    const other = objectId('authority', 2);
    log.add(consultationOpened, objectId('consultation', 3), mandate({ organiser: other, addressees: [] }));
    log.add(contributionRecorded, objectId('contribution', 1), received(ELSEWHERE));
    log.add(contributionRecorded, objectId('contribution', 2), received(objectId('consultation', 3)));
    const ofTown = log.report({ kind: 'authority', authority: TOWN });
    expect(ofTown.chapters.onePage.contributions.received.ids).toEqual([objectId('contribution', 1)]);
    expect(ofTown.chapters.mandate.map(({ consultation }) => consultation)).toEqual([HERE, ELSEWHERE]);
  });

  it('do not change with what comes after the size', () => {
    const log = opened();
    log.add(contributionRecorded, objectId('contribution'), received());
    const size = log.events.length;
    const before = log.report(scope, '2026-06-15', size);
    log.add(outcomeGiven, objectId('contribution'), answered());
    expect(log.report(scope, '2026-06-15', size)).toEqual(before);
  });
});

describe('the chapters of a report', () => {
  it('are fourteen, each under its code', () => {
    expect(Object.keys(opened().report(scope).chapters)).toEqual([...REPORT_CHAPTERS]);
    expect(REPORT_CHAPTERS).toHaveLength(14);
  });

  it('2 and 10: says who watches over a consultation on the day of the cut, and that nobody does', () => {
    const log = opened();
    const [own, former, others] = [objectId('guarantor', 1), objectId('guarantor', 2), objectId('guarantor', 3)];
    const appointed = { appointedBy: 'authority', chosenBy: 'openCall' } as const;
    expect(log.report(scope).chapters.mandate[0]!.guarantors).toEqual([]);
    log.add(guarantorAppointed, own, { ...appointed, authority: TOWN, code: 'one', consultations: [] });
    log.add(guarantorAppointed, former, { ...appointed, authority: TOWN, code: 'two', consultations: [HERE] });
    log.add(guarantorWithdrew, former, { reason: 'resigned' }, '2026-05-01');
    log.add(guarantorAppointed, others, { ...appointed, authority: TOWN, code: 'three', consultations: [ELSEWHERE] });
    const { mandate, onePage, opinions } = log.report(scope).chapters;
    expect(mandate[0]!.guarantors).toEqual([own]);
    expect(onePage.guarantors.ids).toEqual([own]);
    expect(opinions.guarantors.map(({ guarantor }) => guarantor)).toEqual([own, former]);
  });

  it('6 and 8: says so where an answer or a commitment rests on an annulled decision', () => {
    const log = opened();
    const decision = objectId('decision');
    log.add(decisionRegistered, decision, {
      authority: TOWN,
      kind: 'councilDeliberation',
      body: 'council',
      consultations: [HERE],
    });
    log.add(contributionRecorded, objectId('contribution'), received());
    log.add(outcomeGiven, objectId('contribution'), answered({ outcome: 'accepted', reasons: [], decision }));
    log.add(commitmentMade, objectId('commitment'), { authority: TOWN, decision, answers: [], themes: [] });
    log.add(decisionAnnulled, decision, { by: 'court', extent: 'whole' }, '2026-06-01');
    const { answers, commitments, decisionPath } = log.report(scope).chapters;
    expect(answers.lines[0]!.points[0]).toMatchObject({ standing: 'accepted', decisionStanding: 'annulled' });
    expect(commitments.lines[0]).toMatchObject({ decisionStanding: 'annulled' });
    expect(decisionPath.decisions[0]).toMatchObject({ standing: 'annulled', since: '2026-06-01' });
  });

  it('3: says of each step announced whether it was held, late, missed or is to come, and names those unannounced', () => {
    const log = opened();
    const decision = objectId('decision');
    log.add(decisionRegistered, decision, {
      authority: TOWN,
      kind: 'councilDeliberation',
      body: 'council',
      consultations: [HERE],
    });
    const step = (name: string, on: string): string =>
      log.add(
        decisionStepTaken,
        decision,
        { consultation: HERE, step: name, ofPath: name !== 'hearing', body: 'council', outcome: 'adopted' },
        on,
      );
    step('vote', '2026-06-02');
    step('hearing', '2026-02-01');
    const [path] = log.report(scope).chapters.decisionPath.paths;
    expect(path!.steps.map(({ step: name, state }) => [name, state])).toEqual([
      ['advice', 'missed'],
      ['vote', 'heldLate'],
      ['works', 'toCome'],
    ]);
    expect(path!.unannounced.map(({ facts }) => facts['step'])).toEqual(['hearing']);
    expect(log.report(scope).chapters.onePage.stepsMissed.ids).toEqual([`${HERE}#advice`]);
  });

  it('4: adds means up, without the reports that another replaced as entered in error', () => {
    const log = opened();
    const wrong = log.add(meansReported, HERE, { category: 'venue', cents: 90_000 });
    log.add(meansReported, HERE, { category: 'venue', cents: 9_000, enteredInError: { event: wrong } });
    log.add(meansReported, HERE, { category: 'staff', hours: 12 });
    expect(log.report(scope).chapters.held.meansByCategory).toMatchObject([
      { category: 'staff', cents: 0, hours: 12 },
      { category: 'venue', cents: 9_000, hours: 0 },
    ]);
  });

  it('6 and 7: gives each point its outcome, reasons and decider, and lists what will not be done and why', () => {
    const log = opened();
    const contribution = objectId('contribution');
    log.add(contributionRecorded, contribution, received());
    log.add(pointMarked, contribution, { point: 2 });
    const first = log.add(outcomeGiven, contribution, answered({ outcome: 'underReview', reasons: [] }), '2026-03-01');
    const second = log.add(outcomeGiven, contribution, answered({ supersedes: first }), '2026-04-01');
    const { answers, refusals } = log.report(scope).chapters;
    expect(answers.lines[0]!.points).toMatchObject([
      {
        point: 1,
        standing: 'notAccepted',
        answer: { event: second, decidedBy: 'deputy', on: '2026-04-01', replaced: 1 },
      },
      { point: 2, standing: 'pending', answer: null },
    ]);
    expect(answers.byDecider).toEqual([{ code: 'deputy', count: 1, ids: [second] }]);
    expect(refusals.refusals).toMatchObject([{ contribution, point: 1, reasons: ['budget'] }]);
    expect(refusals.byReason).toEqual([{ code: 'budget', count: 1, ids: [second] }]);
  });

  it('8: takes in the commitments of a decision of the consultation that answer nobody in particular', () => {
    const log = opened();
    const decision = objectId('decision');
    log.add(decisionRegistered, decision, {
      authority: TOWN,
      kind: 'councilDeliberation',
      body: 'council',
      consultations: [HERE],
    });
    log.add(commitmentMade, objectId('commitment', 1), { authority: TOWN, decision, answers: [], themes: [] });
    log.add(commitmentMade, objectId('commitment', 2), { authority: TOWN, answers: [], themes: [] });
    const { lines, figures } = log.report(scope).chapters.commitments;
    expect(lines.map(({ commitment }) => commitment)).toEqual([objectId('commitment', 1)]);
    expect(figures.made.count).toBe(1);
  });

  it('9: tells what changed since the last report of the same scope, and nothing else', () => {
    const log = opened();
    const [old, young] = [objectId('commitment', 1), objectId('commitment', 2)];
    const made = { authority: TOWN, answers: [objectId('contribution')], themes: [], dueOn: '2026-05' };
    log.add(contributionRecorded, objectId('contribution'), received());
    log.add(commitmentMade, old, made);
    const size = log.events.length;
    const first = log.report(scope);
    expect(first.chapters.progress.since).toBeNull();
    log.add(reportPublished, objectId('report'), {
      authority: TOWN,
      scope: 'consultations',
      consultations: [HERE],
      size,
      root: '0'.repeat(64),
      cutOn: '2026-03-02',
      figures: mainFigures(first),
      dataSha256: '0'.repeat(64),
    });
    log.add(commitmentRescheduled, old, { from: '2026-05', to: '2026-09' });
    log.add(commitmentMade, young, made);
    log.add(declaredDone, young, { evidenceCount: 0 });
    const { progress } = log.report(scope).chapters;
    expect(progress.since).toEqual({ report: objectId('report'), size, cutOn: '2026-03-02' });
    expect(
      progress.commitments.map(({ commitment, changes }) => [commitment, changes.map(({ name }) => name)]),
    ).toEqual([
      [old, ['commitment.rescheduled']],
      [young, ['commitment.made', 'commitment.declaredDone']],
    ]);
    expect(progress.received.count).toBe(0);
    expect(log.report({ kind: 'register' }).chapters.progress.since).toBeNull();
    expect(log.report(scope, '2026-06-15', undefined, null).chapters.progress.since).toBeNull();
  });

  it('9: who has a provisional answer is not answered', () => {
    const log = opened();
    const [waiting, done] = [objectId('contribution', 1), objectId('contribution', 2)];
    for (const one of [waiting, done]) log.add(contributionRecorded, one, received());
    const size = log.events.length;
    log.add(reportPublished, objectId('report'), {
      authority: TOWN,
      scope: 'consultations',
      consultations: [HERE],
      size,
      root: '0'.repeat(64),
      cutOn: '2026-03-02',
      figures: mainFigures(log.report(scope)),
      dataSha256: '0'.repeat(64),
    });
    log.add(outcomeGiven, waiting, answered({ outcome: 'underReview', reasons: [], answerOn: '2026-09' }));
    log.add(outcomeGiven, done, answered());
    expect(log.report(scope).chapters.progress.answered).toEqual({ count: 1, ids: [done] });
  });

  it('12: says under which licence the data are, as it was set at the cut', () => {
    const log = opened();
    log.add(settingChanged, TOWN, { setting: 'accessibility', from: 'notCompliant', to: 'compliant' });
    const before = log.events.length;
    log.add(settingChanged, TOWN, { setting: 'dataLicence', from: 'licenceOuverte2', to: 'odbl' });
    const licences = (size?: number) => log.report(scope, '2026-06-15', size).chapters.method.licences;
    expect(licences(before)).toEqual([{ authority: TOWN, licence: 'licenceOuverte2' }]);
    expect(licences()).toEqual([{ authority: TOWN, licence: 'odbl' }]);
  });

  it('12: counts what was assisted, taken over, corrected and suppressed', () => {
    const log = opened();
    const assisted = {
      tool: 'scribe',
      version: '2.1',
      instruction: '5f'.repeat(32),
      inputs: [],
      validatedBy: 'deputy',
    };
    const takenOver = { source: 'paris', notStated: ['reason' as const] };
    log.add(contributionRecorded, objectId('contribution'), { ...received(), takenOver });
    const given = log.add(outcomeGiven, objectId('contribution'), answered({ assisted, takenOver }));
    const publics = log.add(publicsReported, HERE, {
      of: 'participants',
      rowsBy: 'age',
      rows: ['young', 'old'],
      columns: [],
      cells: [null, 40],
      rowTotals: [],
      columnTotals: [],
      total: null,
      fewest: 5,
    });
    const { method } = log.report(scope).chapters;
    expect(method.assisted).toEqual([{ code: 'scribe 2.1', count: 1, ids: [given] }]);
    expect(method.takenOver).toEqual([{ code: 'paris', count: 1, ids: [objectId('contribution')] }]);
    expect(method.notStated.map(({ code, count }) => [code, count])).toEqual([['reason', 2]]);
    expect(method.cellsSuppressed).toEqual([{ event: publics, cells: 1 }]);
  });

  it('13: keeps a missed deadline until it was found missed in error, and both stay', () => {
    const log = opened();
    const closed = log.add(depositClosed, HERE, {}, '2026-03-31');
    const deadline = objectId('deadline');
    const which = { rule: 'promise.answer', ruleVersion: 1, trigger: { stream: HERE, event: closed } };
    const missed = log.add(deadlineMissed, deadline, {
      ...which,
      basisKind: 'selfCommitment',
      dueOn: '2026-05-31',
      dueUntil: '2026-05-31T22:00:00Z',
      owed: [],
      owedInAll: 1,
      inAll: 1,
      arithmetic: [],
    });
    const chapter = log.report(scope).chapters.deadlines;
    expect([chapter.missed.ids, chapter.promisedMissed.ids, chapter.legalMissed.ids]).toEqual([[missed], [missed], []]);
    log.add(deadlineMissedInError, deadline, { ...which, missed, oversight: 'doneInTime' });
    const after = log.report(scope).chapters.deadlines;
    expect(after.missed.count).toBe(0);
    expect(after.missedInError.count).toBe(1);
    expect(after.events.map(({ name }) => name)).toEqual(['deadline.missed', 'deadline.missedInError']);
    expect(after.rows).toMatchObject([{ rule: 'promise.answer', legal: false, state: 'missedInError' }]);
  });

  it('14: tells the next dates, the nearest first, and what is being examined again', () => {
    const log = opened();
    const contribution = objectId('contribution');
    log.add(contributionRecorded, contribution, received());
    const given = log.add(
      outcomeGiven,
      contribution,
      answered({ outcome: 'deferred', reasons: ['timing'], answerOn: '2026-10' }),
    );
    log.add(contributionContested, contribution, { event: given, what: 'outcome' });
    log.add(commitmentMade, objectId('commitment'), {
      authority: TOWN,
      answers: [contribution],
      themes: [],
      dueOn: '2026-07',
    });
    const [refused, appealing] = [objectId('contribution', 2), objectId('contribution', 3)];
    const inadmissible = { rulesVersion: 1, article: 'article-4', decidedBy: 'deputy', authorTold: 'letter' } as const;
    for (const one of [refused, appealing]) {
      log.add(contributionRecorded, one, received());
      const event = log.add(contributionDeclaredInadmissible, one, { ...inadmissible, appealBy: '2026-08-01' });
      if (one === appealing) log.add(appealLodged, one, { event });
    }
    const { next } = log.report(scope).chapters;
    expect(next.appealsWaiting).toMatchObject([{ stream: appealing }]);
    expect(next.dates.map(({ on, what }) => [on, what])).toEqual([
      ['2026-07', 'commitment'],
      ['2026-08-01', 'appeal'],
      ['2026-09', 'decisionStep'],
      ['2026-10', 'answer'],
    ]);
    expect(next.contestsWaiting).toMatchObject([{ stream: contribution }]);
  });
});
