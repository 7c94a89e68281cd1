import type { ObjectId } from '@fil/facts/kit/aggregates';
import { AddTheme, addThemeInput } from '@fil/record/authority/add-theme/add-theme.command';
import { CreateFunction, createFunctionInput } from '@fil/record/authority/create-function/create-function.command';
import { NameBody, nameBodyInput } from '@fil/record/authority/name-body/name-body.command';
import {
  RegisterAuthority,
  registerAuthorityInput,
} from '@fil/record/authority/register-authority/register-authority.command';
import { ASSOCIATION, BODIES, COMMUNE, FUNCTIONS, THEMES } from './commune';
import { ADMINISTRATOR, type Storyteller } from './storyteller';

export interface Commune {
  readonly town: ObjectId<'authority'>;
  readonly association: ObjectId<'authority'>;
}

/** Registers the commune with its bodies, functions and themes, and the association. */
export async function foundCommune(s: Storyteller): Promise<Commune> {
  const occurredOn = s.daysAgo(500);
  const by = (key: string): ReturnType<Storyteller['by']> => s.by(`commune/${key}`, ADMINISTRATOR);
  const town = await s.create(
    'authority',
    new RegisterAuthority(registerAuthorityInput.parse({ ...COMMUNE, occurredOn }), by('ville')),
  );
  const association = await s.create(
    'authority',
    new RegisterAuthority(registerAuthorityInput.parse({ ...ASSOCIATION, occurredOn }), by('association')),
  );
  for (const body of BODIES)
    await s.tell(new NameBody(town, nameBodyInput.parse({ ...body, occurredOn }), by(`body/${body.body}`)));
  for (const item of FUNCTIONS)
    await s.tell(
      new CreateFunction(town, createFunctionInput.parse({ ...item, occurredOn }), by(`function/${item.function}`)),
    );
  for (const theme of THEMES)
    await s.tell(new AddTheme(town, addThemeInput.parse({ ...theme, occurredOn }), by(`theme/${theme.theme}`)));
  const own = [
    ['espaces-publics', { fr: 'Espaces publics', en: 'Public space' }],
    ['accessibilite', { fr: 'Accessibilité', en: 'Accessibility' }],
  ] as const;
  for (const [theme, name] of own)
    await s.tell(
      new AddTheme(association, addThemeInput.parse({ theme, name, occurredOn }), by(`association/${theme}`)),
    );
  return { town, association };
}
