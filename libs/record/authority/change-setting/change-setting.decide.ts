import {
  SETTING_LABELS,
  SETTING_VALUE_LABELS,
  settingByDefault,
  SETTINGS,
  type SettingValue,
} from '@fil/facts/codes/authority';
import { settingChanged } from '@fil/facts/events/authority.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { missingAuthority } from '../standing-codes';
import type { ChangeSettingInput } from './change-setting.command';

export function decideSetting(state: AuthorityState, command: ChangeSettingInput, { today }: DecidingContext): Decided {
  return (
    missingAuthority(state) ??
    notTheValueItHas(state, command) ??
    notOneOfItsValues(command) ??
    sameValue(command) ??
    notYetHappened('authority.toCome', command.occurredOn, today) ?? [eventFrom(settingChanged, command)]
  );
}

function notTheValueItHas({ settings }: AuthorityState, { setting, from }: ChangeSettingInput): Refusal | null {
  const current = settings.get(setting) ?? settingByDefault(setting);
  if (from === current) return null;
  const { fr, en } = SETTING_VALUE_LABELS[current];
  return refuse(
    'authority.otherSettingValue',
    {
      fr: `La valeur actuelle de ce réglage est « ${fr} » (${current}). Relisez-la, puis recommencez.`,
      en: `The current value of this setting is "${en}" (${current}). Read it again, then try again.`,
    },
    { kind: 'conflict', field: 'from' },
  );
}

function notOneOfItsValues({ setting, to }: ChangeSettingInput): Refusal | null {
  const values: readonly SettingValue[] = SETTINGS[setting];
  if (values.includes(to)) return null;
  const { fr, en } = SETTING_LABELS[setting];
  return refuse(
    'authority.notASettingValue',
    {
      fr: `« ${fr} » prend l’une de ces valeurs : ${values.join(', ')}.`,
      en: `"${en}" takes one of these values: ${values.join(', ')}.`,
    },
    { field: 'to' },
  );
}

const sameValue = ({ from, to }: ChangeSettingInput): Refusal | null =>
  from === to
    ? refuse(
        'authority.sameSettingValue',
        { fr: 'Ce réglage a déjà cette valeur.', en: 'This setting has that value already.' },
        { field: 'to' },
      )
    : null;
