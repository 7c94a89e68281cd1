/** Assistance is off unless the authority has switched it on (02 §2.1). */
import { settingByDefault } from '@fil/facts/codes/authority';
import type { CommonFacts } from '@fil/facts/kit/common-facts';
import { isRefusal, refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { Decided } from '../deciding/decider';
import type { DecisionTaker, Reads } from '../deciding/take-decision';
import { authority, type AuthorityState } from './authority.state';

type Assisted = Pick<CommonFacts, 'assisted'>;

/** @param state of the authority that answers for the object; undefined where nothing was assisted */
export function assistanceOff(
  state: AuthorityState | undefined,
  { assisted, takenOver }: Assisted & Pick<CommonFacts, 'takenOver'>,
): Refusal | null {
  // What a source says it was assisted with is on record there.
  if (assisted === undefined || takenOver !== undefined) return null;
  const setting = state?.settings.get('assistance') ?? settingByDefault('assistance');
  return setting === 'on'
    ? null
    : refuse(
        'assistance.off',
        {
          fr: 'L’assistance par un outil n’est pas activée dans cette collectivité. Faites-la activer d’abord : réglage « assistance », de « off » à « on », avec la raison.',
          en: 'Assistance by a tool is not switched on in this authority. Have it switched on first: setting "assistance", from "off" to "on", with the reason.',
        },
        { field: 'assisted' },
      );
}

/** What was decided, unless it was assisted where nothing may be. */
export const unlessAssistanceOff = (
  decided: Decided,
  state: AuthorityState | undefined,
  command: Parameters<typeof assistanceOff>[1],
): Decided => (isRefusal(decided) ? decided : (assistanceOff(state, command) ?? decided));

/** The authority whose setting counts for an object; none is read where nothing is assisted. */
export async function assistanceOf(
  decisions: DecisionTaker,
  stream: string,
  { assisted }: Assisted,
): Promise<{ assistance?: Reads<AuthorityState> }> {
  const found = assisted && (await answeringFor(decisions, stream));
  return found ? { assistance: { stream: found, decider: authority } } : {};
}

/** The longest way: from a response to its evaluation, what that is about, its consultation, and who holds it. */
const LONGEST_WAY = 5;

/** By what each object names when it begins. */
async function answeringFor(decisions: DecisionTaker, stream: string): Promise<string | null> {
  let at = stream;
  for (let n = 0; n < LONGEST_WAY; n++) {
    if (at.startsWith('authority-')) return at;
    const [first] = await decisions.load(at, 1);
    const next = first && namedIn(first);
    if (!next) return null;
    at = next;
  }
  return null;
}

function namedIn({ data }: RecordedEvent): string | undefined {
  const named = data as Partial<Record<'authority' | 'organiser' | 'consultation' | 'evaluation' | 'target', string>>;
  return named.authority ?? named.organiser ?? named.consultation ?? named.evaluation ?? named.target;
}
