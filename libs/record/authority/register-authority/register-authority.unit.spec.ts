import { expectEvents, expectRefusal } from '../../deciding/specification/given-when-then';
import { context, tomorrow, town, unregistered } from '../specification/some-authority';
import { decideAuthority } from './register-authority.decide';

const command = { siret: '21440109300015', name: { fr: 'Ville inventée' } };

describe('registering an authority', () => {
  it('records its SIRET and its name', () => {
    const [registered] = expectEvents(decideAuthority(unregistered, command, context));
    expect(registered).toMatchObject({
      type: 'authority.registered/2',
      data: { siret: command.siret },
      words: { name: command.name },
    });
  });

  it('refuses a SIRET with a slip of the pen', () => {
    expect(expectRefusal(decideAuthority(unregistered, { ...command, siret: '21440109300016' }, context))).toBe(
      'authority.impossibleSiret',
    );
  });

  it('takes another directory for whoever has no SIRET, and one of the two only', () => {
    const identifier = { scheme: 'rna', id: 'W442000000' };
    const { name } = command;
    expect(expectEvents(decideAuthority(unregistered, { name, identifier }, context))[0]).toMatchObject({
      data: { identifier },
    });
    expect(expectRefusal(decideAuthority(unregistered, { name }, context))).toBe('authority.oneIdentifier');
    expect(expectRefusal(decideAuthority(unregistered, { ...command, identifier }, context))).toBe(
      'authority.oneIdentifier',
    );
  });

  it('refuses to register one twice', () => {
    expect(expectRefusal(decideAuthority(town, command, context))).toBe('authority.exists');
  });

  it('refuses a day to come', () => {
    expect(expectRefusal(decideAuthority(unregistered, { ...command, occurredOn: tomorrow }, context))).toBe(
      'authority.toCome',
    );
  });
});
