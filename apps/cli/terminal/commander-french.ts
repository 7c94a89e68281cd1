/** Commander speaks English; these are its words and its messages, in French. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^Usage:/m, 'Utilisation :'],
  [/^Options:/m, 'Options :'],
  [/^Commands:/m, 'Commandes :'],
  [/^Arguments:/m, 'Arguments :'],
  [/display help for command/g, 'affiche cette aide'],
  [/output the version number/g, 'affiche la version'],
  [/(\(|, )default: /g, '$1par défaut : '],
  [/\(choices: /g, '(au choix : '],
  [/^error: unknown option '(.*)'/m, 'option inconnue : « $1 »'],
  [/^error: unknown command '(.*)'/m, 'commande inconnue : « $1 »'],
  [/^error: missing required argument '(.*)'/m, 'il manque l’argument « $1 »'],
  [/^error: required option '(.*)' not specified/m, 'il manque l’option obligatoire « $1 »'],
  [/^error: option '(.*)' argument missing/m, 'il manque la valeur de l’option « $1 »'],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./m,
    'option « $1 » : « $2 » n’est pas admis (au choix : $3)',
  ],
  [/^error: too many arguments.*/m, 'il y a trop d’arguments'],
  [/\(Did you mean (.*)\?\)/, '(Vouliez-vous dire $1 ?)'],
];

export const inFrench = (said: string): string =>
  WORDS.reduce((text, [words, french]) => text.replace(words, french), said);
