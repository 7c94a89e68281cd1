import { Injectable } from '@nestjs/common';
import { contributionRecorded } from '@fil/facts/events/contribution.events';
import { authorKeyReplaced } from '@fil/facts/events/words.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { isErased, Vault } from '@fil/log/vault/vault';
import { AttemptLimiter } from '@fil/people/attempts/attempt-limiter';
import { problemOfRefusal } from '@fil/ui/http/problem';
import { fold } from '../../deciding/decider';
import { DecisionTaker } from '../../deciding/take-decision';
import { contribution } from '../contribution.state';
import { unknownContribution } from '../still-open';
import { opensWith } from './author-key';

/** Against a key of 100 random bits, any bound will do that keeps the machine free. */
const MOST_TRIES_IN_ALL = 1_000;

/** The last of them holds the key that is valid. */
const GIVES_A_KEY: ReadonlySet<string> = new Set([contributionRecorded.type, authorKeyReplaced.type]);

/** Whether who acts on a contribution holds its author's key. */
@Injectable()
export class AuthorKeyCheck {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly vault: Vault,
    private readonly limiter: AttemptLimiter,
  ) {}

  /**
   * @param key its 20 letters
   * @param from the address of who tries it
   * @throws ProblemError 403 when it is not hers or there is none, 410 when it was erased, 429 after too many tries
   */
  async check(stream: string, key: string, from = 'unknown'): Promise<void> {
    const events = await this.decisions.load(stream);
    const state = fold(contribution, events);
    const given = events.findLast(({ type }) => GIVES_A_KEY.has(type));
    if (!state.exists || !given) throw problemOfRefusal(unknownContribution());
    if (!state.hasAuthorKey) throw problemOfRefusal(neverHadOne());
    const opens = async (): Promise<boolean> => {
      const [opened] = await this.vault.open([given], 'person');
      const digest = opened!.words['authorKey'];
      if (isErased(digest)) throw problemOfRefusal(keyErased());
      return typeof digest === 'string' && opensWith(key, digest);
    };
    // Few tries from one place; many in all, so that nobody can shut the author out by guessing on purpose.
    const right = await this.limiter.attempt(`author-key ${stream} ${from}`, () =>
      this.limiter.attempt(`author-key ${stream}`, opens, MOST_TRIES_IN_ALL),
    );
    if (!right) throw problemOfRefusal(wrongKey());
  }
}

const neverHadOne = (): Refusal =>
  refuse(
    'authorKey.none',
    {
      fr: 'Cette contribution a été reprise d’une autre plateforme : elle n’a pas de clé d’auteur. Pour agir en tant qu’auteur, adressez-vous au garant de la démarche : il peut vous en remettre une.',
      en: 'This contribution was taken over from another platform: it has no author’s key. To act as its author, turn to the guarantor of the consultation, who can give you one.',
    },
    { kind: 'forbidden', field: 'authorKey' },
  );

const wrongKey = (): Refusal =>
  refuse(
    'authorKey.wrong',
    {
      fr: 'Cette clé n’est pas celle de l’auteur de la contribution. Recopiez les 20 lettres et chiffres de votre moitié du récépissé, et vérifiez que c’est bien celui de cette contribution.',
      en: 'This is not the key of the contribution’s author. Copy the 20 letters and digits on your half of the receipt, and check that it is the receipt of this contribution.',
    },
    { kind: 'forbidden', field: 'authorKey' },
  );

const keyErased = (): Refusal =>
  refuse(
    'authorKey.erased',
    {
      fr: 'Les données personnelles de cette contribution ont été effacées, sa clé d’auteur aussi : elle ne peut plus servir.',
      en: 'The personal data of this contribution were erased, its author’s key with them: it can no longer be used.',
    },
    { kind: 'gone' },
  );
