import { readable, type Opened } from '@fil/log/vault/vault';
import type { Frame } from '@fil/ui/page/frame';
import { ShownLine } from '../words/shown-words';
import { OutsideLink } from '../words/source-link';

/** Documents and links that show it. */
export const EvidenceList = ({ frame, evidence }: { frame: Frame; evidence: readonly Opened<string>[] }) => (
  <ul class="plain-list">
    {evidence.map((one) => (
      <li>
        {readable(one) === undefined ? (
          <ShownLine frame={frame} line={one} />
        ) : (
          <OutsideLink address={one}>{readable(one)}</OutsideLink>
        )}
      </li>
    ))}
  </ul>
);
