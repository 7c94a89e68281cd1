/**
 * What is being prepared is not a fact (02 §2.1, CRPA L311-2): it stands outside the log and the vault, and what the log
 * gets is one event that names who prepared, who gave a visa and who decided. The rules, pure.
 */
import { refuse, type Refusal } from '@fil/facts/kit/refusal';

export interface Visa {
  /** Code of the function that gave it. */
  readonly function: string;
  readonly account: string;
  /** Version of the content that was read; a later one needs another visa. */
  readonly version: number;
  readonly at: string;
}

export interface Release {
  /** Codes of the function that decides, and of the act that delegates it. */
  readonly decidedBy: string;
  readonly delegation: string | null;
  /** Who decided, in which capacity: the event is recorded in the name of this account. */
  readonly account: string;
  readonly actor: { readonly role: string; readonly body: string | null };
  /** Not before this instant. */
  readonly at: string;
}

export interface Draft {
  readonly id: string;
  readonly kind: string;
  /** The authority whose functions are named. */
  readonly authority: string;
  /** What it will be recorded on; null when it makes a new object. */
  readonly object: string | null;
  /** As it was typed, also while it is incomplete; null once it is released: the words are then in the vault. */
  readonly content: Readonly<Record<string, unknown>> | null;
  /** Rises with every change of the content. */
  readonly version: number;
  readonly preparedBy: string;
  readonly preparer: string;
  readonly visasRequired: readonly string[];
  readonly visas: readonly Visa[];
  readonly state: 'preparing' | 'scheduled' | 'releasing' | 'released';
  readonly release: Release | null;
  /** How often a release was set: a job for an earlier one does nothing. */
  readonly releases: number;
  /** Why the register refused it when its hour came. */
  readonly refusal: { readonly rule: string; readonly message: { readonly fr: string; readonly en: string } } | null;
  /** What it became. */
  readonly recorded: { readonly stream: string; readonly events: readonly string[] } | null;
}

export const revised = (
  draft: Draft,
  content: Readonly<Record<string, unknown>>,
  by: { readonly account: string; readonly preparedBy?: string },
): Draft | Refusal =>
  notBeingPrepared(draft) ?? {
    ...draft,
    content,
    version: draft.version + 1,
    preparedBy: by.preparedBy ?? draft.preparedBy,
    preparer: by.account,
    refusal: null,
  };

export function withVisa(draft: Draft, visa: Visa): Draft | Refusal {
  const refused =
    notBeingPrepared(draft) ?? visaOfOther(draft, visa) ?? ownVisa(draft, visa) ?? secondVisa(draft, visa);
  if (refused) return refused;
  const others = draft.visas.filter((given) => given.function !== visa.function);
  return { ...draft, visas: [...others, visa] };
}

/** Functions whose visa of the present content is missing. */
export const missingVisas = ({ visasRequired, visas, version }: Draft): string[] =>
  visasRequired.filter((code) => !visas.some((visa) => visa.function === code && visa.version === version));

/** @param now instant, ISO 8601 */
export function scheduled(draft: Draft, release: Release, now: string): Draft | Refusal {
  const refused =
    notBeingPrepared(draft) ?? visaMissing(draft) ?? otherDecider(draft, release) ?? alreadyOver(release.at, now);
  return refused ?? { ...draft, state: 'scheduled', release, releases: draft.releases + 1, refusal: null };
}

export const recalled = (draft: Draft): Draft | Refusal =>
  draft.state === 'scheduled'
    ? { ...draft, state: 'preparing', release: null }
    : refuse(
        'draft.notScheduled',
        {
          fr: 'Ce projet n’est pas programmé : il n’y a rien à rappeler. Ce qui est publié ne se retire pas ; il se corrige par un nouvel acte.',
          en: 'This draft is not scheduled: there is nothing to recall. What is published is not taken back; it is corrected by a new act.',
        },
        { kind: 'conflict' },
      );

const notBeingPrepared = ({ state }: Draft): Refusal | null => {
  if (state === 'preparing') return null;
  return refuse(
    'draft.notBeingPrepared',
    state === 'released'
      ? { fr: 'Ce projet est déjà publié.', en: 'This draft has already been released.' }
      : {
          fr: 'La publication de ce projet est programmée : rappelez-le avant de le modifier.',
          en: 'The release of this draft is scheduled: recall it before changing it.',
        },
    { kind: 'conflict' },
  );
};

const visaOfOther = ({ version }: Draft, visa: Visa): Refusal | null =>
  visa.version === version
    ? null
    : refuse(
        'draft.changedMeanwhile',
        {
          fr: `Le texte a changé depuis que vous l’avez lu (version lue : ${visa.version}, version actuelle : ${version}). Relisez-le avant de le viser.`,
          en: `The text has changed since you read it (version read: ${visa.version}, present version: ${version}). Read it again before giving your visa.`,
        },
        { kind: 'conflict', field: 'version' },
      );

/** A visa is another pair of eyes. */
const ownVisa = ({ preparer }: Draft, visa: Visa): Refusal | null =>
  visa.account !== preparer
    ? null
    : refuse(
        'draft.ownVisa',
        {
          fr: 'Qui a écrit cette version ne peut pas la viser : demandez le visa d’un autre agent.',
          en: 'Whoever wrote this version cannot give it a visa: ask somebody else.',
        },
        { kind: 'forbidden', field: 'function' },
      );

/** Two visas are two pairs of eyes. */
const secondVisa = ({ visas }: Draft, visa: Visa): Refusal | null =>
  visas.some(
    (given) => given.account === visa.account && given.version === visa.version && given.function !== visa.function,
  )
    ? refuse(
        'draft.secondVisa',
        {
          fr: 'Vous avez déjà visé cette version au titre d’une autre fonction : ce visa revient à un autre agent.',
          en: 'You have given this version a visa for another function: this one is for somebody else to give.',
        },
        { kind: 'forbidden', field: 'function' },
      )
    : null;

/** Who is named as deciding in the event that is released is who decides the release. */
const otherDecider = ({ content }: Draft, { decidedBy }: Release): Refusal | null => {
  const named = content?.['decidedBy'];
  return typeof named !== 'string' || named === decidedBy
    ? null
    : refuse(
        'draft.otherDecider',
        {
          fr: `Le projet indique que « ${named} » décide, et la publication « ${decidedBy} » : indiquez la même fonction des deux côtés.`,
          en: `The draft says that "${named}" decides, and the release "${decidedBy}": name the same function in both.`,
        },
        { kind: 'conflict', field: 'decidedBy' },
      );
};

const visaMissing = (draft: Draft): Refusal | null => {
  const missing = missingVisas(draft);
  return missing.length === 0
    ? null
    : refuse(
        'draft.visaMissing',
        {
          fr: `Il manque des visas sur cette version : ${missing.join(', ')}.`,
          en: `Visas are missing on this version: ${missing.join(', ')}.`,
        },
        { kind: 'conflict' },
      );
};

const alreadyOver = (at: string, now: string): Refusal | null =>
  at >= now
    ? null
    : refuse(
        'draft.hourOver',
        {
          fr: 'L’heure de publication est déjà passée. Indiquez une heure à venir, ou aucune pour publier tout de suite.',
          en: 'The hour of release is over. Give one to come, or none to release at once.',
        },
        { field: 'at' },
      );
