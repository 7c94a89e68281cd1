/** A witness that listens. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CosignedCheckpoints } from './cosigned-checkpoints';
import { takeFolder } from './one-process';
import { Witness } from './witness';
import { trustedLogs, type WitnessConfig } from './witness-config';
import { memoryFolder, readWitnessKey } from './witness-folder';
import type { WitnessMessage } from './witness-messages';
import { witnessServer } from './witness-server';

export interface RunningWitness {
  readonly name: string;
  /** Origins it cosigns for. */
  readonly origins: readonly string[];
  /** Where logs and readers find it. */
  readonly url: string;
  /** Answers what is under way, then gives the folder free. */
  stop(): Promise<void>;
}

/** @throws WitnessRefused, MemoryDamaged */
export async function runWitness(
  { folder, policy, host, port, prefix, patience }: WitnessConfig,
  tell: (message: WitnessMessage) => void,
  now: () => number = () => Math.floor(Date.now() / 1000),
): Promise<RunningWitness> {
  const key = await readWitnessKey(folder);
  const logs = trustedLogs(policy, key);
  const origins = [...new Set(logs.map(({ name }) => name))];
  const memory = new CosignedCheckpoints(memoryFolder(folder), key);
  const free = await takeFolder(folder);
  try {
    for (const origin of origins) {
      await memory.sweep(origin);
      // What cannot be read is told now, not when the log asks.
      await memory.last(origin);
    }
    const server = witnessServer(
      new Witness(key, logs, memory, now, tell),
      memory,
      { prefix, origins, patience },
      tell,
    );
    const url = `${await listen(server, host, port)}${prefix}`;
    return { name: key.name, origins, url, stop: () => close(server).finally(free) };
  } catch (error) {
    await free();
    throw error;
  }
}

async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port: given } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${given}`;
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
  });
