/** Each deposit records the version of the rules it accepted (02 §2.2). */
import { firstDay } from '@fil/facts/dates/when';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { rulesInForce, type OpenedConsultation } from '../../consultations/consultation.state';
import type { RecordContributionInput } from './record-contribution.command';

/** The version named, else the one in force when it was received; none is supposed of what is taken over. */
export function acceptedRules(
  consultation: OpenedConsultation,
  { rulesVersion, channel, receivedOn, occurredOn, takenOver }: RecordContributionInput,
  today: string,
): number | undefined {
  if (rulesVersion !== undefined || takenOver) return rulesVersion;
  const day = firstDay((channel === 'online' ? undefined : receivedOn) ?? occurredOn ?? today);
  return rulesInForce(consultation, day) ?? undefined;
}

/** A paper slip may carry earlier rules; online it is the version in force that was shown. */
export function rulesNotInForce(
  consultation: OpenedConsultation,
  { rulesVersion, channel, occurredOn, takenOver }: RecordContributionInput,
  today: string,
): Refusal | null {
  if (rulesVersion === undefined || takenOver) return null;
  const current = consultation.rules.length;
  if (rulesVersion > current) {
    return refuse(
      'rules.unknownVersion',
      {
        fr: `Aucune version ${rulesVersion} des règles n’a été publiée ; la dernière est la version ${current}.`,
        en: `No version ${rulesVersion} of the rules was published; the last one is version ${current}.`,
      },
      { field: 'rulesVersion' },
    );
  }
  const afterwards = consultation.recordedAfterwards && occurredOn !== undefined;
  return channel !== 'online' || afterwards || rulesVersion === rulesInForce(consultation, today)
    ? null
    : refuse(
        'rules.changed',
        {
          fr: `Les règles ont changé depuis : montrez la version ${current} au déposant et faites-la accepter.`,
          en: `The rules have changed since: show version ${current} to the author and have it accepted.`,
        },
        { kind: 'conflict', field: 'rulesVersion' },
      );
}
