export const about = {
  title: 'À propos de ce registre',
  lead: 'Un fil rouge relie ce que les habitants ont dit à ce qui a été décidé, à ce qui a été fait et à ce que cela a changé.',
  readTitle: 'Comment le lire',
  read: [
    'Chaque contribution a sa page. On y lit ce qui a été dit, mot pour mot, comment cela a été compris, les réponses données avec leurs motifs, les engagements qui en découlent et leurs dates.',
    'Rien n’est remplacé : une nouvelle réponse s’ajoute à l’ancienne, une nouvelle date à la précédente. Les erreurs de saisie corrigées restent visibles.',
    'Ce qui manque est montré : les contributions sans réponse et les échéances dépassées sont comptées comme le reste.',
    'Une réponse provisoire (à l’étude, différée, soumise à décision) n’est pas comptée comme une réponse.',
  ],
  wordsTitle: 'Le sens des mots employés',
  wordOutcome: 'Suite donnée',
  wordOutcomeIs: 'la réponse donnée à une contribution, avec son motif et l’instance qui en a décidé.',
  wordCommitment: 'Engagement',
  wordCommitmentIs:
    'ce que la collectivité s’est engagée à faire, avec une échéance. L’avancement déclaré est celui de la collectivité.',
  wordRegister: 'Registre',
  wordRegisterIs:
    'l’ensemble de ce qui a été inscrit, dans l’ordre. Une inscription n’est jamais modifiée ni retirée ; chacune porte un numéro.',
  wordTakenOver: 'Reprise',
  wordTakenOverIs:
    'donnée provenant d’un autre outil, telle que la source la fournit. Ce que la source ne précise pas est signalé, jamais inventé.',
  dataTitle: 'Réutiliser les données',
  data: 'Les données publiques de ce registre sont mises à disposition sous Licence Ouverte 2.0 (Etalab) : citez la source et la date. Les données reprises d’une autre source gardent la licence de celle-ci.',
  api: 'Documentation de l’API',
  softwareTitle: 'Le logiciel',
  software: 'Fil rouge est un logiciel libre, sous licence EUPL 1.2.',
  privacyTitle: 'Données personnelles',
  privacy:
    'Le nom d’un auteur n’est affiché que s’il l’a demandé. Son texte peut être effacé à sa demande : seule en reste une empreinte numérique, qui ne permet pas de le retrouver, et la page le signale.',
  contact: 'Écrire à la collectivité',
  accessibilityTitle: 'Déclaration d’accessibilité',
  accessibilityState: {
    none: 'Ce site n’est pas conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1) : aucun audit de conformité n’a encore été réalisé.',
    partial: 'Ce site est partiellement conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1).',
    full: 'Ce site est totalement conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1).',
  },
  accessibilityAim:
    'Il a été conçu pour être lisible sans JavaScript, au clavier, avec un lecteur d’écran, sur un petit écran et sur papier, et vise le niveau AA des WCAG 2.2. Chaque schéma est accompagné d’un tableau.',
  accessibilityHelpTitle: 'Signaler une difficulté',
  accessibilityHelp:
    'Si un contenu ou un service ne vous est pas accessible, écrivez à la collectivité pour l’obtenir sous une autre forme.',
  accessibilityRightsTitle: 'Voies de recours',
  accessibilityRights: 'Si vous n’obtenez pas de réponse satisfaisante, vous pouvez saisir le Défenseur des droits.',
  accessibilityRightsLink: 'Saisir le Défenseur des droits',
  noContact: 'L’adresse de contact n’est pas encore renseignée par la collectivité.',
};
