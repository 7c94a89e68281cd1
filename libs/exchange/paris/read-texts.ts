import { join } from 'node:path';
import type { Finding } from '../tables/finding';
import { RowIndex } from '../tables/row-index';
import { followUpNotes, type FollowUpNote } from './follow-up-notes';
import { splitIdeaText } from './idea-text';

const FILE = 'derived/idees_textes_549.csv';
const COLUMNS = ['id', 'texte'] as const;

/** The texts were collected no later than this day, on which their file was published (the source gives no other date). */
export const TEXTS_COLLECTED_BY = '2024-10-23';

/** What is known in words of a project. */
export interface ProjectTexts {
  readonly proposed: string | null;
  readonly notes: readonly FollowUpNote[];
}

export interface Texts {
  readonly count: number;
  textsOf(id: string): Promise<ProjectTexts>;
  close(): Promise<void>;
}

const NONE: ProjectTexts = { proposed: null, notes: [] };

/**
 * Opens the citizens' texts: found by project, one at a time.
 *
 * @param isProject whether some snapshot has this project. @throws TableError
 */
export async function openTexts(
  folder: string,
  isProject: (id: string) => boolean,
  report: (finding: Finding) => void,
): Promise<Texts> {
  const index = new RowIndex(join(folder, FILE), { delimiter: ',', columns: COLUMNS });
  const find = (line: number, id: string, reason: keyof typeof REASONS): void =>
    report({ severity: 'rejected', file: FILE, line, column: 'id', value: id, reason, message: REASONS[reason] });
  await index.build(
    ({ line, cells }) => {
      const id = cells.id.trim();
      if (!isProject(id)) {
        find(line, id, 'text.projectUnknown');
        return null;
      }
      return id;
    },
    ({ line, cells }) => find(line, cells.id, 'text.twice'),
  );
  return {
    count: index.size,
    textsOf: async (id) => {
      const found = await index.find(id);
      if (!found) return NONE;
      const { proposed, followUp } = splitIdeaText(found.cells.texte);
      return { proposed: proposed === '' ? null : proposed, notes: followUp === null ? [] : followUpNotes(followUp) };
    },
    close: () => index.close(),
  };
}

const REASONS = {
  'text.projectUnknown': {
    fr: 'texte d’un projet qui n’est dans aucun état des lieux : non repris',
    en: 'text of a project that is in no snapshot: not taken over',
  },
  'text.twice': {
    fr: 'second texte du même projet : non repris',
    en: 'second text of the same project: not taken over',
  },
} as const;
