/** The invented commune of the demonstration. Any resemblance to a real one is accidental. */
import type { BodyKind } from '@fil/facts/codes/decision';
import type { Text } from '@fil/facts/kit/sealed-fields';

export const COMMUNE = {
  siret: '00000000000000',
  name: { fr: 'Ville de Rivenclaire (commune inventée)', en: 'Town of Rivenclaire (invented)' },
  address: '1 place du Marché, Rivenclaire',
} as const;

/** An association that holds its own consultation: nobody promised an answer. */
export const ASSOCIATION = {
  siret: '00000000000018',
  name: { fr: 'Collectif des Tanneries (association inventée)', en: 'Tanneries residents’ group (invented)' },
} as const;

interface Body {
  readonly body: string;
  readonly kind: BodyKind;
  readonly name: Text;
}
export const BODIES: readonly Body[] = [
  { body: 'conseil-municipal', kind: 'council', name: { fr: 'Conseil municipal', en: 'Town council' } },
  { body: 'bureau-municipal', kind: 'bureau', name: { fr: 'Bureau municipal', en: 'Municipal bureau' } },
  {
    body: 'commission-cadre-de-vie',
    kind: 'committee',
    name: { fr: 'Commission cadre de vie', en: 'Living environment committee' },
  },
  {
    body: 'espaces-publics',
    kind: 'department',
    name: { fr: 'Direction des espaces publics', en: 'Public space department' },
  },
  { body: 'mobilites', kind: 'department', name: { fr: 'Direction des mobilités', en: 'Mobility department' } },
  { body: 'education', kind: 'department', name: { fr: 'Direction de l’éducation', en: 'Education department' } },
  {
    body: 'proximite',
    kind: 'department',
    name: { fr: 'Service proximité et accueil', en: 'Reception and neighbourhoods service' },
  },
  {
    body: 'conseil-usagers',
    kind: 'residents',
    name: { fr: 'Conseil des usagers de la place', en: 'Square users’ council' },
  },
];

export const FUNCTIONS: readonly { function: string; body?: string; name: Text }[] = [
  { function: 'maire', body: 'conseil-municipal', name: { fr: 'Maire', en: 'Mayor' } },
  {
    function: 'adjointe-espaces-publics',
    body: 'conseil-municipal',
    name: { fr: 'Adjointe aux espaces publics', en: 'Deputy mayor for public space' },
  },
  {
    function: 'adjoint-mobilites',
    body: 'conseil-municipal',
    name: { fr: 'Adjoint aux mobilités', en: 'Deputy mayor for mobility' },
  },
  {
    function: 'adjointe-education',
    body: 'conseil-municipal',
    name: { fr: 'Adjointe à l’éducation', en: 'Deputy mayor for education' },
  },
  { function: 'direction-generale', name: { fr: 'Direction générale des services', en: 'Chief executive' } },
];

export const THEMES: readonly { theme: string; name: Text }[] = [
  { theme: 'espaces-publics', name: { fr: 'Espaces publics', en: 'Public space' } },
  { theme: 'nature', name: { fr: 'Nature en ville', en: 'Nature in town' } },
  { theme: 'mobilites', name: { fr: 'Mobilités', en: 'Mobility' } },
  { theme: 'commerce', name: { fr: 'Commerce et marché', en: 'Shops and market' } },
  { theme: 'ecoles', name: { fr: 'Écoles', en: 'Schools' } },
  { theme: 'vie-associative', name: { fr: 'Culture et vie associative', en: 'Culture and community life' } },
  { theme: 'proprete', name: { fr: 'Propreté', en: 'Cleanliness' } },
  { theme: 'accessibilite', name: { fr: 'Accessibilité', en: 'Accessibility' } },
];
