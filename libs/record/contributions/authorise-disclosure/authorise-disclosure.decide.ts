import { disclosureAuthorised } from '@fil/facts/events/moderation.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { covers, isInTerm } from '../../authority/disclosure-authorisation';
import { unknownFunction } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState, RecordedContribution } from '../contribution.state';
import type { Mandate } from '../mandate-of';
import { inadmissible } from '../moderation-rules';
import { closedToChanges, unknownContribution } from '../still-open';
import type { AuthoriseDisclosureInput } from './authorise-disclosure.command';

/** Makes public what had limited access: by a decision of its own, or under a standing one, in its scope and its term. */
export function decideDisclosure(
  state: ContributionState,
  command: AuthoriseDisclosureInput,
  { authority, consultation }: Mandate,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  const { decidedBy, authorisation } = command;
  const refused =
    closedToChanges(state) ??
    inadmissible(state) ??
    nothingToDisclose(state) ??
    keptBack(state) ??
    notOneOfTwo(command) ??
    unknownFunction(authority, decidedBy, 'decidedBy') ??
    notUnder(authorisation, authority, state, today) ??
    notYetHappened('disclosure.toCome', command.occurredOn, today);
  if (refused) return refused;
  const standing =
    authorisation !== undefined && consultation.exists
      ? { authority: consultation.organiser as `authority-${string}`, authorisation }
      : undefined;
  return [eventFrom(disclosureAuthorised, command, { standing, ...inClear(state) })];
}

/** What totals need, of what was sealed until now. */
const inClear = ({ kind, channel, themes, receivedOn, pointsMarked, points }: RecordedContribution) => ({
  kind,
  channel,
  themes,
  receivedOn: receivedOn ?? undefined,
  points: pointsMarked,
  answers: [...points].flatMap(([point, { answer }]) =>
    answer ? [{ point, event: answer.event, outcome: answer.outcome }] : [],
  ),
});

const nothingToDisclose = ({ sensitivity, moderation }: RecordedContribution): Refusal | null =>
  sensitivity !== 'public' && !moderation.disclosed
    ? null
    : refuse(
        'disclosure.public',
        {
          fr: 'Cette contribution n’a pas d’accès limité : rien n’est à autoriser.',
          en: 'Access to this contribution is not limited: there is nothing to authorise.',
        },
        { kind: 'conflict' },
      );

/** Whoever discloses it shows its words. */
const keptBack = ({ moderation }: RecordedContribution): Refusal | null =>
  moderation.notPublished === null
    ? null
    : refuse(
        'disclosure.notPublished',
        {
          fr: 'Il a été décidé de ne pas publier cette contribution : sa diffusion ne peut pas être autorisée.',
          en: 'It was decided not to publish this contribution: it cannot be disclosed.',
        },
        { kind: 'conflict' },
      );

const notOneOfTwo = ({ decidedBy, authorisation }: AuthoriseDisclosureInput): Refusal | null =>
  (decidedBy === undefined) !== (authorisation === undefined)
    ? null
    : refuse(
        'disclosure.notOneOfTwo',
        {
          fr: 'Indiquez soit la fonction qui décide pour cette contribution (« decidedBy »), soit le code d’une autorisation permanente (« authorisation »).',
          en: 'Give either the function that decides for this contribution ("decidedBy") or the code of a standing authorisation ("authorisation").',
        },
        { field: 'decidedBy' },
      );

function notUnder(
  code: string | undefined,
  { disclosureAuthorisations }: Mandate['authority'],
  about: RecordedContribution,
  today: string,
): Refusal | null {
  if (code === undefined) return null;
  const field = 'authorisation';
  const authorisation = disclosureAuthorisations.get(code);
  if (!authorisation) {
    return refuse(
      'disclosure.unknownAuthorisation',
      {
        fr: `La collectivité n’a pas donné d’autorisation de diffusion « ${code} ».`,
        en: `The authority has given no disclosure authorisation "${code}".`,
      },
      { field },
    );
  }
  if (!isInTerm(authorisation, today)) {
    return refuse(
      'disclosure.outOfTerm',
      {
        fr: `L’autorisation de diffusion « ${code} » n’est pas en vigueur aujourd’hui (du ${authorisation.from} au ${authorisation.until}).`,
        en: `The disclosure authorisation "${code}" is not in force today (from ${authorisation.from} to ${authorisation.until}).`,
      },
      { field },
    );
  }
  return covers(authorisation, about)
    ? null
    : refuse(
        'disclosure.outOfScope',
        {
          fr: `L’autorisation de diffusion « ${code} » ne couvre pas cette contribution : sa démarche, ses thématiques ou son territoire n’en font pas partie.`,
          en: `The disclosure authorisation "${code}" does not cover this contribution: its consultation, its themes or its territory is not in its scope.`,
        },
        { field },
      );
}
