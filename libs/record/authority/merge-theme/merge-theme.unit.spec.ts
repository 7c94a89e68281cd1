import { expectEvents, expectRefusal } from '../../deciding/specification/given-when-then';
import { context, tomorrow, town, unregistered } from '../specification/some-authority';
import { decideMerger } from './merge-theme.decide';

const command = { theme: 'ecole', into: 'mobilite' };

describe('merging a theme', () => {
  it('records into which', () => {
    expect(expectEvents(decideMerger(town, command, context))[0]!.data).toMatchObject(command);
  });

  it('refuses to merge it into itself', () => {
    expect(expectRefusal(decideMerger(town, { theme: 'ecole', into: 'ecole' }, context))).toBe(
      'authority.mergedIntoItself',
    );
  });

  it('refuses to merge into a theme that was merged, so that no circle can close', () => {
    expect(expectRefusal(decideMerger(town, { theme: 'mobilite', into: 'velo' }, context))).toBe(
      'authority.themeMerged',
    );
  });

  it('refuses what does not exist, or was merged before', () => {
    expect(expectRefusal(decideMerger(town, { theme: 'culture', into: 'ecole' }, context))).toBe(
      'authority.unknownTheme',
    );
    expect(expectRefusal(decideMerger(town, { theme: 'ecole', into: 'culture' }, context))).toBe(
      'authority.unknownTheme',
    );
    expect(expectRefusal(decideMerger(town, { theme: 'velo', into: 'ecole' }, context))).toBe('authority.themeMerged');
  });

  it('refuses an authority that is not registered, and a day to come', () => {
    expect(expectRefusal(decideMerger(unregistered, command, context))).toBe('authority.missing');
    expect(expectRefusal(decideMerger(town, { ...command, occurredOn: tomorrow }, context))).toBe('authority.toCome');
  });
});
