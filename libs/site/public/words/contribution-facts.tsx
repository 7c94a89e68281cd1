import type { When } from '@fil/facts/dates/when';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import { OnDate } from '@fil/ui/components/on-date';
import type { Frame } from '@fil/ui/page/frame';
import type { Named } from '@fil/views/names/named';
import { consultationAddress } from './addresses';
import { NamesOf } from './named';
import { ShownTitle } from './shown-words';

interface Props {
  readonly frame: Frame;
  readonly of: {
    readonly number: string;
    readonly receivedOn: When;
    readonly consultation: { readonly id: string; readonly title: Opened<Text> | null };
    readonly themes: readonly Named[];
  };
}

/** Number, date, consultation and themes of a contribution in a list. */
export const ContributionFacts = ({ frame, of: { number, receivedOn, consultation, themes } }: Props) => (
  <ul class="meta">
    <li>
      {frame.t.thread.number(number)}, {frame.t.backlog.receivedOn('')}
      <OnDate frame={frame} when={receivedOn} as="on" />
    </li>
    <li>
      <a href={frame.to(consultationAddress(consultation.id))}>
        <ShownTitle frame={frame} title={consultation.title} />
      </a>
    </li>
    {themes.length > 0 && (
      <li>
        <NamesOf frame={frame} named={themes} />
      </li>
    )}
  </ul>
);
