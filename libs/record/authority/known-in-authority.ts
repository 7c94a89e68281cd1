/** Checks, for the rules of other objects, that a code exists in the authority. */
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from './authority.state';

export const unknownBody = (authority: AuthorityState, body: string | undefined, field: string): Refusal | null =>
  body === undefined || authority.bodies.has(body)
    ? null
    : refuse(
        'authority.unknownBody',
        {
          fr: `L’instance ou le service « ${body} » n’existe pas : nommez-le d’abord.`,
          en: `There is no body "${body}": name it first.`,
        },
        { field },
      );

export const unknownFunction = (authority: AuthorityState, code: string | undefined, field: string): Refusal | null =>
  code === undefined || authority.functions.has(code)
    ? null
    : refuse(
        'authority.unknownFunction',
        {
          fr: `La fonction « ${code} » n’existe pas : créez-la d’abord.`,
          en: `There is no function "${code}": create it first.`,
        },
        { field },
      );

export const unknownTheme = (authority: AuthorityState, themes: readonly string[], field: string): Refusal | null => {
  const unknown = themes.find((theme) => !authority.themes.has(theme));
  return unknown === undefined
    ? null
    : refuse(
        'authority.unknownTheme',
        {
          fr: `La thématique « ${unknown} » n’existe pas : ajoutez-la d’abord.`,
          en: `There is no theme "${unknown}": add it first.`,
        },
        { field },
      );
};

export const unknownAuthority = (authority: AuthorityState, field: string): Refusal | null =>
  authority.exists
    ? null
    : refuse(
        'authority.unknown',
        {
          fr: 'Cette collectivité n’est pas enregistrée : enregistrez-la d’abord.',
          en: 'There is no such authority: register it first.',
        },
        { field },
      );

/** Where either may act: who orders, animates, prepares, validates. */
export const unknownBodyOrFunction = (
  { bodies, functions }: AuthorityState,
  code: string | undefined,
  field: string,
): Refusal | null =>
  code === undefined || bodies.has(code) || functions.has(code)
    ? null
    : refuse(
        'authority.unknownBodyOrFunction',
        {
          fr: `Aucune instance, aucun service ni aucune fonction ne porte le code « ${code} » : nommez-le d’abord.`,
          en: `No body and no function has the code "${code}": name it first.`,
        },
        { field },
      );
