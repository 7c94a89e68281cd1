import { reportCorrected } from '@fil/facts/events/report.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { notTheAuthority } from '../../deciding/acting-for';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { DrawnReport } from '../drawn-report';
import { figuresDiffer, rootDiffers } from '../figures-as-drawn';
import type { PublishedReport, ReportState } from '../report.state';
import { unknownReport } from '../standing';
import type { CorrectReportInput } from './correct-report.command';

/** @param drawn the figures computed again; null when the command corrects none */
export function decideCorrection(
  state: ReportState,
  command: CorrectReportInput,
  drawn: DrawnReport | null,
  previous: ReportState | undefined,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownReport();
  const refusal =
    notTheAuthority('report.byTheAuthority', actor) ??
    nothingCorrected(command) ??
    partsMisstated(command) ??
    (drawn && notCorrected(state, command, drawn, previous)) ??
    notYetHappened('report.toCome', command.occurredOn, today);
  if (refusal) return refusal;
  const { parts } = command;
  return [eventFrom(reportCorrected, { ...command, parts }, drawn ? { rests: restsOn(drawn) } : {})];
}

const restsOn = ({ size, root, cutOn, figures, dataSha256 }: DrawnReport) => ({
  size,
  root,
  cutOn,
  figures,
  dataSha256,
});

const nothingCorrected = ({ parts }: CorrectReportInput): Refusal | null =>
  parts.length > 0
    ? null
    : refuse(
        'report.nothingCorrected',
        { fr: 'Indiquez ce que vous rectifiez.', en: 'Say what you correct.' },
        { field: 'parts' },
      );

/** What is named is given, and what is given is named. */
function partsMisstated({ parts, title, foreword, size, dataSha256 }: CorrectReportInput): Refusal | null {
  const given = { title: title !== undefined, foreword: foreword !== undefined };
  for (const part of ['title', 'foreword'] as const)
    if (parts.includes(part) !== given[part])
      return refuse(
        'report.partsMisstated',
        {
          fr: 'Donnez le nouveau texte de chaque partie de mots que vous rectifiez, et d’aucune autre.',
          en: 'Give the new text of each part in words that you correct, and of no other.',
        },
        { field: part },
      );
  const figures = parts.includes('figures');
  if (figures === (size !== undefined) && figures === (dataSha256 !== undefined)) return null;
  return refuse(
    'report.partsMisstated',
    {
      fr: 'Pour rectifier les chiffres, indiquez la partie « figures », la taille du registre et l’empreinte des données relues ; sinon, aucune des trois.',
      en: 'To correct the figures name the part "figures", the size of the register and the hash of the data you read; else none of the three.',
    },
    { field: size === undefined ? 'size' : 'dataSha256' },
  );
}

function notCorrected(
  state: PublishedReport,
  { dataSha256 }: CorrectReportInput,
  drawn: DrawnReport,
  previous: ReportState | undefined,
): Refusal | null {
  if (drawn.dataSha256 === state.rests.dataSha256)
    return refuse(
      'report.sameFigures',
      {
        fr: 'Ces chiffres sont déjà ceux du rapport : il n’y a rien à rectifier.',
        en: 'These are the figures the report has already: there is nothing to correct.',
      },
      { kind: 'conflict', field: 'size' },
    );
  return figuresDiffer(dataSha256!, drawn) ?? rootDiffers(drawn, previous);
}
