/** The reference data of an authority of its own, and a synthesis in which somebody disagreed. */
import {
  authorityRegistered,
  bodyNamed,
  deadlineRuleAdopted,
  deadlineRuleAmended,
  deadlineRuleEnded,
  listeningPointChanged,
  listeningPointClosed,
  listeningPointDeclared,
  mandateBegan,
  preElectionPeriodDeclared,
  sessionCancelled,
  sessionMoved,
  sessionScheduled,
  settingChanged,
  territoryAdded,
  territoryEnded,
} from '@fil/facts/events/authority.events';
import {
  divergenceRecorded,
  synthesisOpened,
  synthesisPublished,
  synthesisRevised,
} from '@fil/facts/events/synthesis.events';
import { uuidV7 } from '@fil/log/event-store/ids';
import type { Story } from '../story';
import { fact, type Circumstances, type TestRegister } from '../test-register';

const MAY: Circumstances = { at: '2026-05-11T09:00:00Z' };
const text = (fr: string): { fr: string } => ({ fr });

export async function tellAuthorityAndSynthesis(
  register: TestRegister,
  { takenOver }: Pick<Story, 'takenOver'>,
): Promise<void> {
  await referenceData(register);
  await disagreement(register, takenOver);
}

async function referenceData(register: TestRegister): Promise<void> {
  const rule = {
    rule: 'crpa.doc',
    trigger: 'documentRequested',
    output: 'answer',
    owes: 'authority',
    unit: 'months',
    basisKind: 'regulation',
  } as const;
  const words = { name: text('Communication d’un document'), source: 'CRPA, art. R311-13' };
  await register.append(
    `authority-${uuidV7()}`,
    [
      fact(authorityRegistered, { siret: '20000000000017' }, { name: text('Communauté du Val-de-Vaubelle') }),
      fact(bodyNamed, { body: 'assemblee', kind: 'council' }, { name: text('Conseil communautaire') }),
      fact(territoryAdded, { territory: '44109', population: 32_000 }, { name: text('Vaubelle') }),
      fact(territoryAdded, { territory: '44109-Q1', parent: '44109' }, { name: text('Quartier du Port') }),
      fact(territoryEnded, { territory: '44109-Q1', successor: '44109' }, { reason: text('Trop peu d’habitants.') }),
      fact(sessionScheduled, { session: 'juin', body: 'assemblee', on: '2026-06-20' }, { title: text('Budget') }),
      fact(sessionMoved, { session: 'juin', from: '2026-06-20', to: '2026-06-27' }, { reason: text('Scrutin.') }),
      fact(sessionScheduled, { session: 'juillet', body: 'assemblee', on: '2026-07-04' }),
      fact(sessionCancelled, { session: 'juillet' }, { reason: text('Sans objet.') }),
      fact(deadlineRuleAdopted, { ...rule, version: 1, amount: 1, validFrom: '2026-01-01' }, words),
      fact(
        deadlineRuleAmended,
        { ...rule, version: 2, amount: 2, validFrom: '2026-05-01', lastChecked: '2026-04-30' },
        { ...words, reason: text('Décret.') },
      ),
      fact(deadlineRuleEnded, { rule: 'crpa.doc', validTo: '2026-12-31' }, { reason: text('Abrogée.') }),
      fact(listeningPointDeclared, { point: 'accueil', kind: 'place' }, { name: text('Accueil de l’hôtel') }),
      fact(
        listeningPointChanged,
        { point: 'accueil', kind: 'place', body: 'assemblee', territory: '44109' },
        { name: text('Accueil de l’hôtel communautaire'), reach: text('Le matin'), reason: text('Nouveaux horaires.') },
      ),
      fact(listeningPointClosed, { point: 'accueil' }, { reason: text('Travaux.') }),
      fact(
        mandateBegan,
        { mandate: '2026-2032', body: 'assemblee', began: '2026-04-10', reviewBy: '2026-10-10' },
        { note: text('Élections de mars 2026.') },
      ),
      fact(preElectionPeriodDeclared, {
        period: 'departementales',
        election: 'departmental',
        from: '2027-09-01',
        to: '2028-03-19',
      }),
      fact(
        settingChanged,
        { setting: 'accessibility', from: 'notCompliant', to: 'partlyCompliant' },
        { reason: text('Audit de mai.') },
      ),
    ],
    MAY,
  );
}

async function disagreement(register: TestRegister, consultation: Story['takenOver']): Promise<void> {
  await register.append(
    `synthesis-${uuidV7()}`,
    [
      fact(
        synthesisOpened,
        { consultation, themes: [], divergenceCount: 0 },
        { title: text('Le jardin'), text: text('Un jardin partagé.') },
      ),
      fact(
        divergenceRecorded,
        { divergence: 1, kind: 'divergence', positionCount: 2 },
        { subject: text('L’ouverture'), positions: [text('Jour et nuit.'), text('Le jour seulement.')] },
      ),
      fact(synthesisPublished, {}),
      fact(
        divergenceRecorded,
        { divergence: 2, kind: 'dissentingView', positionCount: 1 },
        { positions: [text('Pas de jardin.')] },
      ),
      fact(synthesisRevised, {}, { text: text('Un jardin partagé, fermé la nuit.'), reason: text('Mal lu.') }),
    ],
    MAY,
  );
}
