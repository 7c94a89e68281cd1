/** Passages of a guarantor's or a committee's texts that the authority has suspended: withheld, with a tombstone. Pure. */
import type { SUSPENSION_GROUNDS } from '@fil/facts/codes/oversight';
import type {
  guarantorPassageRestored,
  guarantorPassageSuspended,
  guarantorSuspensionReplied,
} from '@fil/facts/events/guarantor.events';
import type { DataOf } from '@fil/facts/kit/event-definition';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Named } from '../names/named';
import type { Names } from '../names/names';
import type { Happened } from './happened';
import { happening, type KeptEvent } from './happening';
import type { History } from './history';
import { words } from './words-of';

export interface SuspendedPassage extends Happened {
  /** The event that holds the text. */
  readonly of: string;
  /** Its fields that are withheld, as paths. */
  readonly paths: readonly string[];
  readonly ground: (typeof SUSPENSION_GROUNDS)[number];
  readonly reference: string | null;
  /** Day on which the ground was notified to the author. */
  readonly notifiedOn: string;
  readonly decidedBy: Named | null;
  /** What is read instead. */
  readonly shownInstead: Opened<Text> | null;
  /** The author's reply, beside it. */
  readonly reply: (Happened & { readonly text: Opened<Text> | null }) | null;
  /** When it was shown again; null while it is withheld. */
  readonly restored: (Happened & { readonly reason: Opened<Text> | null }) | null;
}

const named = ({ type }: KeptEvent): string => type.slice(type.indexOf('.') + 1, type.lastIndexOf('/'));

/** @param authority whose functions decide */
export function suspendedPassages({ events }: History, authority: string, names: Names): SuspendedPassage[] {
  const about = (what: string, suspension: string): KeptEvent | undefined =>
    events.find(
      (event) =>
        named(event) === what &&
        (event.data as unknown as DataOf<typeof guarantorSuspensionReplied | typeof guarantorPassageRestored>)
          .suspension === suspension,
    );
  return events
    .filter((event) => named(event) === 'passageSuspended')
    .map((event) => {
      const data = event.data as unknown as DataOf<typeof guarantorPassageSuspended>;
      const reply = about('suspensionReplied', event.id);
      const restored = about('passageRestored', event.id);
      return {
        ...happening(event),
        of: data.event,
        paths: data.paths,
        ground: data.ground,
        reference: data.reference ?? null,
        notifiedOn: data.notifiedOn,
        decidedBy: names.optional('functions', authority, data.decidedBy),
        shownInstead: words<Text>(event, 'shown'),
        reply: reply ? { ...happening(reply), text: words<Text>(reply, 'text') } : null,
        restored: restored ? { ...happening(restored), reason: words<Text>(restored, 'reason') } : null,
      };
    });
}
