import { evaluationClosed, evaluationOpened, evaluationPublished } from '@fil/facts/events/evaluation.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { Names } from '../names/names';
import type { KeptEvent } from '../reading/happening';
import type { History } from '../reading/history';
import { buildEvaluation } from './build-evaluation';

const NAMES = Names.of([], []);
const SHOWN = { size: 12, at: null, asOf: false };
const text = { fr: 'Un texte.' };

const lived = (stream: string, ...events: NewEvent[]): History => ({
  events: events.map(
    ({ type, data, words, occurredOn }, n) =>
      ({
        index: n,
        id: `${stream}-${n}`,
        type,
        stream,
        at: '2026-03-03T09:00:00Z',
        occurredOn,
        cause: null,
        actor: { role: 'facilitator', body: 'animatrice' },
        data,
        words,
      }) as KeptEvent,
  ),
});
const opened = (phase: 'before' | 'after'): NewEvent =>
  event(evaluationOpened, {
    data: {
      authority: 'authority-1',
      target: 'consultation-1',
      phase,
      consultations: [],
      criteria: [
        { id: 'trust', form: 'scale' },
        { id: 'again', form: 'choice', choices: ['yes', 'no'] },
      ],
      from: '2026-01-01',
      to: '2026-12-31',
      facilitator: 'animatrice',
    },
    words: { title: text, method: text, criterionTexts: [text, text] },
  });
const closed = event(evaluationClosed, { data: {}, words: {} });
const published = (doubledMedian: number | null): NewEvent =>
  event(evaluationPublished, {
    data: {
      size: 9,
      responses: null,
      results: [{ criterion: 'trust', answers: null, doubledMedian, distribution: [] }],
    },
    words: { limits: text },
  });
const before = lived('evaluation-1', opened('before'), closed, published(4));

describe('an evaluation', () => {
  it('stands beside the one of the other phase, once both are published', () => {
    const after = lived('evaluation-2', opened('after'), closed, published(7));
    const comparison = {
      before: 'evaluation-1',
      after: 'evaluation-2',
      criteria: [{ criterion: 'trust', before: 4, after: 7 }],
    };
    expect(buildEvaluation(after, [before], NAMES, SHOWN).comparison).toEqual(comparison);
    expect(buildEvaluation(before, [after], NAMES, SHOWN).comparison).toEqual(comparison);
    expect(
      buildEvaluation(lived('evaluation-2', opened('after'), closed), [before], NAMES, SHOWN).comparison,
    ).toBeNull();
    expect(buildEvaluation(before, [], NAMES, SHOWN).comparison).toBeNull();
  });

  it('tells nothing of a median that too few people made', () => {
    const after = lived('evaluation-2', opened('after'), closed, published(null));
    expect(buildEvaluation(after, [before], NAMES, SHOWN)).toMatchObject({
      state: 'published',
      criteria: [{ id: 'trust', text, contributors: { doubledMedian: null }, panel: null }, { contributors: null }],
      comparison: { criteria: [{ criterion: 'trust', before: 4, after: null }] },
    });
  });
});
