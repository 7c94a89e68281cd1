import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A whole document. Whatever stands in the tree is escaped. */
export const renderPage = (page: VNode): string => `<!doctype html>${renderToString(page)}`;
