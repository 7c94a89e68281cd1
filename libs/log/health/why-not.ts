import { failureText } from '../jobs/failure-text';

/**
 * Why a server gave no answer, for its operator. Of what the network says only the code: its messages repeat the address,
 * and an address that was mistyped may hold a part of the password.
 */
export function whyNot(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return whyNot(error.errors[0]);
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (typeof code === 'string' && typeof syscall === 'string') return `${code} (${syscall})`;
  return failureText(error);
}
