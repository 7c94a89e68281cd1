/** Every text of the screens in English: the same keys as French, which the type demands. */
import { about } from './en/about';
import { authorWords } from './en/author-words';
import { backlog } from './en/backlog';
import { commitment } from './en/commitment';
import { consultations } from './en/consultations';
import { erasures } from './en/erasures';
import { errors } from './en/errors';
import { frame } from './en/frame';
import { home } from './en/home';
import { line } from './en/line';
import { moderation } from './en/moderation';
import { receipt } from './en/receipt';
import { search } from './en/search';
import { thread } from './en/thread';
import { words } from './en/words';
import type { Texts } from './fr';

export const en: Texts = {
  about,
  authorWords,
  backlog,
  commitment,
  consultations,
  erasures,
  errors,
  frame,
  home,
  line,
  moderation,
  receipt,
  search,
  thread,
  words,
};
