import type { SettingValue } from '@fil/facts/codes/authority';
import { expectEvents, expectRefusal } from '../deciding/specification/given-when-then';
import type { AuthorityState } from './authority.state';
import { decideSetting } from './change-setting/change-setting.decide';
import { context, town, townAfter } from './specification/some-authority';

const change = (from: SettingValue, to: SettingValue) => (state: AuthorityState) =>
  decideSetting(state, { setting: 'accessibility', from, to }, context);

describe('a setting', () => {
  it('says from what to what; before any change it has its default', () => {
    expect(expectEvents(change('notCompliant', 'partlyCompliant')(town))[0]!.data).toEqual({
      setting: 'accessibility',
      from: 'notCompliant',
      to: 'partlyCompliant',
    });
    const changed = townAfter(change('notCompliant', 'partlyCompliant'));
    expect(expectRefusal(change('notCompliant', 'compliant')(changed))).toBe('authority.otherSettingValue');
    expectEvents(change('partlyCompliant', 'compliant')(changed));
  });

  it('takes one of its own values, and another one', () => {
    expect(expectRefusal(change('notCompliant', 'odbl')(town))).toBe('authority.notASettingValue');
    expect(expectRefusal(change('notCompliant', 'notCompliant')(town))).toBe('authority.sameSettingValue');
  });
});
