import { expectEvents, expectRefusal } from '../../deciding/specification/given-when-then';
import { context, tomorrow, town, unregistered } from '../specification/some-authority';
import { decideTheme } from './add-theme.decide';

const command = { theme: 'culture', name: { fr: 'Culture' } };

describe('adding a theme', () => {
  it('records it', () => {
    expect(expectEvents(decideTheme(town, command, context))[0]!.data).toMatchObject({ theme: 'culture' });
  });

  it('refuses a code that was used before, also of a theme that was merged', () => {
    expect(expectRefusal(decideTheme(town, { ...command, theme: 'ecole' }, context))).toBe('authority.codeUsed');
    expect(expectRefusal(decideTheme(town, { ...command, theme: 'velo' }, context))).toBe('authority.codeUsed');
  });

  it('refuses an authority that is not registered, and a day to come', () => {
    expect(expectRefusal(decideTheme(unregistered, command, context))).toBe('authority.missing');
    expect(expectRefusal(decideTheme(town, { ...command, occurredOn: tomorrow }, context))).toBe('authority.toCome');
  });
});
