import { expectEvents, expectRefusal } from '../../deciding/specification/given-when-then';
import { context, tomorrow, town, unregistered } from '../specification/some-authority';
import { decideBodyName } from './name-body.decide';

const command = { body: 'conseil', kind: 'council' as const, name: { fr: 'Conseil municipal' } };

describe('naming a body', () => {
  it('records its code, its kind and its name', () => {
    expect(expectEvents(decideBodyName(town, command, context))[0]).toMatchObject({
      type: 'authority.bodyNamed/1',
      data: { body: 'conseil' },
    });
  });

  it('refuses a code that was used before, also of a body that has ended', () => {
    expect(expectRefusal(decideBodyName(town, { ...command, body: 'voirie' }, context))).toBe('authority.codeUsed');
    expect(expectRefusal(decideBodyName(town, { ...command, body: 'parcs' }, context))).toBe('authority.codeUsed');
  });

  it('refuses a parent that does not exist or has ended', () => {
    expect(expectRefusal(decideBodyName(town, { ...command, parent: 'dgs' }, context))).toBe('authority.unknownBody');
    expect(expectRefusal(decideBodyName(town, { ...command, parent: 'parcs' }, context))).toBe('authority.bodyEnded');
  });

  it('refuses an authority that is not registered, and a day to come', () => {
    expect(expectRefusal(decideBodyName(unregistered, command, context))).toBe('authority.missing');
    expect(expectRefusal(decideBodyName(town, { ...command, occurredOn: tomorrow }, context))).toBe('authority.toCome');
  });
});
