/** The one stylesheet of the site: its name carries a hash of its content, so that it may be kept for ever. */
import { createHash } from 'node:crypto';
import { base } from './base.css';
import { commitment } from './commitment.css';
import { components } from './components.css';
import { forms } from './forms.css';
import { layout } from './layout.css';
import { lists } from './lists.css';
import { print } from './print.css';
import { receipt } from './receipt.css';
import { thread } from './thread.css';
import { tokens } from './tokens.css';

export const stylesheet = [tokens, base, layout, components, forms, thread, commitment, lists, receipt, print].join(
  '\n',
);

const hash = createHash('sha256').update(stylesheet).digest('hex').slice(0, 12);
export const STYLESHEET_ADDRESS = `/assets/site.${hash}.css`;
