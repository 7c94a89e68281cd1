/** School meals and the walk through the Tanneries: invented. */
import type { Said } from './said';

export const CANTINE: readonly Said[] = [
  {
    key: 'cantine-bruit',
    title: 'Le bruit à la cantine',
    text: 'Mon fils rentre avec mal à la tête. Des panneaux absorbants et deux services plutôt qu’un.',
    kind: 'proposal',
    channel: 'online',
    themes: ['ecoles'],
    daysAgo: 24,
  },
  {
    key: 'cantine-local',
    title: 'Des légumes d’ici',
    text: 'Deux maraîchers de la commune pourraient fournir la cantine une semaine sur deux : commencez petit, mais commencez.',
    kind: 'proposal',
    channel: 'online',
    themes: ['ecoles', 'commerce'],
    daysAgo: 20,
  },
  {
    key: 'cour-arbres',
    title: 'Une cour avec de la terre',
    text: 'Nous voulons de la terre, des cachettes et un endroit calme. Dessins joints par la classe de CE2.',
    kind: 'proposal',
    channel: 'relay',
    themes: ['ecoles', 'nature'],
    daysAgo: 16,
    authorKind: 'class',
  },
  {
    key: 'cantine-prix',
    title: 'Le prix du repas',
    text: 'Pourquoi le prix du repas a-t-il augmenté de 11 % en septembre ?',
    kind: 'question',
    channel: 'phone',
    themes: ['ecoles'],
    daysAgo: 9,
  },
];

export const TANNERIES: readonly Said[] = [
  {
    key: 'tanneries-banc',
    title: 'Le banc de la rue des Tanneurs',
    text: 'Le seul banc de la rue a été enlevé. Les personnes âgées s’assoient sur les marches de la laverie.',
    kind: 'observation',
    channel: 'workshop',
    themes: ['espaces-publics', 'accessibilite'],
    daysAgo: 75,
    authorKind: 'table',
  },
  {
    key: 'tanneries-nuit',
    title: 'Rentrer à pied le soir',
    text: 'Entre l’arrêt de bus et les immeubles, cent mètres sans lumière. Nous demandons un éclairage qui se déclenche au passage.',
    kind: 'proposal',
    channel: 'workshop',
    themes: ['espaces-publics'],
    daysAgo: 75,
    authorKind: 'table',
  },
];
