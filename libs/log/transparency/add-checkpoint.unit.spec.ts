import { vectorJson, vectorText } from '../../../test/transparency/vectors';
import { formatAddCheckpoint, parseAddCheckpoint, witnessedCheckpointPath } from './add-checkpoint';
import { toBase64 } from './base64';
import { Unreadable } from './unreadable';

const request = vectorText('own-examples/add-checkpoint.request');

describe('a request to a witness', () => {
  it('is that of the example, written and read', () => {
    const parsed = parseAddCheckpoint(request);
    expect(parsed).toMatchObject({ old: 256, path: [expect.any(Buffer)] });
    expect(request.endsWith(parsed.checkpoint)).toBe(true);
    expect(formatAddCheckpoint(parsed)).toBe(request);
  });

  it('is written as other programs write it', () => {
    const { cases } = vectorJson<{ cases: { request: string }[] }>('witness/add-checkpoint-sequence.json');
    for (const { request: other } of cases) expect(formatAddCheckpoint(parseAddCheckpoint(other))).toBe(other);
  });

  it('that is not of the form is unreadable', () => {
    const hash = `${toBase64(Buffer.alloc(32))}\n`;
    for (const text of [
      '',
      'old 1',
      request.replace('old ', 'new '),
      request.replace('old 256', 'old 0256'),
      request.replace('old 256', 'old -1'),
      request.replace('=\n', '\n'),
      `old 1\n${hash.repeat(64)}\ncheckpoint\n`,
    ]) {
      expect(() => parseAddCheckpoint(text)).toThrow(Unreadable);
    }
  });

  it('has its answer shown under the hash of the origin, not under the older identifier of distributors', () => {
    const { cases } = vectorJson<{ cases: { origin: string; legacyDistributorIdHex: string }[] }>(
      'checkpoint/origin-id.json',
    );
    for (const { origin, legacyDistributorIdHex } of cases) {
      expect(witnessedCheckpointPath(`o:${origin}`)).toBe(`${legacyDistributorIdHex}/checkpoint`);
      expect(witnessedCheckpointPath(origin)).not.toContain(legacyDistributorIdHex);
    }
    expect(witnessedCheckpointPath('go.sum database tree')).toBe(
      '46613be2987d5d316f5ad065e4aa2eee26ccdd3de17a3735cd0da18156a22bdd/checkpoint',
    );
  });
});
