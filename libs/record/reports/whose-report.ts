/** Whose a report is: the authorities that organise what it accounts for or are asked to answer, and who watches over it. */
import type { ReportScope } from '@fil/facts/report/report-scope';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { isWithin } from '../committees/within-scope';
import { consultation } from '../consultations/consultation.state';
import { fold } from '../deciding/decider';
import type { DecisionTaker } from '../deciding/take-decision';
import { overseerOf } from './own-texts';
import { report } from './report.state';

async function authoritiesOf(decisions: DecisionTaker, consultationId: string): Promise<ReadonlySet<string>> {
  const state = fold(consultation, await decisions.load(consultationId));
  return new Set(state.exists ? [state.organiser, ...state.addressees.map(({ authority }) => authority)] : []);
}

/** The first consultation of the scope that exists and has nothing to do with the authority; null when there is none. */
export async function firstOfOthers(
  decisions: DecisionTaker,
  scope: ReportScope,
  authority: string,
): Promise<string | null> {
  if (scope.kind !== 'consultations') return null;
  for (const one of scope.consultations) {
    const authorities = await authoritiesOf(decisions, one);
    if (authorities.size > 0 && !authorities.has(authority)) return one;
  }
  return null;
}

/**
 * The first of these guarantors and committees that watches over nothing of the scope; one that does not exist is for
 * another rule. What one watches over never changes, and a consultation only gains addressees: it needs no place in the
 * basis.
 */
export async function firstNotWatching(
  decisions: DecisionTaker,
  scope: ReportScope,
  overseers: readonly string[],
): Promise<string | null> {
  for (const one of overseers) if (!(await watches(decisions, scope, one))) return one;
  return null;
}

/** Of a published report; nothing is said of one that does not exist. */
export async function watchesReport(decisions: DecisionTaker, stream: string, overseer: string): Promise<boolean> {
  const state = fold(report, await decisions.load(stream));
  return !state.exists || watches(decisions, state.scope, overseer);
}

async function watches(decisions: DecisionTaker, scope: ReportScope, stream: string): Promise<boolean> {
  const state = fold(overseerOf(stream), await decisions.load(stream));
  if (!state.exists) return true;
  if (scope.kind === 'register') return true;
  const watched = 'scope' in state ? state.scope : state.consultations;
  const accounted = new Set(scope.kind === 'authority' ? [scope.authority] : scope.consultations);
  if (watched.length === 0) {
    if (accounted.has(state.authority)) return true;
    for (const one of accounted) if ((await authoritiesOf(decisions, one)).has(state.authority)) return true;
    return false;
  }
  for (const one of watched) if (await isWithin(decisions, accounted, one)) return true;
  return false;
}

export const ofOthers = (consultationId: string | null): Refusal | null =>
  consultationId === null
    ? null
    : refuse(
        'report.notItsConsultation',
        {
          fr: `Cette collectivité n’organise pas la démarche « ${consultationId} » et n’a pas à y répondre : elle n’en publie pas le rapport.`,
          en: `This authority neither organises the consultation "${consultationId}" nor is asked to answer it: it does not publish its report.`,
        },
        { field: 'authority' },
      );

export const notWatching = (isWatching: boolean, field: string): Refusal | null =>
  isWatching
    ? null
    : refuse(
        'report.notItsOverseer',
        {
          fr: 'Ce garant ou ce comité ne suit rien de ce dont le rapport rend compte.',
          en: 'This guarantor or committee watches over nothing the report accounts for.',
        },
        { field },
      );
