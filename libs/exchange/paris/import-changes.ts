import type { When } from '@fil/facts/dates/when';
import type { Refusal } from '@fil/facts/kit/refusal';
import { authority } from '@fil/record/authority/authority.state';
import { commitment } from '@fil/record/commitments/commitment.state';
import { decideSourceNoLongerLists } from '@fil/record/commitments/note-source-no-longer-lists/note-source-no-longer-lists.decide';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import type { ImportTally } from '../import-tally';
import { inSequence } from '../in-sequence';
import { differences, type Differences } from './differences';
import { byImport, ImportedIds } from './import-ids';
import type { ProjectRow, Snapshot } from './project-row';
import { decideStep } from './take-steps';
import { takenOver } from './taken-over';

const NO_DIFFERENCE: Differences = { steps: [], transition: null, rescheduling: null };

/** Lays a later snapshot over a project the register knows: what changed becomes events of its commitment, in one append. */
export async function importChanges(
  taker: DecisionTaker,
  row: ProjectRow,
  snapshot: Snapshot,
  between: When,
  tally: ImportTally,
): Promise<{ readonly refusal: Refusal | null; readonly found: Differences }> {
  const ids = new ImportedIds(taker.instanceKey);
  let found = NO_DIFFERENCE;
  const refusal = tally.count(
    await taker.take({
      stream: ids.commitment(row.id),
      decider: commitment,
      reads: { authority: { stream: ids.authority(), decider: authority } },
      by: byImport(snapshot.name, row.id, 'changes'),
      decide: (state, seen, context) => {
        // Told from the register's own state, so that asking again after a crash finds the same differences.
        found = state.exists ? differences(state, row, snapshot, between) : NO_DIFFERENCE;
        return inSequence(
          commitment,
          state,
          context.at,
          found.steps.map((step) => (now) => decideStep(now, step, seen.authority, context)),
        );
      },
    }),
  );
  return { refusal, found };
}

/** A project of the earlier snapshot that the later one does not list: said as that, and as nothing more. */
export async function importVanishing(
  taker: DecisionTaker,
  id: string,
  earlier: Snapshot,
  later: Snapshot,
  tally: ImportTally,
): Promise<{ readonly refusal: Refusal | null; readonly vanished: boolean }> {
  let vanished = false;
  const refusal = tally.count(
    await taker.take({
      stream: new ImportedIds(taker.instanceKey).commitment(id),
      decider: commitment,
      by: byImport(later.name, id, 'vanished'),
      decide: (state, _, context) => {
        vanished = state.exists;
        if (!state.exists) return [];
        const facts = {
          lastListedOn: earlier.takenOn,
          occurredOn: `${earlier.takenOn}/${later.takenOn}`,
          takenOver: takenOver(),
        };
        return decideSourceNoLongerLists(state, facts, context);
      },
    }),
  );
  return { refusal, vanished };
}
