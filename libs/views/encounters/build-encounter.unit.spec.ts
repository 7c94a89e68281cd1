import {
  encounterCancelled,
  encounterHeld,
  encounterPlanned,
  encounterPostponed,
  minutesPublished,
  restitutionHeld,
  sheetsCounted,
  sheetsEntered,
  slipsAllocated,
} from '@fil/facts/events/encounter.events';
import { event, type AnyDefinition, type DataOf, type NewEvent, type SealedOf } from '@fil/facts/kit/event-definition';
import { slipNumber } from '@fil/facts/numbers/slip-number';
import { Names } from '../names/names';
import { historyOf } from '../reading/specification/kept-history';
import { buildEncounter, encounterFactsOf } from './build-encounter';
import type { Encounter } from './encounters.answer';
import { numbersToPrint } from './slip-list';

const ENCOUNTER = 'encounter-0b6c1b2e-6f0e-4d2b-9f43-000000000001';
const CONSULTATION = 'consultation-0b6c1b2e-6f0e-4d2b-9f43-000000000001';
const fr = (text: string) => ({ fr: text });
const fact = <D extends AnyDefinition>(
  definition: D,
  data: DataOf<D>,
  words?: SealedOf<D>,
  occurredOn: string | null = null,
): NewEvent => event(definition, { data, words: (words ?? {}) as SealedOf<D>, occurredOn });

const planned = fact(
  encounterPlanned,
  { consultation: CONSULTATION, format: 'workshop', expectedOn: '2026-03-01', questionCount: 2 },
  { title: fr('Atelier'), questions: [fr('Où planter ?'), fr('Qui arrose ?')], place: 'Salle des fêtes' },
);
/** Planned by the entry 411 of the log. */
const built = (...events: NewEvent[]): Encounter => {
  const history = historyOf(ENCOUNTER, [planned, ...events], 411);
  const said = { contributions: 9, slipsUsed: 7 };
  const shown = { size: 999, at: null, asOf: false };
  return buildEncounter(history, encounterFactsOf(history)!, said, Names.of([], []), shown);
};

describe('an encounter', () => {
  it('says by when its minutes were promised, and that they were not', () => {
    const minutesPromise = { amount: 3, unit: 'weeks' } as const;
    const promising = event(encounterPlanned, {
      data: { consultation: CONSULTATION, format: 'workshop', questionCount: 0, minutesPromise },
      words: { title: fr('Atelier'), questions: [] },
    });
    const history = historyOf(ENCOUNTER, [promising]);
    const said = { contributions: 0, slipsUsed: 0 };
    const shown = { size: 1, at: null, asOf: false };
    expect(buildEncounter(history, encounterFactsOf(history)!, said, Names.of([], []), shown)).toMatchObject({
      minutesPromise,
    });
    expect(built().minutesPromise).toBeNull();
  });

  it('says what is asked, where, and when it is expected, as it was postponed', () => {
    expect(built(fact(encounterPostponed, { to: '2026-04' }, { reason: fr('Neige') }))).toMatchObject({
      questions: [fr('Où planter ?'), fr('Qui arrose ?')],
      place: 'Salle des fêtes',
      expectedOn: '2026-04',
      heldOn: null,
      postponements: [{ to: '2026-04', reason: fr('Neige') }],
      sheets: { difference: null, holdsBack: false },
    });
    expect(built(fact(encounterCancelled, {}, { reason: fr('Personne') }))).toMatchObject({
      cancelled: true,
      cancellation: { reason: fr('Personne') },
    });
  });

  it('numbers its slips by where the log put each block, and counts those that were not used', () => {
    const { slips } = built(fact(slipsAllocated, { from: 1, count: 20 }), fact(slipsAllocated, { from: 21, count: 2 }));
    expect(slips).toMatchObject({ allocated: 22, used: 7, unused: 15 });
    expect(slips.blocks).toMatchObject([
      { first: slipNumber({ block: 412, place: 1 }), last: slipNumber({ block: 412, place: 20 }), count: 20 },
      { first: slipNumber({ block: 413, place: 1 }), count: 2 },
    ]);
    expect(numbersToPrint(slips.blocks)).toHaveLength(22);
    expect(numbersToPrint(slips.blocks).at(-1)).toBe(slipNumber({ block: 413, place: 2 }));
  });

  it('shows the sheets counted beside those entered, and whether the difference was explained', () => {
    const held = fact(encounterHeld, { participants: 20, approximate: true, tables: 4 }, undefined, '2026-03-01');
    const counted = fact(sheetsCounted, { handedIn: 20, blank: 1, presence: ['guarantor'] });
    const entered = (differenceExplained: boolean): NewEvent =>
      fact(
        sheetsEntered,
        { entered: 16, unreadable: 1, missing: [4, 9], differenceExplained },
        differenceExplained ? { difference: fr('Perdues') } : {},
      );
    expect(built(held, counted).sheets).toMatchObject({ difference: 19, holdsBack: true, entries: [] });
    expect(built(held, counted, entered(false)).sheets).toMatchObject({ difference: 2, holdsBack: true });
    expect(built(held, counted, entered(false), entered(true))).toMatchObject({
      heldOn: '2026-03-01',
      approximate: true,
      tables: 4,
      sheetsUnaccounted: 2,
      sheets: {
        difference: 2,
        holdsBack: false,
        counts: [{ presence: ['guarantor'] }],
        entries: [{ difference: null }, { missing: [4, 9], difference: fr('Perdues') }],
      },
    });
  });

  it('has minutes, and a restitution', () => {
    expect(
      built(
        fact(encounterHeld, {}, undefined, '2026-03-01'),
        fact(minutesPublished, { sha256: '6e'.repeat(32) }, { address: 'https://ville.invalid/cr.pdf' }),
        fact(restitutionHeld, { participants: 12 }, { place: 'École' }),
      ),
    ).toMatchObject({
      minutes: [{ sha256: '6e'.repeat(32), address: 'https://ville.invalid/cr.pdf' }],
      restitutions: [{ participants: 12, place: 'École' }],
      contributions: 9,
    });
  });
});
