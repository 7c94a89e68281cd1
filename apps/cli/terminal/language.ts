import type { Language } from '@fil/ui/language';

/** The language of the terminal, in the order POSIX looks for it. French when the environment names none. */
export function terminalLanguage(environment: NodeJS.ProcessEnv): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  if (/^fr/i.test(locale) || /^(C|POSIX)?(\.|$)/.test(locale)) return 'fr';
  return 'en';
}
