import { publicsReported } from '@fil/facts/events/consultation.events';
import { SMALLEST_CELL } from '@fil/facts/figures/small-cells';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ConsultationState, OpenedConsultation } from '../consultation.state';
import { unknownReport } from '../entered-in-error';
import { miscounted } from '../mandate-points';
import { missingConsultation } from '../missing-consultation';
import type { ReportPublicsInput } from './report-publics.command';
import { suppress } from './suppress';

/** Raw counts come in; what goes out is what may be told to everybody, and nothing else exists from then on. */
export function decidePublics(
  state: ConsultationState,
  command: ReportPublicsInput,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingConsultation();
  const refused =
    tableAtFault(command) ??
    miscounted(command.rows, command.rowLabels, 'rowLabels') ??
    miscounted(command.columns, command.columnLabels, 'columnLabels') ??
    (command.encounter !== undefined && !state.encounters.includes(command.encounter) ? unknownEncounter() : null) ??
    unknownReport(state.publicsReports, command.enteredInError) ??
    notYetHappened('consultation.toCome', command.occurredOn, context.today);
  if (refused) return refused;
  const { counts, ...rest } = command;
  const table = suppress({ rows: rest.rows.length, columns: rest.columns.length || 1, cells: counts });
  const hidesSome = [...table.cells, ...table.rowTotals, ...table.columnTotals, table.total].includes(null);
  const beside = toldBeside(state, command, hidesSome);
  if (beside) return beside;
  return [eventFrom(publicsReported, rest, { ...table, fewest: SMALLEST_CELL })];
}

function tableAtFault({ rows, columns, columnsBy, counts }: ReportPublicsInput): Refusal | null {
  const crossed = columnsBy !== undefined;
  if (crossed !== columns.length > 0 || (crossed && (rows.length < 2 || columns.length < 2))) {
    return refuse(
      'publics.notATable',
      {
        fr: 'Un tableau simple a des lignes seulement. Un tableau croisé dit selon quel critère vont ses colonnes (« columnsBy ») et compte au moins deux lignes et deux colonnes.',
        en: 'A simple table has rows only. A crossed one says by what its columns go ("columnsBy") and has at least two rows and two columns.',
      },
      { field: 'columns' },
    );
  }
  const expected = rows.length * (columns.length || 1);
  if (rows.length === 0 || counts.length !== expected) {
    return refuse(
      'publics.miscounted',
      {
        fr: `Le tableau a ${expected} case(s), et ${counts.length} nombre(s) sont donnés : un nombre par case, ligne après ligne.`,
        en: `The table has ${expected} cell(s), and ${counts.length} number(s) are given: one for each cell, row after row.`,
      },
      { field: 'counts' },
    );
  }
  return null;
}

/**
 * Each table is suppressed by itself: of two that count the same people by one criterion, the groups or the totals of one
 * would let be computed what the other hides.
 */
function toldBeside(
  { publicsReports }: OpenedConsultation,
  { of, encounter, rowsBy, columnsBy, enteredInError }: ReportPublicsInput,
  hidesSome: boolean,
): Refusal | null {
  const other = [...publicsReports].find(
    ([event, told]) =>
      event !== enteredInError?.event &&
      told.of === of &&
      told.encounter === (encounter ?? null) &&
      (told.hidesSome || hidesSome) &&
      [rowsBy, columnsBy].some((criterion) => criterion !== undefined && told.criteria.has(criterion)),
  );
  return other
    ? refuse(
        'publics.toldTwice',
        {
          fr: `Un tableau de ces mêmes publics selon ce même critère est déjà publié (événement ${other[0]}) : à eux deux, ils laisseraient calculer un petit groupe. Remplacez-le en l’indiquant dans « enteredInError », ou croisez les critères dans un seul tableau.`,
          en: `A table of the same publics by the same criterion is published already (event ${other[0]}): the two together would let a small group be computed. Replace it, naming it in "enteredInError", or cross the criteria in one table.`,
        },
        { kind: 'conflict', field: 'rowsBy' },
      )
    : null;
}

const unknownEncounter = (): Refusal =>
  refuse(
    'publics.unknownEncounter',
    {
      fr: 'Cette rencontre ne fait pas partie de la démarche.',
      en: 'This encounter is not part of the consultation.',
    },
    { field: 'encounter' },
  );
