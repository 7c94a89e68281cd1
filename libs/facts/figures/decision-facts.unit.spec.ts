import { DECISION_EVENTS } from '../events/decision.events';
import { annulmentOf, decisionStanding, evolveDecision, type DecisionFacts } from './decision-facts';

type Told = readonly [name: string, data?: Readonly<Record<string, unknown>>];
const REGISTERED: Told = ['registered', { kind: 'councilDeliberation' }];

const fold = (...events: readonly Told[]): DecisionFacts =>
  [REGISTERED, ...events].reduce<DecisionFacts | null>(
    (facts, [name, data = {}], index) =>
      evolveDecision(facts, {
        index,
        id: `event-${index}`,
        type: DECISION_EVENTS.find(({ type }) => type.startsWith(`decision.${name}/`))!.type,
        stream: 'decision-018f6b1e-7c00-7000-8000-000000000004',
        at: '2026-01-10T10:00:00Z',
        occurredOn: `2026-02-0${index + 1}`,
        cause: null,
        data,
      }),
    null,
  )!;
const standing = (...events: readonly Told[]): string => decisionStanding(fold(...events));

const challenged: Told = ['challengedInCourt', { case: 'recours-1', court: 'administrativeCourt' }];
const suspended: Told = ['suspendedByCourt', { case: 'recours-1', court: 'administrativeCourt' }];
const ruled = (outcome: string, of = 'recours-1'): Told => [
  'courtRuled',
  { case: of, court: 'councilOfState', outcome },
];

describe('what became of a decision', () => {
  it('is in force until something says otherwise', () => {
    expect(standing()).toBe('inForce');
    expect(standing(challenged)).toBe('inForce');
    expect(standing(['amended', { by: 'council' }])).toBe('inForce');
    expect(standing(['repealed', { by: 'council' }])).toBe('repealed');
    expect(standing(['annulled', { by: 'prefect', extent: 'whole' }])).toBe('annulled');
    expect(standing(['annulled', { by: 'council', extent: 'part' }])).toBe('annulledInPart');
  });

  it('is suspended until the court has ruled', () => {
    expect(standing(challenged, suspended)).toBe('suspended');
    expect(standing(challenged, suspended, ruled('dismissed'))).toBe('inForce');
    expect(standing(challenged, suspended, ruled('suspensionLifted'))).toBe('inForce');
    expect(standing(challenged, suspended, ruled('annulled'))).toBe('annulled');
  });

  it('stands again when a higher court overturns the annulment, and only then', () => {
    expect(standing(challenged, ruled('annulled'), ruled('annulmentOverturned'))).toBe('inForce');
    expect(standing(challenged, ruled('annulled'), ruled('dismissed'))).toBe('annulled');
    expect(standing(challenged, ruled('annulled'), ruled('annulled'))).toBe('annulled');
    expect(annulmentOf(fold(challenged, ruled('annulled'), ruled('annulled')))).toMatchObject({ on: '2026-02-04' });
  });

  it('is not revived by a court when its own authority withdrew it', () => {
    const withdrawn: Told = ['annulled', { by: 'council', extent: 'whole' }];
    expect(standing(challenged, ruled('annulled'), withdrawn, ruled('annulmentOverturned'))).toBe('annulled');
  });

  it('keeps every step that was taken, on the path or beside it', () => {
    const steps = fold(
      ['stepTaken', { step: 'commission', ofPath: true, body: 'commission', outcome: 'favourable' }],
      ['stepTaken', { step: 'bureau', ofPath: false, body: 'bureau', outcome: 'proposed' }],
    ).steps;
    expect(steps.map(({ step, ofPath }) => [step, ofPath])).toEqual([
      ['commission', true],
      ['bureau', false],
    ]);
  });
});
