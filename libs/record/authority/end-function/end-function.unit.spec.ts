import { expectEvents, expectRefusal } from '../../deciding/specification/given-when-then';
import { context, tomorrow, town, unregistered } from '../specification/some-authority';
import { decideFunctionEnd } from './end-function.decide';

describe('ending a function', () => {
  it('records its end', () => {
    expect(expectEvents(decideFunctionEnd(town, { function: 'maire' }, context))[0]!.data).toMatchObject({
      function: 'maire',
    });
  });

  it('refuses a function that does not exist or has already ended', () => {
    expect(expectRefusal(decideFunctionEnd(town, { function: 'prefet' }, context))).toBe('authority.unknownFunction');
    expect(expectRefusal(decideFunctionEnd(town, { function: 'maire-delegue' }, context))).toBe(
      'authority.functionEnded',
    );
  });

  it('refuses a successor that is itself, does not exist or has ended', () => {
    expect(expectRefusal(decideFunctionEnd(town, { function: 'maire', successor: 'maire' }, context))).toBe(
      'authority.succeedsItself',
    );
    expect(expectRefusal(decideFunctionEnd(town, { function: 'maire', successor: 'prefet' }, context))).toBe(
      'authority.unknownFunction',
    );
    expect(expectRefusal(decideFunctionEnd(town, { function: 'maire', successor: 'maire-delegue' }, context))).toBe(
      'authority.functionEnded',
    );
  });

  it('refuses an authority that is not registered, and a day to come', () => {
    expect(expectRefusal(decideFunctionEnd(unregistered, { function: 'maire' }, context))).toBe('authority.missing');
    expect(expectRefusal(decideFunctionEnd(town, { function: 'maire', occurredOn: tomorrow }, context))).toBe(
      'authority.toCome',
    );
  });
});
