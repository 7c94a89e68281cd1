import type { Happened } from '@fil/views/reading/happened';

/** An event of an answer given by a view, for specifications of pages. */
export const happening = (index: number, occurredOn: string, more: Partial<Happened> = {}): Happened => ({
  event: `00000000-0000-8000-8000-${String(index).padStart(12, '0')}`,
  index,
  occurredOn,
  enteredOn: null,
  at: `${occurredOn.slice(0, 10).padEnd(10, '-01')}T10:00:00Z`,
  actor: { role: 'agent', body: 'participation' },
  takenOver: null,
  ...more,
});

export const SHOWN = { size: 1234, at: '2026-09-14T08:30:00Z', asOf: false } as const;
export const TODAY = '2026-09-14';
