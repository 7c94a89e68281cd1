/** What was given has not the form it should have. The message says what is wrong, for whoever made it. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
