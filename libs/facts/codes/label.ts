/** What a code is called on screen and in exports. */
export interface Label {
  readonly fr: string;
  readonly en: string;
}
export type Labels<C extends string> = Readonly<Record<C, Label>>;
