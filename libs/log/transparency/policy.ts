/** Whom somebody who checks has decided to trust: C2SP tlog-policy. */
import type { Cosignature, SignedCheckpoint } from './checkpoint';
import { COSIGNATURE_KEY, type KeyType, NOTE_KEY, parseVkey, type VerifierKey } from './keys';
import { Unreadable } from './unreadable';

export interface PolicyLog {
  readonly key: VerifierKey;
  readonly url: string | null;
}
export interface PolicyWitness {
  /** Within the policy; that of its key may be another. */
  readonly name: string;
  readonly key: VerifierKey;
  readonly url: string | null;
}
export interface PolicyGroup {
  readonly name: string;
  /** How many members must have witnessed a checkpoint. */
  readonly threshold: number;
  /** Names of witnesses and groups that stand before it. */
  readonly members: readonly string[];
}
export interface Policy {
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  readonly groups: readonly PolicyGroup[];
  /** A witness or a group; null when the policy asks for none. */
  readonly quorum: string | null;
}

const NONE = 'none';

/**
 * @throws Unreadable with the number of the line: a policy that is not understood as a whole is none
 */
export function parsePolicy(bytes: Uint8Array | string): Policy {
  // Latin-1 keeps every octet apart: names are opaque octets, and a comment may be in any encoding.
  const text = (typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : Buffer.from(bytes)).toString('latin1');
  if (/[^\t\n\x20-\x7e\x80-\xff]/.test(text)) throw new Unreadable('a control character in a policy');
  if (!text.endsWith('\n')) throw new Unreadable('a policy whose last line is cut off');
  const reading = new PolicyReading();
  text.split('\n').forEach((line, n) => {
    try {
      reading.line(line.split(/[ \t]+/).filter((item) => item !== ''));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      throw new Unreadable(`line ${n + 1} of the policy: ${error.message}`, { cause: error });
    }
  });
  return reading.policy();
}

/** Octets read as Latin-1, as the UTF-8 they are. */
const utf8 = (octets: string): string => Buffer.from(octets, 'latin1').toString('utf8');

class PolicyReading {
  private readonly logs: PolicyLog[] = [];
  private readonly witnesses: PolicyWitness[] = [];
  private readonly groups: PolicyGroup[] = [];
  private readonly defined = new Set<string>();
  private readonly members = new Set<string>();
  private quorum: string | null | undefined;

  line([word, ...items]: readonly string[]): void {
    if (word === undefined || word.startsWith('#')) return;
    if (word === 'log') this.log(items);
    else if (word === 'witness') this.witness(items);
    else if (word === 'group') this.group(items);
    else if (word === 'quorum') this.setQuorum(items);
    else throw new Unreadable('begins with none of log, witness, group, quorum');
  }

  policy(): Policy {
    if (this.quorum === undefined) throw new Unreadable('a policy without a quorum');
    return { logs: this.logs, witnesses: this.witnesses, groups: this.groups, quorum: this.quorum };
  }

  private log([vkey, url, ...rest]: readonly string[]): void {
    this.logs.push({ key: this.key(vkey, NOTE_KEY, rest), url: url === undefined ? null : utf8(url) });
  }

  private witness([name, vkey, url, ...rest]: readonly string[]): void {
    const key = this.key(vkey, COSIGNATURE_KEY, rest);
    this.witnesses.push({ name: this.define(name), key, url: url === undefined ? null : utf8(url) });
  }

  private group([name, threshold, ...members]: readonly string[]): void {
    if (members.length === 0) throw new Unreadable('a group without members');
    for (const member of members) {
      this.requireDefined(member);
      if (this.members.has(member)) throw new Unreadable(`${utf8(member)} is already in a group`);
      this.members.add(member);
    }
    const own = { threshold: thresholdOf(threshold, members.length), members: members.map(utf8) };
    this.groups.push({ name: this.define(name), ...own });
  }

  private setQuorum([name, ...rest]: readonly string[]): void {
    if (name === undefined || rest.length > 0) throw new Unreadable('a quorum is one name');
    if (this.quorum !== undefined) throw new Unreadable('a second quorum');
    if (name !== NONE) this.requireDefined(name);
    this.quorum = name === NONE ? null : utf8(name);
  }

  private key(vkey: string | undefined, type: KeyType, rest: readonly string[]): VerifierKey {
    if (vkey === undefined || rest.length > 0) throw new Unreadable('too few or too many items');
    const key = parseVkey(utf8(vkey));
    if (key.type !== type) throw new Unreadable('a key of the wrong type');
    // Also between logs and witnesses: a log that is its own witness is not witnessed.
    const others = [...this.logs, ...this.witnesses];
    if (others.some((other) => other.key.publicKey.equals(key.publicKey)))
      throw new Unreadable('a key that is there twice');
    return key;
  }

  private define(name: string | undefined): string {
    if (name === undefined || name === NONE) throw new Unreadable('not a name');
    if (this.defined.has(name)) throw new Unreadable(`${utf8(name)} is defined twice`);
    this.defined.add(name);
    return utf8(name);
  }

  private requireDefined(name: string): void {
    if (!this.defined.has(name)) throw new Unreadable(`${utf8(name)} is not defined before`);
  }
}

function thresholdOf(text: string | undefined, members: number): number {
  if (text === 'any') return 1;
  if (text === 'all') return members;
  const threshold = text !== undefined && /^[1-9][0-9]{0,8}$/.test(text) ? Number(text) : 0;
  if (threshold < 1 || threshold > members)
    throw new Unreadable('a threshold that is not from 1 to the number of members');
  return threshold;
}

/** Keys with which a checkpoint is opened (`openCheckpoint`). */
export const policyKeys = ({ logs, witnesses }: Policy): VerifierKey[] => [...logs, ...witnesses].map(({ key }) => key);

/** Witnesses of the policy that cosigned, in its order. */
export const confirmedBy = (
  policy: Policy,
  { cosignatures }: Pick<SignedCheckpoint, 'cosignatures'>,
): PolicyWitness[] => policy.witnesses.filter(({ key }) => cosignatures.some((cosignature) => isOf(cosignature, key)));

const isOf = (cosignature: Cosignature, key: VerifierKey): boolean =>
  cosignature.name === key.name && cosignature.keyId === key.keyId;

/** Whether the quorum of the policy has cosigned. */
export function isWitnessed(policy: Policy, checkpoint: Pick<SignedCheckpoint, 'cosignatures'>): boolean {
  const { groups, quorum } = policy;
  if (quorum === null) return true;
  const witnessed = new Set(confirmedBy(policy, checkpoint).map(({ name }) => name));
  // In the order of the policy, in which members stand before their group.
  for (const { name, threshold, members } of groups) {
    if (members.filter((member) => witnessed.has(member)).length >= threshold) witnessed.add(name);
  }
  return witnessed.has(quorum);
}

/**
 * Since when the quorum vouches for the checkpoint, in seconds since 1970: the earliest time by which enough witnesses had
 * cosigned. As long as fewer than a quorum lie, one who does not had seen it by then. Null without a quorum, or when the
 * policy asks for none.
 */
export function witnessedAt(policy: Policy, { cosignatures }: Pick<SignedCheckpoint, 'cosignatures'>): number | null {
  if (policy.quorum === null) return null;
  const times = cosignatures.map(({ time }) => time).sort((a, b) => a - b);
  const until = (last: number) => ({ cosignatures: cosignatures.filter(({ time }) => time <= last) });
  return times.find((time) => isWitnessed(policy, until(time))) ?? null;
}
