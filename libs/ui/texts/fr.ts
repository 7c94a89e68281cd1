/** Every text of the screens in French, room by room. Labels of codes are in @fil/facts/codes. */
import { about } from './fr/about';
import { authorWords } from './fr/author-words';
import { backlog } from './fr/backlog';
import { consultations } from './fr/consultations';
import { erasures } from './fr/erasures';
import { errors } from './fr/errors';
import { frame } from './fr/frame';
import { home } from './fr/home';
import { line } from './fr/line';
import { moderation } from './fr/moderation';
import { receipt } from './fr/receipt';
import { search } from './fr/search';
import { thread } from './fr/thread';
import { commitment } from './fr/commitment';
import { words } from './fr/words';

export const fr = {
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

/** A text missing in another language, or with other parameters, does not compile. */
export type Texts = typeof fr;
