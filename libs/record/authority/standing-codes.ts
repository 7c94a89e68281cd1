/** What the rules about bodies, functions and themes ask first. In an address an unknown code is an unknown page: 404. */
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from './authority.state';
import { unknownBody, unknownFunction, unknownTheme } from './known-in-authority';

export const missingAuthority = ({ exists }: AuthorityState): Refusal | null =>
  exists
    ? null
    : refuse(
        'authority.missing',
        { fr: 'Cette collectivité n’existe pas.', en: 'There is no such authority.' },
        { kind: 'notFound' },
      );

/** A code stands for one thing for ever: what was recorded under it must keep its meaning. */
export const codeUsed = (codes: ReadonlyMap<string, unknown>, code: string, field: string): Refusal | null =>
  codes.has(code)
    ? refuse(
        'authority.codeUsed',
        {
          fr: `Le code « ${code} » a déjà servi et ne peut pas resservir, même après une suppression. Choisissez-en un autre.`,
          en: `The code "${code}" has been used before and is never used again, even after an end. Choose another.`,
        },
        { kind: 'conflict', field },
      )
    : null;

/** In an address, what is unknown is a page that does not exist. */
export const notFound = (unknown: Refusal): Refusal => ({ ...unknown, kind: 'notFound', field: undefined });

/** The body in the address must exist and not have ended. */
export function notAStandingBody(state: AuthorityState, body: string): Refusal | null {
  const unknown = unknownBody(state, body, 'body');
  return unknown ? notFound(unknown) : endedBody(state, body);
}

export const endedBody = (state: AuthorityState, body: string | undefined, field?: string): Refusal | null =>
  body !== undefined && state.bodies.get(body) === 'ended'
    ? refuse(
        'authority.bodyEnded',
        { fr: `L’instance ou le service « ${body} » n’existe plus.`, en: `The body "${body}" has ended.` },
        { kind: 'conflict', field },
      )
    : null;

/** The function in the address must exist and not have ended. */
export function notAStandingFunction(state: AuthorityState, code: string): Refusal | null {
  const unknown = unknownFunction(state, code, 'function');
  return unknown ? notFound(unknown) : endedFunction(state, code);
}

export const endedFunction = (state: AuthorityState, code: string | undefined, field?: string): Refusal | null =>
  code !== undefined && state.functions.get(code) === 'ended'
    ? refuse(
        'authority.functionEnded',
        { fr: `La fonction « ${code} » n’existe plus.`, en: `The function "${code}" has ended.` },
        { kind: 'conflict', field },
      )
    : null;

/** The theme in the address must exist and not have been merged. */
export function notAStandingTheme(state: AuthorityState, theme: string): Refusal | null {
  const unknown = unknownTheme(state, [theme], 'theme');
  return unknown ? notFound(unknown) : mergedTheme(state, theme);
}

export function mergedTheme(state: AuthorityState, theme: string, field?: string): Refusal | null {
  const into = state.themes.get(theme)?.mergedInto;
  return into
    ? refuse(
        'authority.themeMerged',
        {
          fr: `La thématique « ${theme} » a été fusionnée dans « ${into} » : utilisez celle-ci.`,
          en: `The theme "${theme}" was merged into "${into}": use that one.`,
        },
        { kind: 'conflict', field },
      )
    : null;
}

/** What ends may name who takes over: another one, that exists and has not ended. */
export const succeedsItself = (code: string, successor: string | undefined): Refusal | null =>
  successor === code
    ? refuse(
        'authority.succeedsItself',
        { fr: 'Ce qui prend fin ne peut pas se succéder à soi-même.', en: 'What ends cannot succeed itself.' },
        { field: 'successor' },
      )
    : null;
