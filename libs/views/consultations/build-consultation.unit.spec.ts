import {
  addresseeJoined,
  answersBegan,
  consultationOpened,
  depositClosed,
  depositOpened,
  documentPublished,
  factRecorded,
  labelContested,
  labelCorrected,
  mandateAmended,
  meansReported,
  periodExtended,
  rulesPublished,
} from '@fil/facts/events/consultation.events';
import { decisionRegistered, decisionStepTaken } from '@fil/facts/events/decision.events';
import { encounterHeld, encounterPlanned, sheetsCounted } from '@fil/facts/events/encounter.events';
import { guarantorAppointed, guarantorWithdrew } from '@fil/facts/events/guarantor.events';
import { event, type AnyDefinition, type DataOf, type NewEvent, type SealedOf } from '@fil/facts/kit/event-definition';
import { Names } from '../names/names';
import { historyOf, keptEventId } from '../reading/specification/kept-history';
import { buildConsultation, type Around } from './build-consultation';
import type { Consultation } from './consultations.answer';

const id = <A extends string>(aggregate: A, n = 1): `${A}-${string}` =>
  `${aggregate}-0b6c1b2e-6f0e-4d2b-9f43-${String(n).padStart(12, '0')}`;
const TOWN = id('authority');
const REGION = id('authority', 2);
const CONSULTATION = id('consultation');
const fr = (text: string) => ({ fr: text });
const fact = <D extends AnyDefinition>(
  definition: D,
  data: DataOf<D>,
  words?: SealedOf<D>,
  occurredOn: string | null = null,
): NewEvent => event(definition, { data, words: (words ?? {}) as SealedOf<D>, occurredOn });

const opened = fact(
  consultationOpened,
  {
    organiser: TOWN,
    level: 'involve',
    addressees: [],
    openPoints: [{ id: 'place' }],
    constraints: [{ id: 'budget', kind: 'budget' }],
    decisionPath: [
      { step: 'avis', body: 'comite', role: 'advises' },
      { step: 'vote', body: 'conseil', role: 'decides', expectedOn: '2026-05' },
    ],
    channels: ['online'],
    themes: [],
    wordsPublic: 'onAdmission',
  },
  { title: fr('La place'), openPointTexts: [fr('La forme')], constraintTexts: [{ text: fr('Deux millions') }] },
  '2026-01-05',
);
const NOBODY: Around = { decisions: [], guarantors: [], encounters: [], watched: false };
const built = (events: readonly NewEvent[], around: Partial<Around> = {}): Consultation =>
  buildConsultation(
    historyOf(CONSULTATION, [opened, ...events]),
    { ...NOBODY, ...around },
    Names.of([], []),
    { received: 4_000, published: 3_900, answered: 1_200, late: 0 },
    { size: 99, at: null, asOf: false },
  );

describe('a consultation', () => {
  it('of which nobody promised anything, without a guarantor, says so', () => {
    expect(built([])).toMatchObject({
      promised: false,
      addressees: [],
      guarantors: [],
      organiserKind: 'authority',
      answersBegan: null,
      progress: { answered: 1_200, of: 4_000 },
      deposit: { state: 'notOpened', openedOn: null },
    });
  });

  it('shows its mandate as it stands, and each amendment with before and after', () => {
    const { openPoints, constraints, decisionPath, amendments } = built([
      fact(
        mandateAmended,
        {
          stage: 'afterFirstDeposit',
          parts: ['openPoints', 'decisionPath'],
          openPointsAdded: [{ id: 'arbres' }],
          openPointsRemoved: ['place'],
          decisionPath: [{ step: 'vote', body: 'conseil', role: 'decides' }],
          guarantor: { guarantor: id('guarantor'), event: keptEventId(7) },
          noticeDue: true,
        },
        { reason: fr('Une étude'), openPointTexts: [fr('Les arbres')] },
      ),
    ]);
    expect(openPoints).toEqual([{ id: 'arbres', text: fr('Les arbres') }]);
    expect(constraints).toEqual([{ id: 'budget', kind: 'budget', text: { text: fr('Deux millions') } }]);
    expect(decisionPath.map(({ step }) => step)).toEqual(['vote']);
    expect(amendments).toMatchObject([
      {
        stage: 'afterFirstDeposit',
        noticeDue: true,
        reason: fr('Une étude'),
        guarantor: { id: id('guarantor') },
        changes: [
          { part: 'openPoints', before: [{ id: 'place' }], after: [{ id: 'arbres' }] },
          { part: 'decisionPath', before: [{ step: 'avis' }, { step: 'vote' }], after: [{ step: 'vote' }] },
        ],
      },
    ]);
  });

  it('counts the days of its answers from what those who joined promised', () => {
    const consultation = built([
      fact(addresseeJoined, { authority: REGION }, { statement: fr('Nous écoutons.') }),
      fact(addresseeJoined, { authority: TOWN, promise: { amount: 2, unit: 'months' } }),
      fact(depositOpened, { until: '2026-01-31' }, undefined, '2026-01-10'),
      fact(periodExtended, { from: '2026-01-31', until: '2026-02-28' }, { reason: fr('La neige') }),
      fact(depositClosed, {}, undefined, '2026-02-28'),
    ]);
    expect(consultation).toMatchObject({
      promised: true,
      dueOn: '2026-04-28',
      addressees: [
        { authority: { id: REGION }, promise: null, statement: fr('Nous écoutons.') },
        { authority: { id: TOWN }, dueOn: '2026-04-28', joined: { occurredOn: '2026-03-03' } },
      ],
      deposit: { state: 'closed', openedOn: '2026-01-10', until: '2026-02-28', closedOn: '2026-02-28' },
      depositTimes: [{ until: '2026-02-28', extensions: [{ from: '2026-01-31', reason: fr('La neige') }] }],
    });
  });

  it('sums its means, without what was entered in error', () => {
    const { means } = built([
      fact(meansReported, { category: 'venue', cents: 90_000 }),
      fact(meansReported, { category: 'venue', cents: 9_000, hours: 2, enteredInError: { event: keptEventId(1) } }),
      fact(meansReported, { category: 'staff', hours: 12 }),
    ]);
    expect(means).toMatchObject({
      total: { cents: 9_000, hours: 14 },
      byCategory: [
        { category: 'staff', cents: 0, hours: 12 },
        { category: 'venue', cents: 9_000, hours: 2 },
      ],
      reports: [{ enteredInError: true }, { enteredInError: false }, {}],
    });
  });

  it('says what a document was called and what it is, who contested it and how that ended', () => {
    const { documents } = built([
      fact(
        documentPublished,
        { kind: 'information', sha256: '5f'.repeat(32) },
        { title: fr('Plaquette'), address: 'https://ville.invalid/p.pdf' },
      ),
      fact(labelContested, { document: keptEventId(1) }, { text: fr('De la publicité') }),
      fact(labelCorrected, { contest: keptEventId(2), document: keptEventId(1) }, { reason: fr('En effet') }),
    ]);
    expect(documents).toMatchObject([
      {
        kind: 'communication',
        publishedAs: 'information',
        contests: [{ text: fr('De la publicité'), settlement: { result: 'corrected', reason: fr('En effet') } }],
      },
    ]);
  });

  it('keeps how a thing was qualified before, and every version of the rules', () => {
    const qualified = (standing: 'established' | 'disputed'): NewEvent =>
      fact(
        factRecorded,
        { fact: 'bruit', standing, sourceCount: 1 },
        { statement: fr('Bruyante'), sources: ['Relevé'] },
      );
    const rules = (version: number): NewEvent => fact(rulesPublished, { version }, { rules: fr(`Règles ${version}`) });
    const consultation = built([qualified('disputed'), qualified('established'), rules(1), rules(2)]);
    expect(consultation.facts).toMatchObject([
      { fact: 'bruit', standing: 'established', sources: ['Relevé'], earlier: [{ standing: 'disputed' }] },
    ]);
    expect(consultation.rules).toMatchObject([{ version: 1 }, { version: 2, text: fr('Règles 2') }]);
  });

  it('shows the path that was declared and the steps that were taken side by side', () => {
    const registered = fact(
      decisionRegistered,
      { authority: TOWN, kind: 'councilDeliberation', consultations: [CONSULTATION] },
      { title: fr('Le plan') },
    );
    const step = (code: string, consultation?: `consultation-${string}`): NewEvent =>
      fact(decisionStepTaken, { step: code, ofPath: true, body: 'conseil', outcome: 'adopted', consultation });
    const steps = [step('vote'), step('avis-2', CONSULTATION), step('vote', id('consultation', 2))];
    const { decisionPath, stepsBesidePath } = built([], {
      decisions: [historyOf(id('decision'), [registered, ...steps], 40)],
    });
    expect(decisionPath).toMatchObject([
      { step: 'avis', taken: [] },
      { step: 'vote', expectedOn: '2026-05', taken: [{ outcome: 'adopted', decision: { title: fr('Le plan') } }] },
    ]);
    expect(decisionPath[1]!.taken).toHaveLength(1);
    expect(stepsBesidePath).toMatchObject([{ step: 'avis-2' }]);
  });

  it('names its guarantors, those of all consultations of its organiser too, and its encounters', () => {
    const appointed = (...consultations: `consultation-${string}`[]): NewEvent =>
      fact(
        guarantorAppointed,
        { authority: TOWN, code: 'garante', consultations, appointedBy: 'authority', chosenBy: 'openCall' },
        { title: fr('La garante') },
      );
    const workshop = [
      fact(
        encounterPlanned,
        { consultation: CONSULTATION, format: 'workshop', questionCount: 0 },
        { title: fr('Atelier') },
      ),
      fact(encounterHeld, { participants: 20, approximate: true }, undefined, '2025-06-05'),
      fact(sheetsCounted, { handedIn: 5, blank: 1, presence: [] }),
    ];
    const consultation = built([fact(answersBegan, { answered: id('synthesis'), outcome: keptEventId(9) })], {
      guarantors: [
        historyOf(id('guarantor', 1), [appointed(), fact(guarantorWithdrew, { reason: 'termEnded' })], 50),
        historyOf(id('guarantor', 2), [appointed(id('consultation', 2))], 60),
        historyOf(id('guarantor', 3), [appointed(CONSULTATION)], 70),
      ],
      encounters: [historyOf(id('encounter'), workshop, 80)],
    });
    expect(consultation.guarantors).toMatchObject([
      { id: id('guarantor', 1), withdrew: { index: 51 } },
      { id: id('guarantor', 3), title: fr('La garante'), withdrew: null },
    ]);
    expect(consultation.encounters).toMatchObject([
      { title: fr('Atelier'), heldOn: '2025-06-05', participants: 20, approximate: true, sheetsUnaccounted: 4 },
    ]);
    expect(consultation.answersBegan).toMatchObject({ index: 1 });
  });
});
