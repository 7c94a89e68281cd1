/** When, through which channel and how openly a contribution may be deposited. */
import { CHANNEL_LABELS, type Channel, type Sensitivity } from '@fil/facts/codes/contribution';
import { firstDay, lastDay } from '@fil/facts/dates/when';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { isDepositOpenOn, type OpenedConsultation } from '../../consultations/consultation.state';
import type { RecordContributionInput } from './record-contribution.command';

/** Deposit only while open; what was received on paper or said aloud in time may be entered afterwards. */
export function depositClosed(
  consultation: OpenedConsultation,
  { channel, receivedOn, occurredOn }: RecordContributionInput,
  today: string,
): Refusal | null {
  const received = channel === 'online' ? undefined : receivedOn;
  const day = received ?? (consultation.recordedAfterwards ? occurredOn : undefined);
  if (day !== undefined) {
    const inTime = isDepositOpenOn(consultation, firstDay(day)) && isDepositOpenOn(consultation, lastDay(day));
    return inTime
      ? null
      : refuse(
          'deposit.receivedOutsidePeriod',
          {
            fr: 'Cette contribution a été reçue en dehors de la période de dépôt. Vérifiez la date de réception ; si elle est exacte, la contribution ne peut pas être versée à cette démarche.',
            en: 'This contribution was received outside the deposit period. Check the date it was received; if it is right, it cannot be recorded in this consultation.',
          },
          { field: received === undefined ? 'occurredOn' : 'receivedOn' },
        );
  }
  // Whoever closed the deposit closed it at once, not at midnight.
  const last = consultation.deposits.at(-1);
  if (last && last.closedOn === null && isDepositOpenOn(consultation, today)) return null;
  return channel === 'online'
    ? refuse('deposit.closed', {
        fr: 'Le dépôt n’est pas ouvert pour cette démarche. Ses dates figurent sur la page de la démarche.',
        en: 'Deposit is not open in this consultation. Its dates are on the page of the consultation.',
      })
    : refuse(
        'deposit.closed',
        {
          fr: 'Le dépôt n’est pas ouvert pour cette démarche. Pour une contribution reçue à temps, indiquez sa date de réception.',
          en: 'Deposit is not open in this consultation. For a contribution received in time, give the date it was received.',
        },
        { field: 'receivedOn' },
      );
}

export function channelNotOffered(consultation: OpenedConsultation, channel: Channel): Refusal | null {
  if (consultation.channels.has(channel)) return null;
  const offered = [...consultation.channels] as Channel[];
  const names = (language: 'fr' | 'en'): string => offered.map((one) => CHANNEL_LABELS[one][language]).join(', ');
  return refuse(
    'deposit.channelNotOffered',
    {
      fr: `Le mandat de cette démarche ne prévoit pas le canal « ${CHANNEL_LABELS[channel].fr} ». Il prévoit : ${names('fr')}.`,
      en: `The mandate of this consultation does not offer the channel "${CHANNEL_LABELS[channel].en}". It offers: ${names('en')}.`,
    },
    { field: 'channel' },
  );
}

/** A field report is an agent's, under the duty of discretion: public only once its disclosure is authorised (CGFP L121-7). */
export function indiscreet(
  channel: Channel,
  sensitivity: Sensitivity,
  authorKind: RecordContributionInput['authorKind'],
): Refusal | null {
  if (channel !== 'fieldReport') return null;
  if (sensitivity === 'public') {
    return refuse(
      'fieldReport.public',
      {
        fr: 'Une remontée de terrain ne peut pas être publique dès sa saisie : choisissez « interne » ou « accès limité ». Elle ne sera publiée qu’après une autorisation de diffusion.',
        en: 'A field report cannot be public when it is recorded: choose "internal" or "restricted". It is published only after a disclosure authorisation.',
      },
      { field: 'sensitivity' },
    );
  }
  if (authorKind !== 'agent') {
    return refuse(
      'fieldReport.notByAgent',
      {
        fr: 'Une remontée de terrain est rédigée par un agent. Si un habitant s’exprime lui-même, choisissez le canal « Guichet » ou « Téléphone ».',
        en: 'A field report is written by an agent. When a resident speaks for herself, choose the channel "Counter" or "Phone".',
      },
      { field: 'authorKind' },
    );
  }
  return null;
}
