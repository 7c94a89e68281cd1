/** The heading under which the city's site appended its own news to the citizens' text. */
const FOLLOW_UP = /^[ \t\u00a0]*Où en est ce projet[ \u00a0\u202f]?\?[ \t\u00a0]*$/mu;

/** What was proposed, and what the city wrote below it later. */
export interface IdeaText {
  /** The words proposed, as they stand; empty when the page had none. */
  readonly proposed: string;
  /** The city's own news; null when there is none. */
  readonly followUp: string | null;
}

export function splitIdeaText(text: string): IdeaText {
  const normal = text.normalize('NFC');
  const heading = FOLLOW_UP.exec(normal);
  if (!heading) return { proposed: trimmed(normal), followUp: null };
  const followUp = trimmed(normal.slice(heading.index + heading[0].length));
  return { proposed: trimmed(normal.slice(0, heading.index)), followUp: followUp === '' ? null : followUp };
}

/** Without the blank space around it, which is the page's and not the author's. Nothing inside is touched. */
const trimmed = (text: string): string => text.replace(/^\s*\n|^\s+/u, '').trimEnd();
