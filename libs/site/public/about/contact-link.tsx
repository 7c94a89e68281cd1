import type { Frame } from '@fil/ui/page/frame';
import { isWebAddress } from '../words/source-link';

/** An address of a page or of a mailbox, as the authority set it. */
export function ContactLink({ frame }: { frame: Frame }) {
  const { contact } = frame.site;
  if (contact === null) return <p class="note-absent">{frame.t.about.noContact}</p>;
  const href = isWebAddress(contact) ? contact : `mailto:${contact}`;
  return (
    <p>
      <a href={href}>{frame.t.about.contact}</a>
    </p>
  );
}
