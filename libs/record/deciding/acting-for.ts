/** In whose name somebody acts: the authority, or one of those who watch it. */
import type { Actor, ActorRole } from '@fil/facts/kit/actor';
import type { Label } from '@fil/facts/codes/label';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';

const OF_THE_AUTHORITY: ReadonlySet<ActorRole> = new Set(['official', 'agent', 'administrator', 'import']);

/** Those who watch do not answer themselves. @param rule name of the refusal, such as `finding.byTheAuthority` */
export const notTheAuthority = (rule: string, actor: Actor): Refusal | null =>
  OF_THE_AUTHORITY.has(actor.role)
    ? null
    : refuse(
        rule,
        {
          fr: 'Ceci appartient à la collectivité : il y faut un jeton de rôle « official » ou « agent ».',
          en: 'This is for the authority to do: it takes a token with the role "official" or "agent".',
        },
        { kind: 'forbidden' },
      );

const WATCHING: ReadonlySet<ActorRole> = new Set(['guarantor', 'committeeMember']);

/** What the authority does, or whoever organises or facilitates for it, is not done by those who watch it. */
export const onlyWatches = (rule: string, actor: Actor): Refusal | null =>
  WATCHING.has(actor.role)
    ? refuse(
        rule,
        {
          fr: 'Garants et comités de suivi observent, ils n’agissent pas à la place de la collectivité : il y faut le jeton d’un service ou de qui anime la démarche.',
          en: 'Guarantors and follow-up committees watch, they do not act for the authority: it takes a token of an office, or of whoever facilitates the consultation.',
        },
        { kind: 'forbidden' },
      )
    : null;

/** Nobody but its author writes in a name. @param body the code the author's token acts for */
export const notInItsName = (
  rule: string,
  actor: Actor,
  only: { readonly role: ActorRole; readonly body: string; readonly called: Label },
): Refusal | null =>
  actor.role === only.role && actor.body === only.body
    ? null
    : refuse(
        rule,
        {
          fr: `Ceci s’écrit au nom ${only.called.fr} : il y faut son jeton, de rôle « ${only.role} » pour « ${only.body} ».`,
          en: `This is written in the name of ${only.called.en}: it takes its token, with the role "${only.role}" for "${only.body}".`,
        },
        { kind: 'forbidden' },
      );
