/** The rules that keep a report's figures those of the log. */
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { DrawnReport } from './drawn-report';
import type { ReportState } from './report.state';

/** Who publishes has read a draft: what is computed now must be that one. */
export const figuresDiffer = (seen: string, drawn: DrawnReport): Refusal | null =>
  seen === drawn.dataSha256
    ? null
    : refuse(
        'report.figuresDiffer',
        {
          fr: `Les données relues ne sont pas celles que donne le registre arrêté à ${drawn.size} inscriptions (empreinte ${drawn.dataSha256}). Demandez à nouveau le projet de rapport, relisez-le, puis publiez-le.`,
          en: `The data you read are not those the register gives at a size of ${drawn.size} (hash ${drawn.dataSha256}). Ask for the draft again, read it, then publish it.`,
        },
        { kind: 'conflict', field: 'dataSha256' },
      );

/** A report rests on a size whose root is verified: the log still has the root that the report before it stated. */
export function rootDiffers({ previous }: DrawnReport, state: ReportState | undefined): Refusal | null {
  if (!previous || !state?.exists) return null;
  const stated = state.roots.get(previous.size);
  if (stated === undefined || stated === previous.rootNow) return null;
  return refuse(
    'report.rootDiffers',
    {
      fr: `Le registre n’a plus, à ${previous.size} inscriptions, la racine que le rapport précédent a publiée : il a été altéré. Ne publiez rien ; lancez « fil doctor » et prévenez le garant et le comité de suivi.`,
      en: `At a size of ${previous.size} the register no longer has the root that the previous report published: it was altered. Publish nothing; run "fil doctor" and tell the guarantor and the committee.`,
    },
    { kind: 'conflict' },
  );
}
