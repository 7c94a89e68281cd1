/**
 * What the 2025 snapshot writes where the 2024 one left the cell empty. They are not values: a project is not called
 * « NON REGISTRÉ », and nothing is planned for « NON ENCORE FIXE ».
 */
const PLACEHOLDERS = new Set([
  'non registre',
  'non registré',
  'non encore fixe',
  'non encore fixé',
  'non lancée',
  'non lancés',
  'non démarrées',
  'non prévue',
  'non ouvert',
  'null',
]);

/** True for a word that stands for « nothing »; an empty cell says nothing of itself. */
export const isPlaceholder = (cell: string): boolean => PLACEHOLDERS.has(cell.trim().toLowerCase());

/** True when a cell says that there is nothing to say. */
export const isAbsent = (cell: string): boolean => cell.trim() === '' || isPlaceholder(cell);

/** The cell as text in Unicode NFC, or null. */
export const textOrAbsent = (cell: string): string | null => (isAbsent(cell) ? null : cell.trim().normalize('NFC'));
