import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const VECTORS = join(__dirname, '../vectors/tlog');

export const vectorBytes = (file: string): Buffer => readFileSync(join(VECTORS, file));
export const vectorText = (file: string): string => vectorBytes(file).toString('utf8');
export const vectorJson = <T>(file: string): T => JSON.parse(vectorText(file)) as T;
export const hex = (text: string): Buffer => Buffer.from(text, 'hex');
