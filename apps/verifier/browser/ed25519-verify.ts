/**
 * Ed25519, the verifying half (RFC 8032 §5.1.7), for the page: not every browser has it, and those that do answer later.
 * Nothing here is secret, so nothing needs to take the same time for every value. As strict as node:crypto: S below the
 * order, and R compared as bytes.
 */
import { sha512 } from './sha512';

const P = 2n ** 255n - 19n;
/** Order of the base point. */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

const modulo = (value: bigint, of = P): bigint => ((value % of) + of) % of;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let rest = exponent, square = modulo(base); rest > 0n; rest >>= 1n, square = (square * square) % P) {
    if (rest & 1n) result = (result * square) % P;
  }
  return result;
}

const inverse = (value: bigint): bigint => power(value, P - 2n);

const D = modulo(-121665n * inverse(121666n));
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);

/** Extended coordinates: x = X/Z, y = Y/Z, xy = T/Z. */
interface Point {
  readonly x: bigint;
  readonly y: bigint;
  readonly z: bigint;
  readonly t: bigint;
}

const NEUTRAL: Point = { x: 0n, y: 1n, z: 1n, t: 0n };

/** RFC 8032 §5.1.4; complete, so it doubles too. */
function sum(p: Point, q: Point): Point {
  const a = (p.y - p.x) * (q.y - q.x);
  const b = (p.y + p.x) * (q.y + q.x);
  const c = ((2n * D * p.t) % P) * q.t;
  const d = 2n * p.z * q.z;
  const [e, f, g, h] = [modulo(b - a), modulo(d - c), modulo(d + c), modulo(b + a)];
  return { x: (e * f) % P, y: (g * h) % P, z: (f * g) % P, t: (e * h) % P };
}

function times(factor: bigint, point: Point): Point {
  let result = NEUTRAL;
  for (let rest = factor, doubled = point; rest > 0n; rest >>= 1n, doubled = sum(doubled, doubled)) {
    if (rest & 1n) result = sum(result, doubled);
  }
  return result;
}

const negated = ({ x, y, z, t }: Point): Point => ({ x: modulo(-x), y, z, t: modulo(-t) });

/** RFC 8032 §5.1.3. @returns null when the bytes are no point */
function decoded(bytes: Uint8Array): Point | null {
  const both = littleEndian(bytes);
  const odd = both >> 255n;
  const y = BigInt.asUintN(255, both);
  if (y >= P) return null;
  const [u, v] = [modulo(y * y - 1n), modulo(D * y * y + 1n)];
  let x = modulo(u * v ** 3n * power(u * v ** 7n, (P - 5n) / 8n));
  const check = modulo(v * x * x);
  if (check === modulo(-u)) x = modulo(x * ROOT_OF_MINUS_ONE);
  else if (check !== u) return null;
  if (x === 0n && odd === 1n) return null;
  if ((x & 1n) !== odd) x = P - x;
  return { x, y, z: 1n, t: modulo(x * y) };
}

function encoded({ x, y, z }: Point): Uint8Array {
  const over = inverse(z);
  const affine = modulo(y * over) | ((modulo(x * over) & 1n) << 255n);
  return Uint8Array.from({ length: 32 }, (_, n) => Number((affine >> BigInt(8 * n)) & 255n));
}

const littleEndian = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);

const BASE = decoded(Uint8Array.from({ length: 32 }, (_, n) => (n === 0 ? 0x58 : 0x66)))!;

/** @param publicKey 32 bytes @param signature 64 bytes */
export function ed25519Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = decoded(publicKey);
  const r = signature.subarray(0, 32);
  const s = littleEndian(signature.subarray(32));
  if (key === null || s >= ORDER) return false;
  const challenge = new Uint8Array(64 + message.length);
  challenge.set(r);
  challenge.set(publicKey, 32);
  challenge.set(message, 64);
  const h = modulo(littleEndian(sha512(challenge)), ORDER);
  const expected = encoded(sum(times(s, BASE), negated(times(h, key))));
  return expected.every((byte, n) => byte === r[n]);
}
