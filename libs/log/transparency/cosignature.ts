/** What witnesses sign: C2SP tlog-cosignature, `cosignature/v1` with Ed25519. */
import { ED25519_SIGNATURE_BYTES, ed25519Signing, ed25519Verifying } from './ed25519';
import { COSIGNATURE_KEY, type Signer, type SigningKey, type Verifier, type VerifierKey } from './keys';
import { isCount } from './tree-head';
import { Unreadable } from './unreadable';

const TIME_BYTES = 8;

/** @param time seconds since 1970 @param text of the checkpoint, with its last LF */
const cosignedMessage = (time: number, text: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`cosignature/v1\ntime ${time}\n`), text]);

/**
 * When a witness says that it saw the checkpoint, in seconds since 1970.
 * @param signature what stands behind the key id: 8 bytes of time, 64 of Ed25519
 * @throws Unreadable
 */
export function cosignatureTime(signature: Buffer): number {
  if (signature.length !== TIME_BYTES + ED25519_SIGNATURE_BYTES)
    throw new Unreadable('not a cosignature with its time');
  const time = Number(signature.readBigUInt64BE());
  if (!isCount(time)) throw new Unreadable('a time beyond 2^53 − 1 seconds');
  return time;
}

function requireCosignatureKey(key: VerifierKey): void {
  if (key.type !== COSIGNATURE_KEY) throw new TypeError(`${key.name} is not a key of a witness`);
}

/** @throws TypeError for a key that is not a witness's */
export function cosignatureVerifier(key: VerifierKey): Verifier {
  requireCosignatureKey(key);
  const verifies = ed25519Verifying(key.publicKey);
  return {
    name: key.name,
    keyId: key.keyId,
    verify(text, bytes) {
      const signature = Buffer.from(bytes);
      if (signature.length !== TIME_BYTES + ED25519_SIGNATURE_BYTES) return false;
      const time = Number(signature.readBigUInt64BE());
      return isCount(time) && verifies(cosignedMessage(time, text), signature.subarray(TIME_BYTES));
    },
  };
}

/**
 * @param time seconds since 1970
 * @throws TypeError for a key that is not a witness's
 */
export function cosigner(key: SigningKey, time: number): Signer {
  requireCosignatureKey(key);
  if (!isCount(time)) throw new RangeError('a time is a number of seconds');
  const sign = ed25519Signing(key.seed);
  const timeBytes = Buffer.alloc(TIME_BYTES);
  timeBytes.writeBigUInt64BE(BigInt(time));
  return {
    name: key.name,
    keyId: key.keyId,
    sign: (text) => Buffer.concat([timeBytes, sign(cosignedMessage(time, text))]),
  };
}
