import { contributionAcknowledged } from '@fil/facts/events/words.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { unknownBody } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState, RecordedContribution } from '../contribution.state';
import type { Mandate } from '../mandate-of';
import { closedToChanges, unknownContribution } from '../still-open';
import type { AcknowledgeInput } from './acknowledge.command';

/** The receipt that only says that the deposit was recorded (CRPA R112-11-2): it need not name a service. */
const RECORD_RECEIPT = 'crpa.are.record';

/** The legal receipt; once per rule. */
export function decideAcknowledgement(
  state: ContributionState,
  command: AcknowledgeInput,
  { authority }: Mandate,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  return (
    closedToChanges(state) ??
    acknowledgedBefore(state, command) ??
    noService(command) ??
    unknownBody(authority, command.service, 'service') ??
    notYetHappened('acknowledgement.toCome', command.occurredOn, today) ?? [
      eventFrom(contributionAcknowledged, command),
    ]
  );
}

const acknowledgedBefore = ({ words }: RecordedContribution, { rule }: AcknowledgeInput): Refusal | null =>
  words.acknowledged.has(rule)
    ? refuse(
        'acknowledgement.given',
        {
          fr: `Il a déjà été accusé réception au titre de la règle « ${rule} ».`,
          en: `Receipt was already acknowledged under the rule "${rule}".`,
        },
        { kind: 'conflict', field: 'rule' },
      )
    : null;

const noService = ({ rule, service }: AcknowledgeInput): Refusal | null =>
  service === undefined && rule !== RECORD_RECEIPT
    ? refuse(
        'acknowledgement.service',
        {
          fr: 'Un accusé de réception désigne le service chargé du dossier (CRPA, art. R112-11-1) : indiquez-le.',
          en: 'An acknowledgement names the service in charge (CRPA R112-11-1): name it.',
        },
        { field: 'service' },
      )
    : null;
