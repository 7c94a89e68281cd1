import { contributionRedacted, guarantorOpinionGiven } from '@fil/facts/events/moderation.events';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { namedVersion } from '@fil/facts/kit/event-definition';
import { pathNow } from '@fil/facts/kit/event-schema';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { unknownFunction } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState, RecordedContribution } from '../contribution.state';
import type { Mandate } from '../mandate-of';
import type { ModerationState, SealedIn } from '../moderation.state';
import { unknownContribution } from '../still-open';
import type { RedactInput } from './redact.command';

/** Hides passages from the public, whatever became of the contribution since: what is withdrawn or voided is still shown. */
export function decideRedaction(
  state: ContributionState,
  command: RedactInput,
  { authority }: Pick<Mandate, 'authority'>,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  const holder = state.moderation.sealedIn.get(command.event);
  if (!holder) return unknownEvent();
  const paths = command.paths.map((path) => recordedPath(holder, path));
  return (
    notTheirs(holder) ??
    unknownPaths(command, paths) ??
    redactedBefore(state, command.event, paths as string[]) ??
    miscounted(command) ??
    unknownFunction(authority, command.decidedBy, 'decidedBy') ??
    notYetHappened('redaction.toCome', command.occurredOn, today) ?? [
      eventFrom(contributionRedacted, command, { paths: paths as string[] }),
      ...madeFromIt(state.moderation, holder, paths as string[]).map(({ event, path }) =>
        eventFrom(contributionRedacted, { ...command, event, paths: [path], shownInstead: [WITH_ITS_TEXT] }),
      ),
    ]
  );
}

/** Shown instead of what was made from a text that is redacted; redacted in its turn it says what may be read. */
const WITH_ITS_TEXT = {
  fr: '[occulté avec le texte dont ce passage est tiré]',
  en: '[redacted with the text this is taken from]',
};

/** What the author says, in its versions. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'contribution.recorded': ['/title', '/text'],
  'contribution.transcribed': ['/title', '/text'],
  'contribution.textCorrected': ['/corrected'],
};
/** What is taken from it, and may have the same words. */
const MADE_FROM_IT: Readonly<Record<string, string>> = {
  'contribution.pointMarked': '/extract',
  'contribution.restated': '/text',
  'contribution.restatementCorrected': '/text',
};

/**
 * A passage hidden in a text would be read in an extract or a restatement of it: these are redacted with it, at once,
 * rather than when somebody thinks of it. Translations and plain words follow what they are made from by themselves.
 */
function madeFromIt(
  { sealedIn, redacted }: ModerationState,
  holder: SealedIn,
  paths: readonly string[],
): { readonly event: string; readonly path: string }[] {
  const texts = TEXTS[namedVersion(holder.type).name] ?? [];
  if (!paths.some((path) => texts.includes(path))) return [];
  return [...sealedIn].flatMap(([event, { type }]) => {
    const path = MADE_FROM_IT[namedVersion(type).name];
    return path === undefined || redacted.get(event)?.has(path) ? [] : [{ event, path }];
  });
}

/** A path as the entry has it: people may name it as it is called now. A list is named as a whole, or one item of it. */
function recordedPath({ type, paths }: SealedIn, named: string): string | null {
  const reading = EVENT_SCHEMA.readingOf(type);
  for (const path of paths) {
    const list = path.replace(/\/\d+$/, '');
    const now = pathNow(reading, path);
    const word = reading.words.find(({ recordedAs }) => `/${recordedAs}` === list);
    if (word?.audience !== 'public') continue;
    if (named === path || named === now) return path;
    if (word.list && (named === list || named === `/${word.name}`)) return list;
  }
  return null;
}

const unknownEvent = (): Refusal =>
  refuse(
    'redaction.unknownEvent',
    {
      fr: 'L’événement indiqué n’est pas de cette contribution.',
      en: 'The event named is not of this contribution.',
    },
    { field: 'event' },
  );

const notTheirs = ({ type }: SealedIn): Refusal | null =>
  type === guarantorOpinionGiven.type
    ? refuse(
        'redaction.guarantorsText',
        {
          fr: 'Personne d’autre que lui ne modifie un texte du garant.',
          en: 'Nobody but the guarantor changes the guarantor’s text.',
        },
        { kind: 'forbidden', field: 'event' },
      )
    : null;

function unknownPaths({ paths: named }: RedactInput, paths: readonly (string | null)[]): Refusal | null {
  const unknown = named.find((_, n) => paths[n] === null);
  if (named.length > 0 && unknown === undefined) return null;
  return refuse(
    'redaction.unknownPath',
    unknown === undefined
      ? { fr: 'Indiquez au moins un champ à occulter, tel que /text.', en: 'Name at least one field, such as /text.' }
      : {
          fr: `L’événement indiqué n’a pas de champ public « ${unknown} ».`,
          en: `The event named has no public field "${unknown}".`,
        },
    { field: 'paths' },
  );
}

function redactedBefore({ moderation }: RecordedContribution, event: string, paths: readonly string[]): Refusal | null {
  const before = paths.find((path) => moderation.redacted.get(event)?.has(path));
  return before === undefined
    ? null
    : refuse(
        'redaction.done',
        {
          fr: `Le champ « ${before} » est déjà occulté. Pour corriger ce qui s’affiche à sa place, occultez le texte de cette occultation.`,
          en: `The field "${before}" is already redacted. To change what is shown instead, redact the text of that redaction.`,
        },
        { kind: 'conflict', field: 'paths' },
      );
}

const miscounted = ({ paths, shownInstead }: RedactInput): Refusal | null =>
  paths.length === shownInstead.length
    ? null
    : refuse(
        'redaction.miscounted',
        {
          fr: 'Donnez, pour chaque champ occulté, le texte qui s’affiche à sa place.',
          en: 'For each field that is redacted, give the text that is shown instead.',
        },
        { field: 'shownInstead' },
      );
