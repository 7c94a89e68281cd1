import { counted } from '../../format/numbers';

export const search = {
  title: 'Les contributions',
  lead: 'Cherchez par mots, ou par le numéro du récépissé. Les accents et les pluriels sont sans incidence.',
  words: 'Mots ou numéro',
  button: 'Chercher',
  theme: 'Thème',
  outcome: 'Suite donnée',
  progress: 'Avancement',
  consultation: 'Démarche',
  any: 'Tous',
  anyFeminine: 'Toutes',
  found: (n: number) => counted(n, 'fr', 'contribution trouvée', 'contributions trouvées'),
  foundFor: (q: string) => `pour « ${q} »`,
  results: 'Résultats',
  receivedOn: (on: string) => `Reçue ${on}`,
  none: 'Aucune contribution ne correspond à cette recherche.',
  helpTitle: 'Quelques pistes',
  helpFewer: 'Employez moins de mots, ou des mots plus courants.',
  helpNumber:
    'Un numéro de récépissé se présente ainsi : 259-G. La lettre finale permet de détecter une faute de frappe.',
  helpFilters: 'Retirez les filtres :',
  helpFiltersLink: 'la même recherche sans filtre',
  helpPublic:
    'Une contribution qui n’est pas encore publiée se retrouve par son numéro, non par les mots de son texte.',
  helpBacklog: 'Vous attendez une réponse ? Consultez',
  helpBacklogLink: 'les contributions sans réponse',
  noText: 'Aucun texte public',
  removeFilters: 'Retirer tous les filtres',
};
