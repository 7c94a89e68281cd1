import type { Refusal } from '@fil/facts/kit/refusal';
import { decideTheme } from '@fil/record/authority/add-theme/add-theme.decide';
import { authority, type AuthorityState } from '@fil/record/authority/authority.state';
import { decideBodyName } from '@fil/record/authority/name-body/name-body.decide';
import { decideAuthority } from '@fil/record/authority/register-authority/register-authority.decide';
import { consultation } from '@fil/record/consultations/consultation.state';
import { decideOpening } from '@fil/record/consultations/open-consultation/open-consultation.decide';
import type { Decided, DecidingContext } from '@fil/record/deciding/decider';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import { decision } from '@fil/record/decisions/decision.state';
import { decideRegistration } from '@fil/record/decisions/register-decision/register-decision.decide';
import { refusedByRegister } from '../refused-by-register';
import type { ImportTally } from '../import-tally';
import { byImport, editionReference, ImportedIds, PARIS_SIRET, SOURCE } from './import-ids';
import type { Survey } from './survey';
import { takenOver } from './taken-over';

/**
 * The authority with the departments and themes that the snapshot names, then each edition of the participatory budget as
 * a consultation, without promise or addressee, with the decision its vote was. What is there already is left as it is.
 *
 * @throws RefusedByRegister: nothing of the projects could be recorded without them.
 */
export async function importReference(taker: DecisionTaker, snapshot: Survey, tally: ImportTally): Promise<void> {
  const ids = new ImportedIds(taker.instanceKey);
  // Part of every command's id: a department spelled otherwise in the next snapshot is another command, not another content.
  const snapshotName = snapshot.format.snapshot.name;
  const settle = (what: string, refusal: Refusal | null): void => {
    if (refusal) throw refusedByRegister(what, refusal);
  };
  const inAuthority = async (
    step: readonly string[],
    decide: (state: AuthorityState, context: DecidingContext) => Decided,
  ): Promise<void> => {
    const outcome = await taker.take({
      stream: ids.authority(),
      decider: authority,
      by: byImport(snapshotName, ...step),
      decide: (state, _, context) => decide(state, context),
    });
    settle(step.join(' '), tally.count(outcome));
  };

  const name = { fr: 'Ville de Paris' };
  await inAuthority(['authority'], (state, context) =>
    state.exists
      ? []
      : decideAuthority(state, { siret: PARIS_SIRET, name, takenOver: takenOver({ notStated: ['date'] }) }, context),
  );
  for (const [code, label] of inOrder(snapshot.departments)) {
    await inAuthority(['body', code], (state, context) =>
      state.bodies.has(code)
        ? []
        : decideBodyName(
            state,
            { body: code, kind: 'department', name: { fr: label }, takenOver: takenOver({ notStated: ['date'] }) },
            context,
          ),
    );
  }
  for (const [code, label] of inOrder(snapshot.themes)) {
    await inAuthority(['theme', code], (state, context) =>
      state.themes.has(code)
        ? []
        : decideTheme(
            state,
            { theme: code, name: { fr: label }, takenOver: takenOver({ notStated: ['date'] }) },
            context,
          ),
    );
  }
  for (const [edition, themes] of inOrder(snapshot.editions)) {
    await importEdition({ taker, ids, edition, themes: [...themes].sort(), snapshotName, settle, tally });
  }
}

interface EditionToImport {
  readonly taker: DecisionTaker;
  readonly ids: ImportedIds;
  readonly edition: string;
  readonly themes: readonly string[];
  readonly snapshotName: string;
  readonly settle: (what: string, refusal: Refusal | null) => void;
  readonly tally: ImportTally;
}

async function importEdition({
  taker,
  ids,
  edition,
  themes,
  snapshotName,
  settle,
  tally,
}: EditionToImport): Promise<void> {
  const organiser = ids.authority();
  const opened = await taker.take({
    stream: ids.consultation(edition),
    decider: consultation,
    reads: { [organiser]: { stream: organiser, decider: authority } },
    by: byImport(snapshotName, 'edition', edition, 'consultation'),
    decide: (state, seen, context) =>
      state.exists
        ? []
        : decideOpening(
            state,
            {
              organiser,
              // Residents propose and choose by vote within what the law allows: that is the level, whatever the word used.
              level: 'empower',
              addressees: [],
              openPoints: [],
              constraints: [],
              decisionPath: [],
              channels: ['import'],
              themes: [...themes],
              wordsPublic: 'onAdmission',
              recordedAfterwards: true,
              source: { name: SOURCE, id: edition },
              title: { fr: `Budget participatif de Paris, édition ${edition}` },
              occurredOn: edition,
              takenOver: takenOver({ notStated: ['date'] }),
            },
            seen as Record<string, AuthorityState>,
            context,
          ),
  });
  settle(`edition ${edition}`, tally.count(opened));
  const registered = await taker.take({
    stream: ids.decision(edition),
    decider: decision,
    reads: { authority: { stream: organiser, decider: authority } },
    by: byImport(snapshotName, 'edition', edition, 'decision'),
    decide: (state, seen, context) =>
      state.exists
        ? []
        : decideRegistration(
            state,
            {
              authority: organiser,
              kind: 'other',
              consultations: [ids.consultation(edition)],
              title: { fr: `Vote du budget participatif ${edition}` },
              source: editionReference(edition),
              occurredOn: edition,
              takenOver: takenOver({ notStated: ['body', 'decidedBy', 'date'] }),
            },
            seen.authority,
            context,
          ),
  });
  settle(`edition ${edition}`, tally.count(registered));
}

/** By code: a second run, or a file in another order, asks the same things in the same order. */
const inOrder = <V>(map: ReadonlyMap<string, V>): [string, V][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
