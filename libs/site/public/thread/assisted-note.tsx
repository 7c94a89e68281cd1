import type { Frame } from '@fil/ui/page/frame';
import type { Assisted } from '@fil/views/reading/wordings';
import { nameWords } from '../words/named';

/** That a tool helped, which one, and who answers for it. */
export const AssistedNote = ({ frame, assisted }: { frame: Frame; assisted: Assisted }) =>
  assisted && (
    <p class="soft small">
      {frame.t.authorWords.assisted(`${assisted.tool} ${assisted.version}`, nameWords(frame, assisted.validatedBy))}
    </p>
  );
