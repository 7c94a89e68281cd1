import { contributionRecorded, groupedInto, outcomeGiven } from '@fil/facts/events/contribution.events';
import { contributionsAttached, synthesisOpened, synthesisOutcomeGiven } from '@fil/facts/events/synthesis.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { Names } from '../names/names';
import { historyOf, keptEventId } from '../reading/specification/kept-history';
import type { GatheredThread } from './gather-thread';
import { synthesisOf } from './thread-syntheses';

const id = <A extends string>(aggregate: A): `${A}-${string}` => `${aggregate}-0b6c1b2e-6f0e-4d2b-9f43-000000000001`;
const [SYNTHESIS, CONTRIBUTION, CONSULTATION] = [id('synthesis'), id('contribution'), id('consultation')];
const members = [{ contribution: CONTRIBUTION, point: 1 }];
const answer = { outcome: 'considered', reasons: [], commitments: [], supersedes: null, evidenceCount: 0 } as const;
const justification = { fr: 'Cela a pesé.' };

const opened = event(synthesisOpened, {
  data: { consultation: CONSULTATION, themes: [], divergenceCount: 0 },
  words: { title: { fr: 'De l’ombre' } },
});
const attached = event(contributionsAttached, { data: { members }, words: {} });
const given = event(synthesisOutcomeGiven, { data: { ...answer, members: 1 }, words: { justification } });

/** @param cause of the answer that the contribution has from a synthesis */
function reached(synthesis: readonly NewEvent[], cause: string | null): boolean {
  const history = historyOf(CONTRIBUTION, [
    event(contributionRecorded, {
      data: {
        consultation: CONSULTATION,
        sensitivity: 'public',
        kind: 'view',
        channel: 'online',
        language: 'fr',
        themes: [],
        authorKind: 'person',
        attachmentCount: 0,
      },
      words: {},
    }),
    event(groupedInto, { data: { synthesis: SYNTHESIS, point: 1 }, words: {} }),
    event(outcomeGiven, { data: { ...answer, point: 1 }, words: { justification } }),
  ]);
  const gathered = {
    contribution: { events: history.events.map((one) => ({ ...one, cause })) },
    syntheses: new Map([[SYNTHESIS, historyOf(SYNTHESIS, synthesis, 10)]]),
    carried: new Map(),
  } as unknown as GatheredThread;
  const reading = { gathered, names: Names.of([], []), organiser: null, today: '2026-03-05' };
  return synthesisOf(reading, SYNTHESIS)!.outcome!.reachedThisOne;
}

describe('whether a common answer reached a contribution', () => {
  it('is so when it came from the answer, or from joining since', () => {
    expect(reached([opened, attached, given], keptEventId(12))).toBe(true);
    expect(reached([opened, given, attached], keptEventId(12))).toBe(true);
  });

  it('is not when the answer it has came from an earlier one, or from elsewhere', () => {
    expect(reached([opened, attached, given], keptEventId(11))).toBe(false);
    expect(reached([opened, given, attached], null)).toBe(false);
  });
});
