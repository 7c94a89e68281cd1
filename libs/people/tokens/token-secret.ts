import { createHash, randomBytes } from 'node:crypto';

/** Lets a leaked token be recognised by those who search for them. */
const PREFIX = 'fil_';

/** 32 random bytes in base64url. */
export const newToken = (): string => PREFIX + randomBytes(32).toString('base64url');

const TOKEN = /^fil_[A-Za-z0-9_-]{43}$/;
export const looksLikeToken = (value: string): boolean => TOKEN.test(value);

/** What is kept of it. A random secret of 256 bits needs no slow hash. */
export const tokenDigest = (token: string): Buffer => createHash('sha256').update(token).digest();
