import { readable } from '@fil/log/vault/vault';
import type { Named } from '@fil/views/names/named';
import type { Frame } from '@fil/ui/page/frame';
import { inReadersLanguage } from './languages';
import { ShownInline } from './shown-words';

/** A body, a function or a theme by its name; by its code when nobody named it. */
export const NameOf = ({ frame, named }: { frame: Frame; named: Named }) =>
  named.name === null ? <>{frame.t.words.unnamed(named.code)}</> : <ShownInline frame={frame} words={named.name} />;

export const NamesOf = ({ frame, named }: { frame: Frame; named: readonly Named[] }) => (
  <>
    {named.map((one, index) => (
      <>
        {index > 0 && ', '}
        <NameOf frame={frame} named={one} />
      </>
    ))}
  </>
);

/** The same where only text may stand, as in an option of a form. */
export function nameWords(frame: Frame, { code, name }: Named): string {
  const known = readable(name ?? undefined);
  return known ? inReadersLanguage(known, frame.language).text : frame.t.words.unnamed(code);
}
