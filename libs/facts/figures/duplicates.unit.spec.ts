import {
  contributionAdmitted,
  contributionRecorded,
  contributionVoided,
  contributionWithdrawn,
  outcomeGiven,
} from '../events/contribution.events';
import { contributionDeclaredInadmissible as declaredInadmissible } from '../events/moderation.events';
import { objectId, SomeEntries } from '../report/specification/some-entries';
import { publishedFigures } from './published-figures';
import { recordFacts } from './record-facts';
import { evolveSettling, settledWithOthers, type Settling } from './settling';
import { overallStanding } from './standing';

const [KEPT, DUPLICATE, THIRD] = [1, 2, 3].map((n) => objectId('contribution', n)) as [
  `contribution-${string}`,
  `contribution-${string}`,
  `contribution-${string}`,
];

class Said extends SomeEntries {
  constructor() {
    super();
    for (const one of [KEPT, DUPLICATE]) this.record(one);
    this.answer(DUPLICATE, 'merged', { mergedInto: KEPT });
  }

  record(stream: `contribution-${string}`): this {
    this.add(contributionRecorded, stream, {
      consultation: objectId('consultation'),
      sensitivity: 'public',
      kind: 'proposal',
      channel: 'online',
      language: 'fr',
      themes: [],
      authorKind: 'person',
      attachmentCount: 0,
    });
    this.add(contributionAdmitted, stream, {});
    return this;
  }

  answer(stream: `contribution-${string}`, outcome: string, more: object = {}): this {
    const facts = { point: 1, outcome, reasons: [], commitments: [], evidenceCount: 0, supersedes: null, ...more };
    this.add(outcomeGiven, stream, facts as never);
    return this;
  }

  of(stream: string): { standing: string; answered: boolean; provisional: boolean } {
    const { figures } = publishedFigures(this.events, '2026-06-01').contributions;
    return {
      standing: overallStanding(recordFacts(this.events).contributions.get(stream)!),
      answered: figures.answered.ids.includes(stream),
      provisional: figures.provisional.ids.includes(stream),
    };
  }
}

describe('merged: the other contribution; counts with it', () => {
  it('waits while the other one waits, and is answered with it', () => {
    const said = new Said();
    expect(said.of(DUPLICATE)).toEqual({ standing: 'pending', answered: false, provisional: false });
    said.answer(KEPT, 'underReview', { department: 'voirie', answerOn: '2026-09-01' });
    expect(said.of(DUPLICATE)).toEqual({ standing: 'underReview', answered: false, provisional: true });
    said.answer(KEPT, 'considered');
    expect(said.of(DUPLICATE)).toEqual({ standing: 'merged', answered: true, provisional: false });
  });

  it.each([
    ['withdrawn', contributionWithdrawn, {}],
    ['voided', contributionVoided, { ground: 'test' }],
    [
      'inadmissible',
      declaredInadmissible,
      { rulesVersion: 1, article: 'a1', decidedBy: 'maire', appealBy: '2026-09-01' },
    ],
  ])('waits again when the other one is %s, answered or not', (_, definition, facts) => {
    const said = new Said().answer(KEPT, 'considered');
    said.add(definition as typeof contributionVoided, KEPT, facts as never);
    expect(said.of(DUPLICATE)).toMatchObject({ standing: 'pending', answered: false });
  });

  it('follows one that became a duplicate in its turn; of two that name each other both wait', () => {
    const said = new Said().record(THIRD).answer(KEPT, 'merged', { mergedInto: THIRD });
    expect(said.of(DUPLICATE).standing).toBe('pending');
    said.answer(THIRD, 'considered');
    expect(said.of(DUPLICATE)).toMatchObject({ standing: 'merged', answered: true });
    said.answer(THIRD, 'merged', { mergedInto: DUPLICATE });
    for (const one of [KEPT, DUPLICATE, THIRD]) expect(said.of(one)).toMatchObject({ standing: 'pending' });
  });

  it('is owed as long as the other one, and settled by the event that settled that', () => {
    const said = new Said();
    const settled = () => {
      const all = new Map<string, Settling>();
      for (const event of said.events) {
        const state = evolveSettling(all.get(event.stream) ?? null, event);
        if (state) all.set(event.stream, state);
      }
      return settledWithOthers(DUPLICATE, (one) => all.get(one));
    };
    expect(settled()).toBeNull();
    said.add(contributionWithdrawn, KEPT, {}, null, '2026-03-04T09:30:00Z');
    expect(settled()).toBeNull();
    const again = new Said();
    again.add(
      outcomeGiven,
      KEPT,
      { point: 1, outcome: 'considered', reasons: [], commitments: [], evidenceCount: 0, supersedes: null },
      null,
      '2026-03-05T09:30:00Z',
    );
    said.events.splice(0, Infinity, ...again.events);
    expect(settled()).toMatchObject({ at: '2026-03-05T09:30:00Z' });
  });
});
