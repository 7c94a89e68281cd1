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

/**
 * A report rests on a size whose root is verified: the log still has the root that the report before it stated, and the
 * last one that any report did, so that the first of a scope is verified too.
 */
export function rootDiffers({ previous, lastStated }: DrawnReport, state: ReportState | undefined): Refusal | null {
  const stated = previous && state?.exists ? state.roots.get(previous.size) : undefined;
  if (previous && stated !== undefined && stated !== previous.rootNow) return altered(previous.size);
  return lastStated && lastStated.root !== lastStated.rootNow ? altered(lastStated.size) : null;
}

const altered = (size: number): Refusal =>
  refuse(
    'report.rootDiffers',
    {
      fr: `Le registre n’a plus, à ${size} inscriptions, la racine qu’un rapport précédent a publiée : il a été altéré. Ne publiez rien ; lancez « fil doctor » et prévenez le garant et le comité de suivi.`,
      en: `At a size of ${size} the register no longer has the root that a previous report published: it was altered. Publish nothing; run "fil doctor" and tell the guarantor and the committee.`,
    },
    { kind: 'conflict' },
  );
