import type { Language } from '../language';
import { en } from './en';
import { fr, type Texts } from './fr';

const TEXTS: Readonly<Record<Language, Texts>> = { fr, en };

export const textsIn = (language: Language): Texts => TEXTS[language];
