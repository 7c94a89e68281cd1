import type { VNode } from 'preact';
import { renderPage } from '@fil/ui/page/render';

export const htmlOf = (page: VNode): string => renderPage(page);

/** What is read on a page: its words, without marks, spaces as one. */
export const wordsOf = (page: VNode): string =>
  renderPage(page)
    .replace(/<title>.*?<\/title>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .replace(/ ([,.)])/g, '$1');
