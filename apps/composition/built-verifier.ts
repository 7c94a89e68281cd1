import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { VerifierFile } from '@fil/ui/page/site-settings';

/** Written beside the product when it is built. */
const LIST = join(__dirname, '..', '..', 'verifier', 'verifier.json');

const list = z.object({
  format: z.literal('fil-verifier/1'),
  files: z.array(z.object({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});

/** The files of the offline verifier that this release was built with; none where it runs from its sources. */
export function builtVerifier(path = LIST): readonly VerifierFile[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const { files } = list.parse(JSON.parse(text));
  return files.map(({ name, sha256 }) => ({ name, sha256, path: join(dirname(path), name) }));
}
