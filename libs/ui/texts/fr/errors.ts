export const errors = {
  notFoundTitle: 'Cette page n’existe pas',
  notFound:
    'L’adresse est peut-être incomplète ou mal recopiée. Ce qui a été inscrit au registre n’en est jamais retiré : la recherche vous permettra de le retrouver.',
  contributionTitle: 'Aucune contribution à cette adresse',
  contribution: 'Vérifiez l’adresse, ou cherchez la contribution par le numéro du récépissé ou par quelques mots.',
  numberTitle: (number: string) => `Aucune contribution ne porte le numéro ${number}`,
  number: 'Vérifiez le numéro sur votre récépissé : la lettre finale permet de détecter une faute de frappe.',
  consultationTitle: 'Aucune démarche à cette adresse',
  consultation: 'Vérifiez l’adresse, ou choisissez parmi les démarches inscrites au registre.',
  busyTitle: 'Le registre est momentanément indisponible',
  internalTitle: 'Une erreur s’est produite',
  requestTitle: 'La demande n’a pas pu être traitée',
  whatToDo: 'Que faire ?',
  search: 'Chercher une contribution',
  home: 'Revenir à l’accueil',
  consultations: 'Voir les démarches',
  retry: 'Recharger cette page',
  internal:
    'Rien n’a été perdu. Rechargez la page dans quelques instants ; si l’erreur persiste, prévenez la collectivité.',
  busy: 'Rechargez la page dans quelques instants.',
  code: (status: number) => `Erreur ${status}`,
};
