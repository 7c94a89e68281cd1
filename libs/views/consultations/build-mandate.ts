/** A mandate as it was opened, and what each amendment made of it: pure. */
import { MANDATE_PARTS, type MandatePart } from '@fil/facts/codes/consultation';
import type { consultationOpened, mandateAmended } from '@fil/facts/events/consultation.events';
import { promising } from '@fil/facts/figures/consultation-facts';
import type { addresseeJoined } from '@fil/facts/events/consultation.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { Sourced, Text } from '@fil/facts/kit/sealed-fields';
import type { Names } from '../names/names';
import type { History } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import type { Amendment, MandateChange, MandateParts, PathStep } from './consultations.answer';
import { listed, words } from '../reading/words-of';

export interface BuiltMandate {
  /** As it stands. */
  readonly now: MandateParts;
  /** In the order of the log. */
  readonly amendments: readonly Amendment[];
}

type Promises = MandateParts['promises'];

export function buildMandate({ events }: History, organiser: string, names: Names): BuiltMandate {
  let now = opened(events[0]!, organiser, names);
  const amendments: Amendment[] = [];
  for (const event of events) {
    if (event.type === 'consultation.addresseeJoined/1') {
      const { authority, promise } = event.data as KnownData<typeof addresseeJoined>;
      if (authority) now = { ...now, promises: withPromise(now.promises, authority, promise ?? null, names) };
    }
    if (event.type === 'consultation.mandateAmended/1') {
      const after = amended(now, event, organiser, names);
      amendments.push(amendment(event, now, after));
      now = after;
    }
  }
  return { now, amendments };
}

function opened(event: KeptEvent, organiser: string, names: Names): MandateParts {
  const mandate = event.data as KnownData<typeof consultationOpened>;
  return {
    openPoints: pointsOf(event, mandate.openPoints),
    constraints: constraintsOf(event, mandate.constraints),
    decisionPath: pathOf(mandate.decisionPath ?? [], organiser, names),
    promises: (mandate.addressees ?? []).map(({ authority, promise }) => ({
      authority: names.authority(authority),
      promise: promise ?? null,
    })),
    channels: mandate.channels ?? [],
    depositPeriod: mandate.depositPeriod ?? null,
    themes: (mandate.themes ?? []).map((code) => names.named('themes', organiser, code)),
  };
}

function amended(before: MandateParts, event: KeptEvent, organiser: string, names: Names): MandateParts {
  const change = event.data as KnownData<typeof mandateAmended>;
  const kept = <P extends { readonly id: string }>(points: readonly P[], removed: readonly string[] = []): P[] =>
    points.filter(({ id }) => !removed.includes(id));
  return {
    openPoints: [...kept(before.openPoints, change.openPointsRemoved), ...pointsOf(event, change.openPointsAdded)],
    constraints: [
      ...kept(before.constraints, change.constraintsRemoved),
      ...constraintsOf(event, change.constraintsAdded),
    ],
    decisionPath: change.decisionPath ? pathOf(change.decisionPath, organiser, names) : before.decisionPath,
    promises: (change.promises ?? []).reduce(
      (all, { authority, promise }) => withPromise(all, authority, promise, names),
      before.promises,
    ),
    channels: change.channels ?? before.channels,
    depositPeriod: change.depositPeriod === undefined ? before.depositPeriod : change.depositPeriod,
    themes: change.themes?.map((code) => names.named('themes', organiser, code)) ?? before.themes,
  };
}

function amendment(event: KeptEvent, before: MandateParts, after: MandateParts): Amendment {
  const { stage, parts = [], guarantor, noticeDue } = event.data as KnownData<typeof mandateAmended>;
  const change = <P extends MandatePart>(part: P) =>
    ({ part, before: before[part], after: after[part] }) as MandateChange;
  return {
    ...happening(event),
    stage: stage ?? 'beforeDeposit',
    reason: words<Text>(event, 'reason'),
    changes: MANDATE_PARTS.filter((part) => parts.includes(part)).map(change),
    guarantor: guarantor ? { id: guarantor.guarantor, event: guarantor.event } : null,
    noticeDue: noticeDue ?? false,
  };
}

const pointsOf = (event: KeptEvent, points: readonly { readonly id: string }[] = []): MandateParts['openPoints'] =>
  points.map(({ id }, n) => ({ id, text: listed<Text>(event, 'openPointTexts', n) }));

const constraintsOf = (
  event: KeptEvent,
  constraints: KnownData<typeof consultationOpened>['constraints'] = [],
): MandateParts['constraints'] =>
  constraints.map(({ id, kind }, n) => ({ id, kind, text: listed<Sourced>(event, 'constraintTexts', n) }));

const pathOf = (
  path: NonNullable<KnownData<typeof consultationOpened>['decisionPath']>,
  organiser: string,
  names: Names,
): PathStep[] =>
  path.map(({ step, body, role, expectedOn }) => ({
    step,
    body: names.named('bodies', organiser, body),
    role,
    expectedOn: expectedOn ?? null,
  }));

const withPromise = (
  promises: Promises,
  authority: string,
  promise: Promises[number]['promise'],
  names: Names,
): Promises =>
  promising(
    promises.map((one) => ({ authority: one.authority.id, promise: one.promise })),
    authority,
    promise,
  ).map((one) => ({ authority: names.authority(one.authority), promise: one.promise }));
