/** Filters that work as a plain GET form. */
import type { ComponentChildren } from 'preact';
import type { Frame } from '../page/frame';

export interface Choice {
  readonly value: string;
  readonly words: string;
}

/** @param keep parameters of the address that the form must not lose, beside the language. */
export const FilterForm = ({
  frame,
  action,
  legend,
  button,
  children,
  keep = {},
}: {
  frame: Frame;
  action: string;
  legend: string;
  button: string;
  children: ComponentChildren;
  keep?: Readonly<Record<string, string | undefined>>;
}) => (
  <form class="filters" method="get" action={action} aria-label={legend}>
    <div class="grid">{children}</div>
    <KeptParameters frame={frame} keep={keep} />
    <button type="submit">{button}</button>
  </form>
);

export const KeptParameters = ({
  frame,
  keep = {},
}: {
  frame: Frame;
  keep?: Readonly<Record<string, string | undefined>>;
}) => (
  <>
    {frame.visit.languageChosen && <input type="hidden" name="lang" value={frame.language} />}
    {Object.entries(keep).map(
      ([name, value]) => value !== undefined && value !== '' && <input type="hidden" name={name} value={value} />,
    )}
  </>
);

export function SelectField({
  name,
  label,
  any,
  choices,
  chosen,
}: {
  name: string;
  label: string;
  /** The option that filters nothing. */
  any: string;
  choices: readonly Choice[];
  chosen: string | undefined;
}) {
  // A value no longer among the choices (nothing has it any more) stays chosen: the form says what the list shows.
  const all =
    chosen && !choices.some(({ value }) => value === chosen) ? [...choices, { value: chosen, words: chosen }] : choices;
  return (
    <div class="field">
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name}>
        <option value="">{any}</option>
        {all.map(({ value, words }) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

export const CheckField = ({ name, label, checked }: { name: string; label: string; checked: boolean }) => (
  <div class="check">
    <input type="checkbox" id={`filter-${name}`} name={name} value="1" checked={checked} />
    <label for={`filter-${name}`}>{label}</label>
  </div>
);
