import type { contributionRecorded } from '../events/contribution.events';
import type { contributionAcknowledged } from '../events/words.events';
import type { FactEvent, KnownData } from '../figures/fact-event';
import { namedVersion } from '../kit/event-definition';
import { ended, liftedBy, startedBy, type Started, type TriggerFold } from './started';

/**
 * The legal acknowledgements of what was deposited online (CRPA L112-11). Of a contribution that is not public nothing is
 * said here: its channel is not known. The answers owed to it are a deadline of its consultation.
 */
export const contributionTriggers: TriggerFold<readonly Started[]> = {
  evolve(runs, event) {
    if (namedVersion(event.type).name === 'contribution.recorded') return deposits(event);
    return runs && runsAfter(runs, event);
  },
  started: (runs) => runs,
};

function deposits(event: FactEvent): readonly Started[] | null {
  const { channel, consultation, reachable } = event.data as KnownData<typeof contributionRecorded>;
  if (channel !== 'online') return null;
  const begun = { consultation: consultation ?? null };
  const acknowledged = startedBy(event, {
    ...begun,
    startedBy: 'electronicDeposit',
    outputs: { acknowledgement: null, depositRecord: null },
  });
  return reachable ? [acknowledged, { ...acknowledged, startedBy: 'electronicDepositWithAddress' }] : [acknowledged];
}

function runsAfter(runs: readonly Started[], event: FactEvent): readonly Started[] {
  switch (namedVersion(event.type).name) {
    case 'contribution.acknowledged': {
      const { service } = event.data as KnownData<typeof contributionAcknowledged>;
      // The complete one says what the record receipt says, and more (R112-11-1, R112-11-2).
      const record = runs.map((run) => ended(run, 'depositRecord', event));
      return service === undefined ? record : record.map((run) => ended(run, 'acknowledgement', event));
    }
    case 'contribution.withdrawn':
    case 'contribution.voided':
      return runs.map((run) => liftedBy(run, event));
    default:
      return runs;
  }
}
