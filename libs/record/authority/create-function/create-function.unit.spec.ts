import { expectEvents, expectRefusal } from '../../deciding/specification/given-when-then';
import { context, tomorrow, town, unregistered } from '../specification/some-authority';
import { decideFunction } from './create-function.decide';

const command = { function: 'adjointe-espace-public', name: { fr: 'Adjointe à l’espace public' } };

describe('creating a function', () => {
  it('records it, with its body', () => {
    expect(expectEvents(decideFunction(town, { ...command, body: 'voirie' }, context))[0]!.data).toMatchObject({
      function: command.function,
      body: 'voirie',
    });
  });

  it('refuses a code that was used before, also of a function that has ended', () => {
    expect(expectRefusal(decideFunction(town, { ...command, function: 'maire' }, context))).toBe('authority.codeUsed');
    expect(expectRefusal(decideFunction(town, { ...command, function: 'maire-delegue' }, context))).toBe(
      'authority.codeUsed',
    );
  });

  it('refuses a body that does not exist or has ended', () => {
    expect(expectRefusal(decideFunction(town, { ...command, body: 'dgs' }, context))).toBe('authority.unknownBody');
    expect(expectRefusal(decideFunction(town, { ...command, body: 'parcs' }, context))).toBe('authority.bodyEnded');
  });

  it('refuses an authority that is not registered, and a day to come', () => {
    expect(expectRefusal(decideFunction(unregistered, command, context))).toBe('authority.missing');
    expect(expectRefusal(decideFunction(town, { ...command, occurredOn: tomorrow }, context))).toBe('authority.toCome');
  });
});
