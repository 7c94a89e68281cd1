import { eventStoreContract } from '../contract/event-store.contract';
import { MemoryEventStore } from './memory-event-store';

eventStoreContract('in memory', ({ longestQueue } = {}) => {
  const store = new MemoryEventStore(undefined, longestQueue);
  return Promise.resolve({ store, vault: store.vault, close: () => Promise.resolve() });
});
