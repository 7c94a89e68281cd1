/**
 * A value as somebody typed it, fit to be compared in the database: PostgreSQL has no text with U+0000 and refuses the
 * whole statement. Blank is null: nothing was asked.
 */
export function typed(value: string | null | undefined): string | null {
  const cleaned = value?.replaceAll('\u0000', '').trim();
  return cleaned ? cleaned : null;
}
