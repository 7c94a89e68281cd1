import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { aggregateOf, isObjectId } from '@fil/facts/kit/aggregates';
import { isRefusal, refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Principal } from '@fil/people/tokens/principal';
import { ProblemError, problemOfRefusal } from '@fil/ui/http/problem';
import { authority } from '../authority/authority.state';
import { unknownAuthority, unknownBodyOrFunction } from '../authority/known-in-authority';
import { Clock } from '../deciding/clock';
import { fold } from '../deciding/decider';
import type { Publishable } from '../deciding/publishable';
import { DecisionTaker } from '../deciding/take-decision';
import { recalled, revised, scheduled, withVisa, type Draft } from './draft';
import { DraftStore, type KeptDraft } from './draft-store';
import type { PrepareDraftInput, ReleaseDraftInput, ReviseDraftInput, VisaInput } from './drafts.inputs';
import { PUBLISHABLES, publishableOf } from './publishables';
import { releaseDraft } from './release-draft';

/** How many drafts a list shows. */
const LISTED = 200;

/** Drafts, their visas and their release. Every method throws ProblemError when a rule refuses. */
@Injectable()
export class Drafts {
  constructor(
    private readonly store: DraftStore,
    private readonly decisions: DecisionTaker,
    private readonly clock: Clock,
  ) {}

  async prepare(input: PrepareDraftInput, { account }: Principal): Promise<KeptDraft> {
    const kind = kindOf(input.kind);
    stop(unfitObject(kind, input.object));
    await this.checkCodes(input.authority, [
      ['preparedBy', input.preparedBy],
      ...input.visasRequired.map((code) => ['visasRequired', code] as const),
    ]);
    return this.store.add({
      id: randomUUID(),
      kind: kind.kind,
      authority: input.authority,
      object: input.object ?? null,
      content: input.content,
      version: 1,
      preparedBy: input.preparedBy,
      preparer: account,
      visasRequired: input.visasRequired,
      visas: [],
      state: 'preparing',
      release: null,
      releases: 0,
      refusal: null,
      recorded: null,
    });
  }

  list(): Promise<KeptDraft[]> {
    return this.store.list(LISTED);
  }

  async find(id: string): Promise<KeptDraft> {
    const found = await this.store.find(id);
    if (!found) throw problemOfRefusal(unknownDraft());
    return found;
  }

  async revise(id: string, input: ReviseDraftInput, { account }: Principal): Promise<KeptDraft> {
    const kept = await this.find(id);
    await this.checkCodes(kept.draft.authority, [['preparedBy', input.preparedBy]]);
    if (kept.draft.version !== input.version) throw problemOfRefusal(changedMeanwhile());
    return this.change(kept, revised(kept.draft, input.content, { account, preparedBy: input.preparedBy }));
  }

  async giveVisa(id: string, input: VisaInput, { account }: Principal): Promise<KeptDraft> {
    const kept = await this.find(id);
    await this.checkCodes(kept.draft.authority, [['function', input.function]]);
    return this.change(kept, withVisa(kept.draft, { ...input, account, at: this.now() }));
  }

  /** At once when no hour is given, else at that hour by the worker. */
  async release(id: string, input: ReleaseDraftInput, principal: Principal): Promise<KeptDraft> {
    const kept = await this.find(id);
    const kind = kindOf(kept.draft.kind);
    stop(mayNotRelease(kind, principal));
    await this.checkCodes(kept.draft.authority, [['decidedBy', input.decidedBy]]);
    // What is not complete would be refused at its hour, when nobody is there to mend it.
    const complete = kind.input.safeParse(kept.draft.content);
    if (!complete.success) throw problemOfRefusal(incomplete());
    const set = await this.change(
      kept,
      scheduled(
        kept.draft,
        {
          decidedBy: input.decidedBy,
          delegation: input.delegation ?? null,
          account: principal.account,
          actor: { role: principal.role, body: principal.body },
          at: input.at ?? this.now(),
        },
        this.now(),
      ),
    );
    if (input.at !== undefined) return set;
    await releaseDraft(this.store, this.decisions, { id, release: set.draft.releases });
    return this.find(id);
  }

  async recall(id: string): Promise<KeptDraft> {
    const kept = await this.find(id);
    return this.change(kept, recalled(kept.draft));
  }

  /** Nothing of it remains. What was released stays in the log. */
  async discard(id: string): Promise<void> {
    const kept = await this.find(id);
    if (kept.draft.state === 'scheduled' || kept.draft.state === 'releasing') {
      throw problemOfRefusal(recallFirst());
    }
    if (!(await this.store.remove(id, kept.revision))) throw problemOfRefusal(changedMeanwhile());
  }

  private async change(kept: KeptDraft, draft: Draft | Refusal): Promise<KeptDraft> {
    if (isRefusal(draft)) throw problemOfRefusal(draft);
    const changed = await this.store.change(draft, kept.revision);
    if (!changed) throw problemOfRefusal(changedMeanwhile());
    return changed;
  }

  private async checkCodes(
    stream: string,
    codes: readonly (readonly [field: string, code: string | undefined])[],
  ): Promise<void> {
    const state = fold(authority, await this.decisions.load(stream));
    stop(unknownAuthority(state, 'authority'));
    for (const [field, code] of codes) stop(unknownBodyOrFunction(state, code, field));
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

function stop(refused: Refusal | null): void {
  if (refused) throw problemOfRefusal(refused);
}

function kindOf(kind: string): Publishable {
  const found = publishableOf(kind);
  if (found) return found;
  const kinds = PUBLISHABLES.map((one) => one.kind).join(', ');
  throw new ProblemError(422, 'draft.unknownKind', {
    fr: `Rien ne se prépare sous le nom « ${kind} ». Sont possibles : ${kinds}.`,
    en: `Nothing is prepared under the name "${kind}". There are: ${kinds}.`,
  });
}

const unfitObject = ({ aggregate }: Publishable, object: string | undefined): Refusal | null => {
  const fits = aggregate === null ? object === undefined : object === undefined || isObjectId(object);
  if (fits && (object === undefined || aggregateOf(object) === aggregate)) return null;
  return refuse(
    'draft.otherObject',
    aggregate === null
      ? { fr: 'Ce projet ne porte sur aucun objet existant.', en: 'This draft is about no existing object.' }
      : {
          fr: `Indiquez dans « object » l’identifiant d’un objet « ${aggregate} ».`,
          en: `Give in "object" the id of an object "${aggregate}".`,
        },
    { field: 'object' },
  );
};

const mayNotRelease = ({ scope }: Publishable, { scopes }: Principal): Refusal | null =>
  scopes.includes(scope)
    ? null
    : refuse(
        'draft.mayNotRelease',
        {
          fr: `Publier ce projet demande un jeton qui ouvre le domaine « ${scope} ».`,
          en: `Releasing this draft needs a token that opens the scope "${scope}".`,
        },
        { kind: 'forbidden' },
      );

const unknownDraft = (): Refusal =>
  refuse('draft.unknown', { fr: 'Ce projet n’existe pas.', en: 'There is no such draft.' }, { kind: 'notFound' });

const incomplete = (): Refusal =>
  refuse('draft.incomplete', {
    fr: 'Ce projet est incomplet : corrigez d’abord ce que « problems » énumère.',
    en: 'This draft is not complete: mend first what "problems" lists.',
  });

const changedMeanwhile = (): Refusal =>
  refuse(
    'draft.changedMeanwhile',
    {
      fr: 'Ce projet a changé depuis que vous l’avez lu. Relisez-le, puis recommencez.',
      en: 'This draft has changed since you read it. Read it again, then try again.',
    },
    { kind: 'conflict' },
  );

const recallFirst = (): Refusal =>
  refuse(
    'draft.recallFirst',
    {
      fr: 'La publication de ce projet est programmée : rappelez-le avant de le supprimer.',
      en: 'The release of this draft is scheduled: recall it before discarding it.',
    },
    { kind: 'conflict' },
  );
