import type { Refusal } from '@fil/facts/kit/refusal';
import { authority } from '@fil/record/authority/authority.state';
import { decideBodyName } from '@fil/record/authority/name-body/name-body.decide';
import { decideAuthority } from '@fil/record/authority/register-authority/register-authority.decide';
import { consultation } from '@fil/record/consultations/consultation.state';
import { decideOpening } from '@fil/record/consultations/open-consultation/open-consultation.decide';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import type { ImportTally } from '../import-tally';
import { refusedByRegister } from '../refused-by-register';
import { byImport, COMMISSION, EciIds, takenOver } from './eci-ids';

/** The body that answers: the College of Commissioners. */
export const COLLEGE = 'college';
/** The constraint that an initiative without the signatures required comes up against. */
export const THRESHOLD = 'seuil';
/** The first European citizens' initiatives could be registered on this day (Regulation (EU) No 211/2011, art. 23). */
const SINCE = '2012-04-01';

/**
 * The Commission, and the right of initiative as one consultation. No promise is recorded: the time limits of the law ran
 * elsewhere, and nobody promised anything in this register.
 *
 * @throws ImportRefused
 */
export async function takeReference(taker: DecisionTaker, tally: ImportTally): Promise<void> {
  const ids = new EciIds(taker.instanceKey);
  const settle = (what: string, refusal: Refusal | null): void => {
    if (refusal) throw refusedByRegister(what, refusal);
  };
  const stream = ids.authority();
  settle(
    'authority',
    tally.count(
      await taker.take({
        stream,
        decider: authority,
        by: byImport('authority'),
        decide: (state, _, context) =>
          state.exists
            ? []
            : decideAuthority(
                state,
                {
                  identifier: COMMISSION,
                  name: { fr: 'Commission européenne', en: 'European Commission' },
                  website: 'https://commission.europa.eu/',
                  takenOver: takenOver({ notStated: ['date'] }),
                },
                context,
              ),
      }),
    ),
  );
  settle(
    'college',
    tally.count(
      await taker.take({
        stream,
        decider: authority,
        by: byImport('authority', COLLEGE),
        decide: (state, _, context) =>
          state.bodies.has(COLLEGE)
            ? []
            : decideBodyName(
                state,
                {
                  body: COLLEGE,
                  kind: 'bureau',
                  name: { fr: 'Collège des commissaires', en: 'College of Commissioners' },
                  takenOver: takenOver({ notStated: ['date'] }),
                },
                context,
              ),
      }),
    ),
  );
  settle(
    'consultation',
    tally.count(
      await taker.take({
        stream: ids.consultation(),
        decider: consultation,
        reads: { [stream]: { stream, decider: authority } },
        by: byImport('consultation'),
        decide: (state, seen, context) =>
          state.exists ? [] : decideOpening(state, mandate(stream), seen as never, context),
      }),
    ),
  );
}

const mandate = (organiser: `authority-${string}`): Parameters<typeof decideOpening>[1] => ({
  organiser,
  level: 'consult',
  origin: 'law',
  addressees: [{ authority: organiser }],
  openPoints: [],
  constraints: [{ id: THRESHOLD, kind: 'legal' }],
  decisionPath: [{ step: 'communication', body: COLLEGE, role: 'decides' }],
  channels: ['petition', 'import'],
  themes: [],
  wordsPublic: 'onAdmission',
  recordedAfterwards: true,
  source: { name: 'eci', id: 'eci' },
  title: { fr: 'Initiative citoyenne européenne', en: 'European Citizens’ Initiative' },
  constraintTexts: [
    {
      text: {
        fr: 'La Commission répond aux initiatives qui ont réuni au moins un million de déclarations de soutien, dans au moins un quart des États membres.',
        en: 'The Commission answers initiatives with at least one million statements of support, in at least one quarter of the Member States.',
      },
      source: 'Règlement (UE) 2019/788, art. 3 et 15',
    },
  ],
  sourceAddress: 'https://citizens-initiative.europa.eu/',
  occurredOn: SINCE,
  takenOver: takenOver(),
});
