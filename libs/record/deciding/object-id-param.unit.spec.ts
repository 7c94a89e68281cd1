import type { ArgumentMetadata } from '@nestjs/common';
import { ProblemError } from '@fil/ui/http/problem';
import { ObjectIdParam } from './object-id-param';
import { someId } from './specification/given-when-then';

const at = (id: string): unknown => ObjectIdParam('commitment').transform(id, {} as ArgumentMetadata);

describe('an id in an address', () => {
  it('is that of such an object', () => {
    expect(at(someId('commitment'))).toBe(someId('commitment'));
  });

  it.each([
    '',
    'commitment-',
    'commitment-1',
    someId('decision'),
    someId('commitment').toUpperCase(),
    `${someId('commitment')}x`,
  ])('is unknown when it is malformed or another object’s: "%s"', (id) => {
    expect(() => at(id)).toThrow(ProblemError);
    expect(() => at(id)).toThrow(expect.objectContaining({ status: 404, rule: 'object.unknown' }));
  });
});
