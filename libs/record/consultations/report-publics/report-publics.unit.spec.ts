import { encounterAnnounced } from '@fil/facts/events/consultation.events';
import { event } from '@fil/facts/kit/event-definition';
import { contentOf } from '@fil/log/vault/vault';
import { MemoryRegister, requestedWith } from '../../contributions/specification/memory-register';
import { CONSULTATION } from '../../contributions/specification/some-mandate';
import type { Decided } from '../../deciding/decider';
import {
  expectEvents,
  expectRefusal,
  givenEventId,
  someId,
  stateAfter,
} from '../../deciding/specification/given-when-then';
import { consultation, type ConsultationState } from '../consultation.state';
import { after, context, opened, unopened } from '../specification/some-consultation';
import { ReportPublics, reportPublicsInput } from './report-publics.command';
import { decidePublics } from './report-publics.decide';
import { ReportPublicsHandler } from './report-publics.handler';

const label = (fr: string) => ({ fr });
const ages = {
  of: 'participants',
  rowsBy: 'age',
  rows: ['moins-25', 'de-25-a-60', 'plus-60'],
  rowLabels: [label('Moins de 25 ans'), label('25 à 60 ans'), label('Plus de 60 ans')],
  counts: [3, 41, 17],
};
const report = (change: object = {}, state: ConsultationState = after()): Decided =>
  decidePublics(state, reportPublicsInput.parse({ ...ages, ...change }), context);

describe('reporting the publics reached', () => {
  it('records what is left when small groups are taken out', () => {
    expect(expectEvents(report())[0]).toMatchObject({
      type: 'consultation.publicsReported/1',
      data: { cells: [null, 41, null], total: 61, rowTotals: [], columnTotals: [], fewest: 5 },
      words: { rowLabels: ages.rowLabels },
    });
  });

  it('leaves no trace of what was counted, in the log, the vault or the answer', async () => {
    const town = await new MemoryRegister().withConsultation();
    const counts = [3, 41_993_117, 10_477_913];
    const command = new ReportPublics(CONSULTATION, reportPublicsInput.parse({ ...ages, counts }), requestedWith());
    const answer = await new ReportPublicsHandler(town.decisions).execute(command);
    const stored = await town.store.readAll(0, 1_000);
    const openings = await town.store.vault.openings(stored.map(({ id }) => id));
    const everything = [
      ...stored.map(({ bytes }) => Buffer.from(bytes).toString('utf8')),
      ...openings.map((opening) => JSON.stringify(contentOf(opening))),
      JSON.stringify(answer),
    ].join('\n');
    expect(everything).toContain('41993117');
    expect(everything).not.toMatch(/10477913|"counts"/);
    const [reported] = (await town.decisions.load(CONSULTATION)).slice(-1);
    expect(reported!.data['cells']).toEqual([null, 41_993_117, null]);
  });

  it('refuses what is not a table', () => {
    expect(expectRefusal(report({ counts: [3, 41] }))).toBe('publics.miscounted');
    expect(expectRefusal(report({ rows: [], rowLabels: [] }))).toBe('publics.miscounted');
    expect(expectRefusal(report({ columnsBy: 'gender' }))).toBe('publics.notATable');
    const one = { columnsBy: 'gender', columns: ['f'], columnLabels: [label('Femmes')] };
    expect(expectRefusal(report(one))).toBe('publics.notATable');
    expect(expectRefusal(report({ rowLabels: ages.rowLabels.slice(1) }))).toBe('consultation.textsMiscounted');
    const crossed = {
      columnsBy: 'gender',
      columns: ['f', 'h'],
      columnLabels: [label('Femmes'), label('Hommes')],
      counts: [12, 9, 20, 21, 8, 9],
    };
    expect(expectEvents(report(crossed))[0]).toMatchObject({
      data: { cells: crossed.counts, rowTotals: [21, 41, 17], columnTotals: [40, 39], total: 79 },
    });
  });

  it('is of the consultation, or of an encounter of it', () => {
    const encounter = someId('encounter');
    expect(expectRefusal(report({ encounter }))).toBe('publics.unknownEncounter');
    const announced = stateAfter(consultation, opened, event(encounterAnnounced, { data: { encounter }, words: {} }));
    expectEvents(report({ encounter }, announced));
    expect(expectRefusal(report({}, unopened))).toBe('consultation.missing');
  });

  it('and a second cell wherever the first could be computed back: not from a second table either', () => {
    const told = (...changes: object[]): ConsultationState =>
      stateAfter(consultation, opened, ...changes.flatMap((change) => expectEvents(report(change))));
    const part = { rows: ['plus-60'], rowLabels: [label('Plus de 60 ans')], counts: [17] };
    expect(expectRefusal(report(part, told({})))).toBe('publics.toldTwice');
    // Which comes first makes no difference.
    expect(expectRefusal(report({}, told(part)))).toBe('publics.toldTwice');
    const crossed = {
      columnsBy: 'gender',
      columns: ['f', 'h'],
      columnLabels: [label('Femmes'), label('Hommes')],
      counts: [2, 1, 20, 21, 8, 9],
    };
    expect(expectRefusal(report(crossed, told({ counts: [30, 41, 17] })))).toBe('publics.toldTwice');
    // By another criterion, of other people, or where nothing is hidden, one tells nothing of the other.
    expectEvents(report({ rowsBy: 'gender' }, told({})));
    expectEvents(report({ counts: [30, 41, 17] }, told({ ...part, counts: [17] })));
    expectEvents(report({ ...part, enteredInError: { event: givenEventId(1) } }, told({})));
  });

  it('replaces only a report of publics, once', () => {
    const wrong = { enteredInError: { event: givenEventId(1) } };
    expect(expectRefusal(report(wrong))).toBe('consultation.unknownEntry');
    expectEvents(report(wrong, stateAfter(consultation, opened, ...expectEvents(report()))));
  });
});
