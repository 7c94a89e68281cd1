/** Where a thing comes from when it was not done here, and what its source does not say. */
import type { Happened, TakenOver } from '@fil/views/reading/happened';
import type { Frame } from '@fil/ui/page/frame';
import { OnDate } from '@fil/ui/components/on-date';

/** « paris » is written « Paris ». */
export const sourceName = (source: string): string => source.charAt(0).toUpperCase() + source.slice(1);

export const TakenOverNote = ({ frame, takenOver }: { frame: Frame; takenOver: TakenOver | null }) =>
  takenOver && (
    <p class="soft small">
      {frame.t.words.takenOver(sourceName(takenOver.source))}
      {takenOver.word && <>, {frame.t.words.sourceWord(takenOver.word)}</>}
    </p>
  );

export const isNotStated = (given: Happened, what: TakenOver['notStated'][number]): boolean =>
  given.takenOver?.notStated.includes(what) ?? false;

/** « le 3 mars 2026, saisi le 12 mars 2026 ». */
export const WhenGiven = ({ frame, given }: { frame: Frame; given: Happened }) => (
  <>
    <OnDate frame={frame} when={given.occurredOn} as="on" />
    {given.enteredOn && (
      <>
        , <EnteredOn frame={frame} day={given.enteredOn} />
      </>
    )}
  </>
);

export const EnteredOn = ({ frame, day }: { frame: Frame; day: string }) => (
  <>
    {frame.t.line.enteredOn('')}
    <OnDate frame={frame} when={day} as="on" />
  </>
);
