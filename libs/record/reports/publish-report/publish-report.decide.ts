import { reportPublished } from '@fil/facts/events/report.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownAuthority, unknownFunction } from '../../authority/known-in-authority';
import { notTheAuthority } from '../../deciding/acting-for';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { DrawnReport } from '../drawn-report';
import { figuresDiffer, rootDiffers } from '../figures-as-drawn';
import { attachedBefore, citation, notItsText, type OverseerState } from '../own-texts';
import type { ReportState } from '../report.state';
import { notWatching, ofOthers } from '../whose-report';
import type { PublishReportInput } from './publish-report.command';

export interface SeenWhenPublishing {
  readonly authority: AuthorityState;
  /** The report that chapter 9 starts from. */
  readonly previous?: ReportState;
  /** By id: whose texts are attached. */
  readonly overseers: ReadonlyMap<string, OverseerState>;
  /** The first consultation of the scope that is another authority’s; null: none is. */
  readonly ofOthers: string | null;
  /** Whether each of them watches over something of the scope. */
  readonly allWatch: boolean;
}

export function decidePublishing(
  state: ReportState,
  command: PublishReportInput,
  drawn: DrawnReport,
  seen: SeenWhenPublishing,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  const refusal =
    publishedBefore(state) ??
    notTheAuthority('report.byTheAuthority', actor) ??
    unknownAuthority(seen.authority, 'authority') ??
    unknownFunction(seen.authority, command.release?.preparedBy, 'release') ??
    unknownFunction(seen.authority, command.release?.decidedBy, 'release') ??
    scopeMisstated(command) ??
    ofOthers(seen.ofOthers) ??
    notYetOpened(command, drawn) ??
    figuresDiffer(command.dataSha256, drawn) ??
    rootDiffers(drawn, seen.previous) ??
    wrongOpinion(command, seen.overseers) ??
    notWatching(seen.allWatch, 'opinions') ??
    notYetHappened('report.toCome', command.occurredOn, today);
  if (refusal) return refusal;
  const { root, cutOn, figures, previous } = drawn;
  return [
    eventFrom(reportPublished, command, {
      root,
      cutOn,
      figures,
      ...(previous && { previous: previous.report as `report-${string}` }),
    }),
    ...command.opinions.map(({ by, event }) => citation(by, event)),
  ];
}

const publishedBefore = (state: ReportState): Refusal | null =>
  state.exists
    ? refuse(
        'report.exists',
        { fr: 'Ce rapport est déjà publié.', en: 'This report is already published.' },
        { kind: 'conflict' },
      )
    : null;

function scopeMisstated({ scope, consultations }: PublishReportInput): Refusal | null {
  if ((scope === 'consultations') === consultations.length > 0) return null;
  return refuse(
    'report.scopeMisstated',
    scope === 'consultations'
      ? {
          fr: 'Indiquez les démarches dont il est rendu compte.',
          en: 'Name the consultations accounted for.',
        }
      : {
          fr: 'Ce périmètre comprend déjà toutes les démarches : n’en indiquez aucune, ou choisissez le périmètre « consultations ».',
          en: 'This scope holds all consultations already: name none, or choose the scope "consultations".',
        },
    { field: 'consultations' },
  );
}

const notYetOpened = ({ consultations, size }: PublishReportInput, drawn: DrawnReport): Refusal | null => {
  const missing = consultations.find((one) => !drawn.consultations.has(one));
  return missing === undefined
    ? null
    : refuse(
        'report.unknownConsultation',
        {
          fr: `À ${size} inscriptions, le registre ne connaît pas la démarche « ${missing} » : vérifiez l’identifiant et la taille.`,
          en: `At a size of ${size} the register has no consultation "${missing}": check the id and the size.`,
        },
        { field: 'consultations' },
      );
};

function wrongOpinion({ opinions }: PublishReportInput, overseers: ReadonlyMap<string, OverseerState>): Refusal | null {
  const cited = new Set<string>();
  for (const { by, event } of opinions) {
    const refusal = notItsText(overseers.get(by)!, event, 'opinions') ?? attachedBefore(cited, event, 'opinions');
    if (refusal) return refusal;
    cited.add(event);
  }
  return null;
}
