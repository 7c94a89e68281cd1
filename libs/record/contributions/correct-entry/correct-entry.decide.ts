import { outcomeRow } from '@fil/facts/codes/outcome';
import { daysBetween } from '@fil/facts/dates/calendar-date';
import { parisDay } from '@fil/facts/dates/paris-day';
import { contributionEntryCorrected } from '@fil/facts/events/contribution.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { unknownTheme } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState, RecordedContribution } from '../contribution.state';
import type { Mandate } from '../mandate-of';
import { channelNotOffered, indiscreet } from '../record-contribution/deposit-rules';
import { closedToChanges, unknownContribution } from '../still-open';
import type { CorrectEntryInput } from './correct-entry.command';

/** Days in which a clerical error may be corrected (02 §2.1). */
const CORRECTABLE_DAYS = 30;

const CORRECTABLE = ['kind', 'channel', 'themes', 'receivedOn', 'territory'] as const;

/** A clerical error of the body that wrote it: one event per field, and both values stay on the page. */
export function decideCorrection(
  state: ContributionState,
  command: CorrectEntryInput,
  actor: Actor,
  mandate: Mandate,
  context: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  const refused =
    closedToChanges(state) ??
    notTheEntry(state, command.event) ??
    notItsWriter(state, actor) ??
    tooLate(state, context.today) ??
    wrongValue(state, command, mandate, context.today);
  if (refused) return refused;
  const fields = CORRECTABLE.filter((field) => command[field] !== undefined);
  if (fields.length === 0) {
    return refuse('correction.empty', {
      fr: `Indiquez au moins une nouvelle valeur parmi : ${CORRECTABLE.join(', ')}.`,
      en: `Give at least one new value among: ${CORRECTABLE.join(', ')}.`,
    });
  }
  const same = fields.find((field) => JSON.stringify(command[field]) === JSON.stringify(state[field]));
  if (same) {
    return refuse(
      'correction.same',
      {
        fr: 'La nouvelle valeur est celle qui figure déjà au registre.',
        en: 'The new value is the one already on record.',
      },
      { field: same },
    );
  }
  const { event, reason } = command;
  return fields.map((field) =>
    eventFrom(contributionEntryCorrected, { event, reason, field: `/${field}`, [field]: command[field] }),
  );
}

function notTheEntry(state: RecordedContribution, event: string): Refusal | null {
  if (event === state.recorded.event) return null;
  if (state.contestable.get(event) === 'outcome') {
    return refuse(
      'correction.ofOutcome',
      {
        fr: 'Une suite ne se rectifie pas : donnez une nouvelle suite qui la remplace, en précisant qu’elle avait été saisie par erreur (« enteredInError »).',
        en: 'An outcome is never corrected: give a new one that replaces it, saying that it had been entered in error ("enteredInError").',
      },
      { field: 'event' },
    );
  }
  return refuse(
    'correction.notTheEntry',
    {
      fr: 'Seul l’enregistrement de la contribution peut être rectifié : indiquez l’identifiant de cet événement.',
      en: 'Only the record of the contribution can be corrected: give the id of that event.',
    },
    { field: 'event' },
  );
}

const notItsWriter = (state: RecordedContribution, { body }: Actor): Refusal | null =>
  body !== null && body === state.recorded.body
    ? null
    : refuse(
        'correction.notItsWriter',
        {
          fr:
            state.recorded.body === null
              ? 'Cette contribution a été saisie par son auteur : aucun service ne peut la rectifier.'
              : `Une erreur de saisie est rectifiée par le service qui a saisi (« ${state.recorded.body} »).`,
          en:
            state.recorded.body === null
              ? 'This contribution was entered by its author: no body can correct it.'
              : `An error of entry is corrected by the body that made the entry ("${state.recorded.body}").`,
        },
        { kind: 'forbidden' },
      );

const tooLate = (state: RecordedContribution, today: string): Refusal | null =>
  daysBetween(parisDay(state.recorded.at), today) <= CORRECTABLE_DAYS
    ? null
    : refuse('correction.tooLate', {
        fr: `Une erreur de saisie se rectifie dans les ${CORRECTABLE_DAYS} jours.`,
        en: `An error of entry is corrected within ${CORRECTABLE_DAYS} days.`,
      });

/** A new value obeys the rules of a deposit. */
function wrongValue(
  state: RecordedContribution,
  { kind, channel, themes, receivedOn }: CorrectEntryInput,
  { consultation, authority }: Mandate,
  today: string,
): Refusal | null {
  const offered =
    channel !== undefined && consultation.exists && !state.takenOver ? channelNotOffered(consultation, channel) : null;
  return (
    offered ??
    (channel === undefined ? null : indiscreet(channel, state.sensitivity, state.authorKind ?? undefined)) ??
    unknownTheme(authority, themes ?? [], 'themes') ??
    notYetHappened('contribution.toCome', receivedOn, today, 'receivedOn') ??
    unfitForItsAnswer(state, kind)
  );
}

function unfitForItsAnswer(state: RecordedContribution, kind: CorrectEntryInput['kind']): Refusal | null {
  if (kind === undefined) return null;
  const answers = [...state.points.values()].flatMap(({ answer }) => answer ?? []);
  const unfit = answers.find(({ outcome }) => outcomeRow(outcome).only?.includes(kind) === false);
  return unfit
    ? refuse(
        'correction.unfitForAnswer',
        {
          fr: `La suite « ${outcomeRow(unfit.outcome).label.fr} » déjà donnée ne convient pas à cette nature de contribution : donnez d’abord une autre suite.`,
          en: `The outcome "${outcomeRow(unfit.outcome).label.en}" already given does not fit this kind of contribution: give another outcome first.`,
        },
        { field: 'kind' },
      )
    : null;
}
