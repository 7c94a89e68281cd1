import { describeWithAuthority } from '../../../test/timestamps/describe-with-authority';
import { bitFlips } from '../../../test/transparency/flips';
import { sha256 } from '../transparency/hashing';
import { Unreadable } from '../transparency/unreadable';
import { NoTimeStamp, requestTimeStamp } from './request-time-stamp';
import { formatTimeStampRequest, parseTimeStampAnswer, parseTimeStampToken } from './time-stamp';

const DATA = 'register.example.org/log\n300\nWdNeT/V1WADwk5ul5mHKmwQG1pPJyzL3Cd0SCwXUhzY=\n';

describeWithAuthority('a time stamp', (authority) => {
  afterEach(() => {
    authority().answer = null;
  });

  it('is asked for as OpenSSL asks', () => {
    const hash = sha256(DATA);
    for (const nonce of [0n, 0x7fn, 0x80n, 0xfedcba9876543210n]) {
      const said = authority().read(formatTimeStampRequest({ hash, nonce }));
      expect(said).toMatch(/Version: 1\nHash Algorithm: sha256/);
      expect(said).toContain('Certificate required: yes');
      expect(BigInt(/Nonce: (\S+)/.exec(said)![1]!)).toBe(nonce);
    }
  });

  it('says what it is over and since when, and OpenSSL agrees', async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    const stamp = await requestTimeStamp(authority().url, sha256(DATA));
    expect(stamp.hash).toEqual(sha256(DATA));
    expect(stamp.serial).toBeGreaterThan(0n);
    expect(stamp.time.getTime()).toBeGreaterThanOrEqual(before);
    expect(parseTimeStampToken(stamp.token)).toEqual(stamp);
    expect(authority().verifies(stamp.token, DATA)).toBe(true);
    expect(authority().verifies(stamp.token, `${DATA} `)).toBe(false);
    const next = await requestTimeStamp(authority().url, sha256(DATA));
    expect(next.serial).toBe(stamp.serial + 1n);
  });

  it('is none when it answers another request, refuses, or cannot be read', async () => {
    const hash = sha256(DATA);
    let kept: Buffer | undefined;
    authority().answer = (query) => {
      authority().answer = null;
      return (kept = authority().reply(query));
    };
    await requestTimeStamp(authority().url, hash);
    authority().answer = () => kept!;
    await expect(requestTimeStamp(authority().url, hash)).rejects.toThrow(/not the answer/);
    authority().answer = () => Buffer.from('30053003020102', 'hex');
    await expect(requestTimeStamp(authority().url, hash)).rejects.toThrow(/refuses \(2\)/);
    authority().answer = () => Buffer.from('300b300902010230040c026e6f', 'hex');
    const refused = requestTimeStamp(authority().url, hash);
    await expect(refused).rejects.toThrow(NoTimeStamp);
    await expect(refused).rejects.toThrow(/refuses \(2 no\)/);
    authority().answer = () => kept!.subarray(0, -1);
    await expect(requestTimeStamp(authority().url, hash)).rejects.toThrow(/cannot be read/);
    await expect(requestTimeStamp('http://127.0.0.1:1/', hash)).rejects.toThrow(/no answer/);
  });

  it('is read or found unreadable, whatever bit is changed, and unreadable wherever it is cut', async () => {
    const query = formatTimeStampRequest({ hash: sha256(DATA), nonce: 7n });
    const reply = authority().reply(query);
    expect(parseTimeStampAnswer(reply)).toMatchObject({ granted: true, stamp: { nonce: 7n } });
    const parse = (bytes: Buffer): void => {
      try {
        parseTimeStampAnswer(bytes);
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
      }
    };
    for (const flipped of bitFlips(reply, 0, 200)) parse(flipped);
    for (let end = 0; end < reply.length; end += 11) {
      expect(() => parseTimeStampAnswer(reply.subarray(0, end))).toThrow(Unreadable);
    }
  });
});
