import { vectorJson, vectorText } from '../../../test/transparency/vectors';
import { openCheckpoint, type SignedCheckpoint } from './checkpoint';
import { COSIGNATURE_KEY, formatVkey, newSigningKey, NOTE_KEY, parseVkey, signingKey } from './keys';
import { confirmedBy, isWitnessed, parsePolicy, policyKeys, witnessedAt } from './policy';
import { Unreadable } from './unreadable';

const { keys } = vectorJson<{ keys: Record<'log' | 'w1' | 'w2', { vkey: string }> }>('own-examples/keys.json');
const witnessKeys = Array.from({ length: 6 }, (_, n) => newSigningKey(`witness-${n}.example.org`, COSIGNATURE_KEY));
const vkeyOf = (n: number): string => formatVkey(witnessKeys[n]!);

/** As if these of `witnessKeys` had cosigned, at 100, 101 … */
const cosignedBy = (...numbers: number[]): Pick<SignedCheckpoint, 'cosignatures'> => ({
  cosignatures: numbers.map((n, at) => ({
    name: witnessKeys[n]!.name,
    keyId: witnessKeys[n]!.keyId,
    signature: Buffer.alloc(72),
    time: 100 + at,
  })),
});

const TWO_LEVELS = `# as in the specification
log ${keys.log.vkey}

witness X1 ${vkeyOf(0)}
witness X2 ${vkeyOf(1)} https://x2.example.org/
\twitness  X3 ${vkeyOf(2)}
group X-witnesses 2 X1 X2 X3

witness Y1 ${vkeyOf(3)}
witness Y2 ${vkeyOf(4)}
witness Y3 ${vkeyOf(5)}
group Y-witnesses any Y1 Y2 Y3
group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`;

describe('a policy', () => {
  it('is read', () => {
    const policy = parsePolicy(TWO_LEVELS);
    expect(policy.logs).toEqual([{ key: parseVkey(keys.log.vkey), url: null }]);
    expect(policy.witnesses.map(({ name, url }) => [name, url])).toEqual([
      ['X1', null],
      ['X2', 'https://x2.example.org/'],
      ['X3', null],
      ['Y1', null],
      ['Y2', null],
      ['Y3', null],
    ]);
    expect(policy.groups).toEqual([
      { name: 'X-witnesses', threshold: 2, members: ['X1', 'X2', 'X3'] },
      { name: 'Y-witnesses', threshold: 1, members: ['Y1', 'Y2', 'Y3'] },
      { name: 'X-and-Y', threshold: 2, members: ['X-witnesses', 'Y-witnesses'] },
    ]);
    expect(policy.quorum).toBe('X-and-Y');
  });

  it('asks for what its groups say, whatever else has cosigned', () => {
    const policy = parsePolicy(TWO_LEVELS);
    const verdicts = [[], [0, 1], [0, 3], [0, 1, 3], [1, 2, 5], [0, 3, 4, 5], [0, 1, 2]].map((numbers) =>
      isWitnessed(policy, cosignedBy(...numbers)),
    );
    expect(verdicts).toEqual([false, false, false, true, true, false, false]);
  });

  it('tells since when its quorum vouches: the time at which there were enough', () => {
    const policy = parsePolicy(TWO_LEVELS);
    expect(witnessedAt(policy, cosignedBy(3, 0, 4, 1, 2))).toBe(103);
    expect(witnessedAt(policy, cosignedBy(0, 1))).toBeNull();
    expect(witnessedAt(parsePolicy('quorum none\n'), cosignedBy(0))).toBeNull();
  });

  it('may ask for one witness, or for none', () => {
    const one = parsePolicy(`witness Comité ${vkeyOf(0)}\nquorum Comité\n`);
    expect([isWitnessed(one, cosignedBy(0)), isWitnessed(one, cosignedBy(1))]).toEqual([true, false]);
    const none = parsePolicy('quorum none\n');
    expect([isWitnessed(none, cosignedBy()), none.quorum, policyKeys(none)]).toEqual([true, null, []]);
  });

  it('opens the checkpoint of the example', () => {
    const text = `log ${keys.log.vkey}\nwitness audit ${keys.w1.vkey}\nwitness university ${keys.w2.vkey}\ngroup both all audit university\nquorum both\n`;
    const policy = parsePolicy(Buffer.from(text));
    const verdict = openCheckpoint(vectorText('own-examples/checkpoint.300'), policyKeys(policy));
    if (!verdict.ok) throw new Error(verdict.reason);
    expect(confirmedBy(policy, verdict.checkpoint).map(({ name }) => name)).toEqual(['audit', 'university']);
    expect(isWitnessed(policy, verdict.checkpoint)).toBe(true);
    expect(witnessedAt(policy, verdict.checkpoint)).toBe(1_772_531_003);
  });

  it('may have a comment in any encoding, and keeps names apart by their octets', () => {
    const line = (name: Buffer, n: number): Buffer =>
      Buffer.concat([Buffer.from('witness '), name, Buffer.from(` ${vkeyOf(n)}\n`)]);
    const bytes = Buffer.concat([
      Buffer.from('# comit\xe9\n', 'latin1'),
      line(Buffer.from('K'), 0),
      line(Buffer.from('\u212a'), 1),
      Buffer.from('quorum \u212a\n'),
    ]);
    const policy = parsePolicy(bytes);
    expect([isWitnessed(policy, cosignedBy(0)), isWitnessed(policy, cosignedBy(1))]).toEqual([false, true]);
  });

  const witness = `witness A ${vkeyOf(0)}\n`;
  const log = formatVkey(newSigningKey('other.example.org/log', NOTE_KEY));
  it.each([
    ['no quorum', witness],
    ['two quorums', `${witness}quorum A\nquorum A\n`],
    ['a quorum that is not defined', 'quorum A\n'],
    ['a quorum that is defined later', `quorum A\n${witness}`],
    ['a quorum of two names', `${witness}witness B ${vkeyOf(1)}\nquorum A B\n`],
    ['another word', 'witnesses A\nquorum none\n'],
    ['a last line that is cut off', 'quorum none'],
    ['Windows line ends', 'quorum none\r\n'],
    ['a name that is taken', `${witness}witness A ${vkeyOf(1)}\nquorum A\n`],
    ['the name none', `witness none ${vkeyOf(0)}\nquorum none\n`],
    ['one key under two names', `${witness}witness B ${vkeyOf(0)}\nquorum A\n`],
    ['one log twice', `log ${log}\nlog ${log}\nquorum none\n`],
    ['a log that is a witness', `log ${vkeyOf(0)}\nquorum none\n`],
    ['a witness that is a log', `witness A ${log}\nquorum A\n`],
    ['a key that is none', `witness A ${vkeyOf(0)}=\nquorum A\n`],
    ['an item too many', `witness A ${vkeyOf(0)} https://a.example.org more\nquorum A\n`],
    ['an item too few', 'witness A\nquorum none\n'],
    ['a group without members', `${witness}group G any\nquorum A\n`],
    ['a group of what is not defined', `${witness}group G any A B\nquorum A\n`],
    ['a group of none', `${witness}group G any none\nquorum A\n`],
    ['a group with a member twice', `${witness}group G 2 A A\nquorum G\n`],
    ['a witness in two groups', `${witness}group G any A\ngroup H any A\nquorum G\n`],
    ['a threshold of 0', `${witness}group G 0 A\nquorum G\n`],
    ['a threshold above its members', `${witness}group G 2 A\nquorum G\n`],
    ['a threshold with a zero before it', `${witness}group G 01 A\nquorum G\n`],
    ['a group with the name of a witness', `${witness}group A any A\nquorum A\n`],
  ])('with %s is none', (_, text) => expect(() => parsePolicy(text)).toThrow(Unreadable));

  it('says which line is wrong', () => {
    expect(() => parsePolicy(`${witness}group G 2 A\nquorum G\n`)).toThrow('line 2 of the policy');
  });

  it('is not one log that witnesses itself under another name', () => {
    const key = newSigningKey('log.example.org', NOTE_KEY);
    const cosigning = formatVkey(signingKey('witness.example.org', COSIGNATURE_KEY, key.seed));
    expect(() => parsePolicy(`log ${formatVkey(key)}\nwitness A ${cosigning}\nquorum A\n`)).toThrow(Unreadable);
  });
});
