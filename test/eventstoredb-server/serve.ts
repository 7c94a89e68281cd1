/** The test server in a process of its own, so that it can be killed or measured: says its address on its first line. */
import { EventStoreDbTestServer } from './eventstoredb-test-server';

void EventStoreDbTestServer.start().then(({ url }) => console.log(url));
