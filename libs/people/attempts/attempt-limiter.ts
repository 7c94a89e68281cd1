import { Injectable } from '@nestjs/common';
import { ProblemError } from '@fil/ui/http/problem';

/** Wrong tries allowed in one window, and its length. */
export const MOST_WRONG_TRIES = 5;
export const WINDOW_MINUTES = 15;

const WINDOW = WINDOW_MINUTES * 60_000;
/** Beyond this the oldest windows are forgotten: memory stays bounded whoever guesses. */
const MOST_SUBJECTS = 10_000;

/**
 * Counts wrong tries of a secret, per object it protects. Kept in the memory of this process: with several, as many
 * times more tries are possible, which for a key of 100 random bits changes nothing.
 */
@Injectable()
export class AttemptLimiter {
  private readonly windows = new Map<string, { until: number; tries: number }>();

  /**
   * A try is counted before the secret is looked at, so that a burst of tries gains nothing; the right secret is
   * not counted.
   *
   * @param check whether the secret is the right one
   * @throws ProblemError 429 when there were too many wrong tries
   */
  async attempt(
    subject: string,
    check: () => Promise<boolean>,
    most: number = MOST_WRONG_TRIES,
    now: number = Date.now(),
  ): Promise<boolean> {
    const window = this.windowOf(subject, now);
    if (window.tries >= most) throw tooManyTries(window.until - now);
    window.tries++;
    const right = await check();
    if (right) window.tries--;
    return right;
  }

  private windowOf(subject: string, now: number): { until: number; tries: number } {
    const known = this.windows.get(subject);
    if (known && known.until > now) return known;
    const fresh = { until: now + WINDOW, tries: 0 };
    this.windows.delete(subject);
    if (this.windows.size >= MOST_SUBJECTS) this.windows.delete(this.windows.keys().next().value!);
    this.windows.set(subject, fresh);
    return fresh;
  }
}

const tooManyTries = (remaining: number): ProblemError => {
  const minutes = Math.max(1, Math.ceil(remaining / 60_000));
  return new ProblemError(429, 'attempts.tooMany', {
    fr: `Trop de clés erronées ont été essayées. Par sécurité, attendez ${minutes} min avant de recommencer ; la clé figure sur votre moitié du récépissé.`,
    en: `Too many wrong keys were tried. For safety, wait ${minutes} min before trying again; the key is on your half of the receipt.`,
  });
};
