import { expectEvents, expectRefusal } from '../../deciding/specification/given-when-then';
import { context, tomorrow, town, unregistered } from '../specification/some-authority';
import { decideThemeRenaming } from './rename-theme.decide';

const command = { theme: 'ecole', name: { fr: 'Écoles et petite enfance' } };

describe('renaming a theme', () => {
  it('records the new name under the same code', () => {
    expect(expectEvents(decideThemeRenaming(town, command, context))[0]!.data).toMatchObject({ theme: 'ecole' });
  });

  it('refuses a theme that does not exist or was merged', () => {
    expect(expectRefusal(decideThemeRenaming(town, { ...command, theme: 'culture' }, context))).toBe(
      'authority.unknownTheme',
    );
    expect(expectRefusal(decideThemeRenaming(town, { ...command, theme: 'velo' }, context))).toBe(
      'authority.themeMerged',
    );
  });

  it('refuses an authority that is not registered, and a day to come', () => {
    expect(expectRefusal(decideThemeRenaming(unregistered, command, context))).toBe('authority.missing');
    expect(expectRefusal(decideThemeRenaming(town, { ...command, occurredOn: tomorrow }, context))).toBe(
      'authority.toCome',
    );
  });
});
