import { z } from 'zod';
import { SUSPENSION_FACTS, SUSPENSION_WORDS } from '@fil/facts/events/passage';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { notTheAuthority } from '../deciding/acting-for';
import type { DecidingContext } from '../deciding/decider';
import { inputs } from '../deciding/input-kinds';
import { notYetHappened } from '../deciding/happened';
import type { Passages } from './passages';

export const suspendPassageInput = z.strictObject({ ...inputs(SUSPENSION_FACTS), ...inputs(SUSPENSION_WORDS) });
export type SuspendPassageInput = z.infer<typeof suspendPassageInput>;

/** What stands against withholding a passage; null when nothing does. */
export const notSuspendable = (
  passages: Passages,
  command: SuspendPassageInput,
  actor: Actor,
  { today }: DecidingContext,
): Refusal | null =>
  notTheAuthority('passage.byTheAuthority', actor) ??
  unknownText(passages, command) ??
  unknownPath(passages, command) ??
  suspendedBefore(passages, command) ??
  notYetHappened('passage.notNotified', command.notifiedOn, today, 'notifiedOn');

const unknownText = ({ texts }: Passages, { event }: SuspendPassageInput): Refusal | null =>
  texts.has(event)
    ? null
    : refuse(
        'passage.unknownText',
        {
          fr: 'L’événement indiqué n’est pas un texte de cet auteur : indiquez l’identifiant d’un de ses avis, constats ou rapports.',
          en: 'The event named is not a text of this author: give the id of one of its opinions, findings or reports.',
        },
        { field: 'event' },
      );

/** Facts are never hidden: only words are. */
function unknownPath({ texts }: Passages, { event, paths }: SuspendPassageInput): Refusal | null {
  const own = texts.get(event)!;
  const wrong = paths.find((path) => !own.includes(path));
  if (paths.length > 0 && wrong === undefined) return null;
  return refuse(
    'passage.unknownPath',
    {
      fr: `Indiquez les champs à suspendre, parmi : ${own.join(', ')}.`,
      en: `Name the fields to suspend, among: ${own.join(', ')}.`,
    },
    { field: 'paths' },
  );
}

function suspendedBefore({ suspensions }: Passages, { event, paths }: SuspendPassageInput): Refusal | null {
  const standing = [...suspensions.values()].filter((one) => one.event === event && !one.restored);
  const twice = paths.find((path) => standing.some((one) => one.paths.includes(path)));
  return twice === undefined
    ? null
    : refuse(
        'passage.suspendedBefore',
        {
          fr: `Le champ « ${twice} » de ce texte est déjà suspendu.`,
          en: `The field "${twice}" of this text is already suspended.`,
        },
        { kind: 'conflict', field: 'paths' },
      );
}
