/** What was prepared becomes an event. Begun again after a crash it records the same, once. */
import type { ActorRole } from '@fil/facts/kit/actor';
import { derivedEventId } from '@fil/log/event-store/ids';
import { ProblemError } from '@fil/ui/http/problem';
import { newObjectId } from '../deciding/object-id';
import type { RequestedBy } from '../deciding/by-request';
import type { DecisionTaker, Recorded } from '../deciding/take-decision';
import type { Draft } from './draft';
import type { DraftStore, KeptDraft } from './draft-store';
import { publishableOf } from './publishables';

/**
 * Releases a draft whose hour has come. What was recalled, or set anew, is left alone; what a rule refuses goes back to
 * those who prepare it, with the reason.
 *
 * @param release the number of the release that was set
 * @returns the draft as it is then; null when there was nothing to do
 * @throws what the register could not do now: it is to be tried again
 */
export async function releaseDraft(
  drafts: DraftStore,
  decisions: DecisionTaker,
  { id, release }: { readonly id: string; readonly release: number },
): Promise<KeptDraft | null> {
  const begun = await begin(drafts, id, release);
  if (!begun) return null;
  const ended = await settledBy(begun.draft, decisions);
  // Another process may have been faster: it wrote the same.
  return drafts.change(ended, begun.revision);
}

/** From here on it cannot be recalled. Whoever finds it begun goes on with it: both record the same event. */
async function begin(drafts: DraftStore, id: string, release: number): Promise<KeptDraft | null> {
  for (;;) {
    const found = await drafts.find(id);
    if (!found || found.draft.releases !== release) return null;
    if (found.draft.state === 'releasing') return found;
    if (found.draft.state !== 'scheduled') return null;
    const begun = await drafts.change({ ...found.draft, state: 'releasing' }, found.revision);
    if (begun) return begun;
  }
}

async function settledBy(draft: Draft, decisions: DecisionTaker): Promise<Draft> {
  try {
    const { stream, events } = await publish(draft, decisions);
    return { ...draft, state: 'released', content: null, recorded: { stream, events: events.map(({ id }) => id) } };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status >= 500) throw error;
    return { ...draft, state: 'preparing', release: null, refusal: { rule: error.rule, message: error.detail } };
  }
}

async function publish(draft: Draft, decisions: DecisionTaker): Promise<Recorded> {
  const { id, kind, object, content, preparedBy, visas, version, release, releases } = draft;
  const publishable = publishableOf(kind);
  if (!publishable) throw new Error(`a draft of "${kind}" cannot be released by this version`);
  const requested: RequestedBy = {
    by: {
      actor: { role: release!.actor.role as ActorRole, body: release!.actor.body },
      account: release!.account,
      commandId: derivedEventId(`draft\n${id}\n${releases}`, 0),
    },
  };
  const given = visas.filter((visa) => visa.version === version).map((visa) => visa.function);
  const input = {
    ...(publishable.input.parse(content) as object),
    release: {
      preparedBy,
      ...(given.length > 0 && { visaBy: given }),
      decidedBy: release!.decidedBy,
      ...(release!.delegation !== null && { delegation: release!.delegation }),
    },
  };
  const target =
    object ??
    (publishable.aggregate === null ? id : newObjectId(publishable.aggregate, decisions.instanceKey, requested));
  return publishable.publish(decisions, target, input, requested);
}
