/**
 * The author's key (02 §2.2): 20 letters of Crockford's base 32, 100 random bits, shown once to whoever deposits. The
 * register keeps its SHA-256 only.
 */
import { secretLettersInput } from '../../deciding/secret-letters';

export {
  digestOf as authorKeyDigest,
  inGroups,
  newSecretLetters as newAuthorKey,
  normalisedLetters as normalisedAuthorKey,
  opensWith,
} from '../../deciding/secret-letters';

/** The key in a command of its author's. */
export const authorKeyInput = secretLettersInput('authorKey');
