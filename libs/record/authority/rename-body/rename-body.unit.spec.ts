import { expectEvents, expectRefusal } from '../../deciding/specification/given-when-then';
import { context, tomorrow, town, unregistered } from '../specification/some-authority';
import { decideBodyRenaming } from './rename-body.decide';

const command = { body: 'voirie', name: { fr: 'Direction de l’espace public' } };

describe('renaming a body', () => {
  it('records the new name under the same code', () => {
    expect(expectEvents(decideBodyRenaming(town, command, context))[0]).toMatchObject({
      type: 'authority.bodyRenamed/1',
      data: { body: 'voirie' },
    });
  });

  it('refuses a body that does not exist or has ended', () => {
    expect(expectRefusal(decideBodyRenaming(town, { ...command, body: 'dgs' }, context))).toBe('authority.unknownBody');
    expect(expectRefusal(decideBodyRenaming(town, { ...command, body: 'parcs' }, context))).toBe('authority.bodyEnded');
  });

  it('answers an unknown body as an unknown address', () => {
    expect(decideBodyRenaming(town, { ...command, body: 'dgs' }, context)).toMatchObject({ kind: 'notFound' });
  });

  it('refuses an authority that is not registered, and a day to come', () => {
    expect(expectRefusal(decideBodyRenaming(unregistered, command, context))).toBe('authority.missing');
    expect(expectRefusal(decideBodyRenaming(town, { ...command, occurredOn: tomorrow }, context))).toBe(
      'authority.toCome',
    );
  });
});
