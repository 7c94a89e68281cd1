/** Everything that can be reached from the front page, pages and API, in both languages; of receipts one in sixteen. */

const CALL_AT_ONCE = 4;

/** @returns the text of each answer by path, in the order they were met */
export async function crawl(origin: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const waiting = ['/', '/?lang=en', '/api/v1/openapi.json'];
  const seen = new Set(waiting);
  while (waiting.length > 0) {
    const round = waiting.splice(0, CALL_AT_ONCE);
    const answers = await Promise.all(round.map((path) => read(origin, path)));
    answers.forEach((text, n) => {
      found.set(round[n]!, text);
      for (const path of linksIn(text, round[n]!)) {
        if (seen.has(path) || OTHER_RECEIPT.test(path)) continue;
        seen.add(path);
        waiting.push(path);
      }
    });
  }
  return found;
}

async function read(origin: string, path: string): Promise<string> {
  const answer = await fetch(origin + path, { redirect: 'manual', headers: { 'accept-language': 'fr' } });
  if (answer.status >= 500) throw new Error(`${path}: ${answer.status}`);
  const text = (await answer.text()).replaceAll(origin, '').replaceAll(new URL(origin).host, '');
  return `${answer.status} ${answer.headers.get('content-type') ?? ''} ${answer.headers.get('location') ?? ''}\n${text}`;
}

/** There is one for each entry, and all are made alike. */
const OTHER_RECEIPT = /^\/(?:recepisse|api\/v1\/receipts)\/(?!0)[0-9a-f]{8}-/;

const OBJECT = /\b((?:contribution|consultation|authority|decision|commitment|synthesis)-[0-9a-f]{8}-[0-9a-f-]{27})\b/g;

function linksIn(text: string, from: string): string[] {
  const links = [...text.matchAll(/(?:href|action|src)="(\/[^"#]*)/g)].map(([, link]) =>
    link!.replaceAll('&amp;', '&'),
  );
  const objects = [...text.matchAll(OBJECT)].map(([id]) => id);
  const api = objects
    .filter((id) => /^(?:contribution|consultation)-/.test(id))
    .map((id) => `/api/v1/${id.split('-')[0]}s/${id}`);
  const inApi = from.startsWith('/api/v1/openapi')
    ? [...text.matchAll(/"(\/api\/v1\/[a-z/-]+)":\s*\{\s*"get"/g)].map(([, path]) => path!)
    : [];
  const next = from.startsWith('/api/') ? [...text.matchAll(/"next":\s*"([^"]+)"/g)].map(([, path]) => path!) : [];
  return [...links, ...api, ...inApi, ...next.filter((path) => path.startsWith('/'))];
}
