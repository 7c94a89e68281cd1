/** The fields of an act that depend on each other: SCDL `deliberations` 2.1.5. */
import { refuse, type Refusal } from '@fil/facts/kit/refusal';

interface Act {
  readonly date?: string;
  readonly subjectCode?: string;
  readonly prefectureDate?: string;
  readonly budgetYear?: string;
}

/** Nomenclature ACTES, level 2. */
const SUBJECT = /^\d\.\d{1,2}$/;
/** One year, or two that follow each other. */
const BUDGET_YEAR = /^\d{4}(?:\/\d{4})?$/;

export function wrongAct(act: Act | undefined): Refusal | null {
  if (!act) return null;
  const { date, subjectCode, prefectureDate, budgetYear } = act;
  if (subjectCode !== undefined && !SUBJECT.test(subjectCode)) {
    return refuse(
      'decision.subjectCodeMalformed',
      {
        fr: 'Le code matière suit la nomenclature ACTES au niveau 2, par exemple 8.4.',
        en: 'The subject code is of the second level of the ACTES nomenclature, such as 8.4.',
      },
      { field: 'act/subjectCode' },
    );
  }
  if (date !== undefined && prefectureDate !== undefined && prefectureDate < date) {
    return refuse(
      'decision.receivedBeforeAdoption',
      {
        fr: 'La préfecture ne peut pas avoir reçu l’acte avant son adoption : vérifiez les deux dates.',
        en: 'The prefecture cannot have received the act before it was adopted: check both dates.',
      },
      { field: 'act/prefectureDate' },
    );
  }
  if (budgetYear !== undefined && !BUDGET_YEAR.test(budgetYear)) {
    return refuse(
      'decision.budgetYearMalformed',
      {
        fr: 'L’année budgétaire s’écrit 2026, ou 2026/2027 pour un exercice à cheval sur deux années.',
        en: 'A budget year is written 2026, or 2026/2027 for a year across two.',
      },
      { field: 'act/budgetYear' },
    );
  }
  return null;
}
