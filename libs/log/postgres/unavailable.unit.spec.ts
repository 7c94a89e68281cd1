import { runInNewContext } from 'node:vm';
import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';
import { isUnavailable } from './unavailable';

const said = (code: string): DatabaseError => Object.assign(new DatabaseError('x', 1, 'error'), { code });
const failed = (code: string): Error => Object.assign(new Error('x'), { code });

it.each([
  ['the server is being stopped', said('57P01')],
  ['the server is recovering', said('57P03')],
  ['too many connections', said('53300')],
  ['the connection is refused', failed('ECONNREFUSED')],
  [
    'a name with two addresses is refused on both',
    new AggregateError([failed('ECONNREFUSED'), failed('ECONNREFUSED')]),
  ],
  [
    'the socket broke, told by another realm',
    Object.assign(runInNewContext('new Error()') as Error, { code: 'ECONNRESET' }),
  ],
  ['the connection broke', new Error('Connection terminated unexpectedly')],
  ['no connection in time', new Error('timeout exceeded when trying to connect')],
  ['the same, told by TypeORM', new QueryFailedError('SELECT', [], new Error('Connection terminated unexpectedly'))],
  ['the server is being stopped, told by TypeORM', new QueryFailedError('SELECT', [], said('57P01'))],
])('%s: it may go better later', (_, error) => expect(isUnavailable(error)).toBe(true));

it.each([
  ['a syntax error', said('42601')],
  ['a value that a table refuses', said('22021')],
  ['the same, told by TypeORM', new QueryFailedError('SELECT', [], said('22021'))],
  ['a fault of our own', new TypeError('undefined is not a function')],
  ['what is no error', 'Connection terminated'],
])('%s: it will not', (_, error) => expect(isUnavailable(error)).toBe(false));
