import type { Label } from '@fil/facts/codes/label';

/** `warning`: the register works, and somebody should see to it. `fault`: something does not work, or is not as it must be. */
export type Severity = 'ok' | 'warning' | 'fault';

/** One thing that was looked at. It never holds a password, nor anybody's words. */
export interface Finding {
  /** Stable name, for machines: `log.gap`. */
  readonly code: string;
  readonly severity: Severity;
  readonly title: Label;
  readonly detail: Label | null;
  /** Null when all is well. */
  readonly whatToDo: Label | null;
}

export interface Trouble {
  readonly title: Label;
  readonly detail?: Label;
  readonly whatToDo: Label;
}

export const ok = (code: string, title: Label, detail: Label | null = null): Finding => ({
  code,
  severity: 'ok',
  title,
  detail,
  whatToDo: null,
});

const trouble =
  (severity: Severity) =>
  (code: string, { title, detail = undefined, whatToDo }: Trouble): Finding => ({
    code,
    severity,
    title,
    detail: detail ?? null,
    whatToDo,
  });
export const warning = trouble('warning');
export const fault = trouble('fault');

/** What needs no translation: a name, a version, an address. */
export const plain = (text: string): Label => ({ fr: text, en: text });

/** As each language writes a number. */
export const figure = (value: number): Label => ({
  fr: value.toLocaleString('fr-FR'),
  en: value.toLocaleString('en-GB'),
});

const ORDER: readonly Severity[] = ['ok', 'warning', 'fault'];

/** Of all that was found; `ok` when nothing was. */
export const worst = (findings: readonly Finding[]): Severity =>
  findings.reduce<Severity>(
    (found, { severity }) => (ORDER.indexOf(severity) > ORDER.indexOf(found) ? severity : found),
    'ok',
  );
