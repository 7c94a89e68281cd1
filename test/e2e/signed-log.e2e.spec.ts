/** The log as it is published: signed within seconds, in tiles of every width, under one spelling each. */
import { parseBundle } from '@fil/log/transparency/bundles';
import { openCheckpoint, type SignedCheckpoint } from '@fil/log/transparency/checkpoint';
import { readAnnouncedKeys } from '@fil/log/checkpoints/signing-keys';
import { rootOf } from '@fil/log/transparency/compact-range';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { TileNodes } from '@fil/log/transparency/tile-nodes';
import { rootAt } from '@fil/log/transparency/proofs';
import { bundlePath, tilePath } from '@fil/log/transparency/tiles';
import { newStream, progress, sealedAppend } from '@fil/log/event-store/contract/sealed-appends';
import { eventually } from './eventually';
import { type RunningApp, startApp } from './running-app';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
}, 120_000);
afterAll(() => running.close());

const get = (path: string): Promise<Response> => fetch(`${running.url}/log/${path}`);
const bytes = async (path: string): Promise<Buffer> => {
  const answer = await get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return Buffer.from(await answer.arrayBuffer());
};

async function append(entries: number): Promise<void> {
  const events = Array.from({ length: entries }, progress);
  const log = running.register.register.origin;
  await running.register.store.append(sealedAppend({ stream: newStream('commitment'), expected: 0, events, log }));
}

const published = (size: number): Promise<SignedCheckpoint> =>
  eventually(
    `a checkpoint of ${size}`,
    async () => {
      const answer = await get('checkpoint');
      if (answer.status !== 200) return null;
      const opened = openCheckpoint(await answer.text(), await readAnnouncedKeys(running.register.pool));
      return opened.ok && opened.checkpoint.size === size ? opened.checkpoint : null;
    },
    60_000,
  );

it('signs what was recorded, and serves it to be verified', async () => {
  await append(200);
  await append(100);
  const checkpoint = await published(300);
  expect(checkpoint.origin).toBe(running.register.register.origin);
  const bundles = [
    parseBundle(await bytes(bundlePath({ index: 0, width: 256 })), 256),
    parseBundle(await bytes(bundlePath({ index: 1, width: 44 })), 44),
  ];
  expect(rootOf(bundles.flat().map(leafHash))).toEqual(checkpoint.root);
  const reader = {
    tiles: (tiles: readonly Parameters<typeof tilePath>[0][]) => Promise.all(tiles.map((one) => bytes(tilePath(one)))),
  };
  expect(await rootAt(new TileNodes(reader, 300), 300)).toEqual(checkpoint.root);
  // A narrower tile is the beginning of the wider one.
  expect((await bytes('tile/0/001.p/44')).subarray(0, 7 * 32)).toEqual(await bytes('tile/0/001.p/7'));
  const { headers } = await get('tile/0/000');
  expect(headers.get('cache-control')).toContain('immutable');
  expect(headers.get('content-type')).toBe('application/octet-stream');
  const checkpointHeaders = (await get('checkpoint')).headers;
  expect(checkpointHeaders.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(checkpointHeaders.get('cache-control')).not.toContain('immutable');
}, 120_000);

it.each([
  'tile/0/001',
  'tile/0/001.p/45',
  'tile/0/000.p/256',
  'tile/0/000.p/0',
  'tile/0/000.p/01',
  'tile/0/0',
  'tile/0/x000/000',
  'tile/00/000',
  'tile/1/000',
  'tile/1/001',
  'tile/64/000',
  'tile/entries/002',
  'tile/entries/001.p/45',
  'tile/entries/',
  'tile/%30/000',
  'tile/0/000/',
  'tile/0//000',
  'tile/-1/000',
  'tile/0/x999/x999/x999/x999/x999/x999/999',
])('has nothing under %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});

it('tells its operator how far it is signed', async () => {
  const text = await (await fetch(`${running.url}/metrics`)).text();
  expect(text).toMatch(/^fil_checkpoint_size \d+$/m);
  expect(text).toMatch(/^fil_checkpoint_age_seconds [\d.]+$/m);
  expect(text).toMatch(/^fil_leads\{name="checkpoints"\} 1$/m);
});
