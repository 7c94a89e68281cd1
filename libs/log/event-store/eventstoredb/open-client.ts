import { EventStoreDBClient } from '@eventstore/db-client';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the client keeps to itself, and this file mends; see `openClient`. */
interface Inside {
  handleError: (failed: object, error: Error) => Promise<void>;
  createChannel: () => Promise<{ close(): void }>;
}

export interface OpenClient {
  readonly client: EventStoreDBClient;
  /** Ends what is still asked, and its connections. */
  dispose(): Promise<void>;
}

const LONGEST_DISPOSAL = 1_000;

/**
 * A client of EventStoreDB that neither ends the process nor leaves connections behind. Of 6.2.1: after a failed call it
 * looks at its channel without awaiting that, so a search for another node that fails at that moment is an unhandled
 * rejection; and `dispose` ends the calls, but leaves the channel reconnecting for half an hour.
 *
 * @param url `esdb://…` or `esdb+discover://…`, as EventStoreDB documents it.
 * @throws when the address cannot be understood.
 */
export function openClient(url: string): OpenClient {
  const client = EventStoreDBClient.connectionString(url);
  const inside = client as unknown as Inside;
  const { handleError, createChannel } = inside;
  let channel: { close(): void } | null = null;
  let disposed = false;
  // Whoever asks next meets the same failure, and is told.
  inside.handleError = (failed, error) => handleError(failed, error).catch(() => undefined);
  inside.createChannel = async () => {
    const created = await createChannel();
    if (disposed) created.close();
    return (channel = created);
  };
  return {
    client,
    dispose: async () => {
      disposed = true;
      const enough = new AbortController();
      // The client waits for ever for the end of a read that was left early.
      await Promise.race([
        client.dispose(),
        sleep(LONGEST_DISPOSAL, undefined, { signal: enough.signal }).catch(() => undefined),
      ]);
      enough.abort();
      channel?.close();
    },
  };
}
