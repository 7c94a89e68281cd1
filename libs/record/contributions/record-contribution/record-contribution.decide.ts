import { contributionAdmitted, contributionRecorded } from '@fil/facts/events/contribution.events';
import type { NewEvent } from '@fil/facts/kit/event-definition';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { unknownTheme } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState } from '../contribution.state';
import type { EncounterState } from '../../encounters/encounter.state';
import type { Mandate } from '../mandate-of';
import { acceptedRules, rulesNotInForce } from './accepted-rules';
import { channelNotOffered, depositClosed, indiscreet } from './deposit-rules';
import { isOnSlip, saidElsewhere, sheetOf, slipAtFault } from './sheet-rules';
import type { RecordContributionInput } from './record-contribution.command';

/** Files of one deposit (03 §4). */
const MOST_ATTACHMENTS = 10;

/** What a deposit is judged by. */
export interface DepositSeen extends Mandate {
  /** The encounter it names; undefined when it names none. */
  readonly encounter?: EncounterState;
}

/** @param authorKey digest of the key given to the author; absent for what is taken over */
export function decideRecording(
  state: ContributionState,
  command: RecordContributionInput,
  authorKey: string | undefined,
  { consultation, authority, encounter }: DepositSeen,
  { today }: DecidingContext,
): Decided {
  if (state.exists) return isOnSlip(command, encounter) ? slipUsed() : alreadyRecorded();
  if (!consultation.exists) return unknownConsultation();
  const sensitivity = command.sensitivity ?? (command.channel === 'fieldReport' ? 'restricted' : 'public');
  const refused =
    notYetHappened('contribution.toCome', command.occurredOn, today) ??
    notYetHappened('contribution.toCome', command.receivedOn, today, 'receivedOn') ??
    (command.takenOver
      ? null
      : (depositClosed(consultation, command, today) ?? channelNotOffered(consultation, command.channel))) ??
    saidElsewhere(command, encounter) ??
    slipAtFault(command, encounter) ??
    rulesNotInForce(consultation, command, today) ??
    authorKindMissing(command) ??
    indiscreet(command.channel, sensitivity, command.authorKind) ??
    unknownTheme(authority, command.themes, 'themes') ??
    assistedWhenMade(command) ??
    saysNothing(command) ??
    tooManyFiles(command);
  if (refused) return refused;

  const events: NewEvent[] = [
    eventFrom(
      contributionRecorded,
      { ...command, authorKey },
      {
        sensitivity,
        attachmentCount: command.attachments?.length ?? 0,
        ...(command.contact !== undefined && { reachable: true }),
        sheet: sheetOf(command, encounter),
        rulesVersion: acceptedRules(consultation, command, today),
      },
    ),
  ];
  if (consultation.wordsPublic === 'onDeposit' && sensitivity === 'public') {
    const takenOver = command.takenOver && { source: command.takenOver.source };
    events.push(eventFrom(contributionAdmitted, { occurredOn: command.occurredOn, takenOver }));
  }
  return events;
}

/** Nobody but its author makes a contribution; a tool may transcribe or translate it, each with its own event. */
const assistedWhenMade = ({ assisted, takenOver }: RecordContributionInput): Refusal | null =>
  assisted === undefined || takenOver
    ? null
    : refuse(
        'assistance.inCollection',
        {
          fr: 'Au recueil, un outil ne peut qu’aider à transcrire ou à traduire : enregistrez la contribution telle qu’elle a été dite ou écrite, puis sa transcription ou sa traduction.',
          en: 'In collection a tool may only help to transcribe or translate: record the contribution as it was said or written, then its transcription or translation.',
        },
        { field: 'assisted' },
      );

function saysNothing({ title, text, takenOver }: RecordContributionInput): Refusal | null {
  if (title !== undefined || text !== undefined) return null;
  if (takenOver?.notStated?.some((field) => field === 'text' || field === 'title')) return null;
  return refuse(
    'contribution.saysNothing',
    {
      fr: 'Une contribution comporte au moins un titre ou un texte.',
      en: 'A contribution has at least a title or a text.',
    },
    { field: 'text' },
  );
}

const authorKindMissing = ({ authorKind, takenOver }: RecordContributionInput): Refusal | null =>
  authorKind !== undefined || takenOver?.notStated?.includes('author')
    ? null
    : refuse(
        'contribution.authorKindMissing',
        {
          fr: 'Indiquez qui s’exprime : une personne, une table d’atelier, une organisation, une classe, un agent ou un relais (« authorKind »).',
          en: 'Say who speaks: a person, a workshop table, an organisation, a class, an agent or a relay ("authorKind").',
        },
        { field: 'authorKind' },
      );

const tooManyFiles = ({ attachments = [] }: RecordContributionInput): Refusal | null =>
  attachments.length <= MOST_ATTACHMENTS
    ? null
    : refuse(
        'contribution.tooManyFiles',
        {
          fr: `Un dépôt comporte au plus ${MOST_ATTACHMENTS} fichiers. Regroupez-les, ou joignez l’essentiel.`,
          en: `A deposit has at most ${MOST_ATTACHMENTS} files. Put them together, or join what matters most.`,
        },
        { field: 'attachments' },
      );

const alreadyRecorded = (): Refusal =>
  refuse(
    'contribution.exists',
    {
      fr: 'Cette contribution est déjà enregistrée : une référence de la source ne sert qu’une fois.',
      en: 'This contribution is already recorded: a reference of the source serves once only.',
    },
    { kind: 'conflict' },
  );

const slipUsed = (): Refusal =>
  refuse(
    'slip.used',
    {
      fr: 'Cette fiche est déjà saisie : une fiche ne sert qu’une fois. Vérifiez son numéro ; si la saisie est une erreur, annulez-la d’abord.',
      en: 'This slip was entered before: a slip serves once only. Check its number; if it was entered in error, void that entry first.',
    },
    { kind: 'conflict', field: 'slip' },
  );

const unknownConsultation = (): Refusal =>
  refuse(
    'consultation.unknown',
    {
      fr: 'La démarche indiquée n’existe pas. Vérifiez son identifiant : il figure dans l’adresse de sa page.',
      en: 'There is no such consultation. Check its id: it is in the address of its page.',
    },
    { field: 'consultation' },
  );
