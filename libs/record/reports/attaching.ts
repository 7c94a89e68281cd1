/** The rule by which a text of a guarantor or a committee is attached to a published report. */
import type { Actor } from '@fil/facts/kit/actor';
import type { Label } from '@fil/facts/codes/label';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Text } from '@fil/facts/kit/sealed-fields';
import { notInItsName } from '../deciding/acting-for';
import { attachedBefore, notItsText, type OverseerState } from './own-texts';
import type { ReportState } from './report.state';
import { unknownReport } from './standing';

export interface Attaching {
  /** The event that holds the text; or the text, written for this report. */
  readonly event?: string;
  readonly text?: Text;
}

export interface Overseer {
  readonly role: 'guarantor' | 'committeeMember';
  readonly called: Label;
  /** Field of the command that names it. */
  readonly field: string;
}

/**
 * Null: it may be attached. Who publishes the report may cite what the guarantor or the committee has published, and
 * cannot change a word of it; a text written for the report is its author's to give.
 */
export function notAttachable(
  state: ReportState,
  overseer: OverseerState,
  { event, text }: Attaching,
  who: Overseer,
  actor: Actor,
): Refusal | null {
  if (!state.exists) return unknownReport();
  if ((event === undefined) === (text === undefined))
    return refuse(
      'report.oneText',
      {
        fr: 'Indiquez l’événement qui porte le texte, ou donnez le texte : l’un des deux.',
        en: 'Name the event that holds the text, or give the text: one of the two.',
      },
      { field: 'event' },
    );
  if (event !== undefined) return notItsText(overseer, event, 'event') ?? attachedBefore(state.cited, event, 'event');
  return (
    notKnown(overseer, who) ??
    notInItsName('report.notItsAuthor', actor, {
      role: who.role,
      body: overseer.exists ? overseer.code : '',
      called: who.called,
    })
  );
}

export const notKnown = (overseer: OverseerState, { field }: Pick<Overseer, 'field'>): Refusal | null =>
  overseer.exists
    ? null
    : refuse(
        'report.unknownOverseer',
        {
          fr: 'Ce garant ou ce comité n’existe pas : vérifiez l’identifiant.',
          en: 'There is no such guarantor or committee: check the id.',
        },
        { field },
      );

export const THE_GUARANTOR: Overseer = {
  role: 'guarantor',
  called: { fr: 'du garant', en: 'the guarantor' },
  field: 'guarantor',
};
export const THE_COMMITTEE: Overseer = {
  role: 'committeeMember',
  called: { fr: 'du comité de suivi', en: 'the follow-up committee' },
  field: 'committee',
};
