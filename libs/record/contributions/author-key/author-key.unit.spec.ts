import { authorKeyDigest, authorKeyInput, inGroups, newAuthorKey, normalisedAuthorKey, opensWith } from './author-key';

describe('the author’s key', () => {
  it('has 20 letters of Crockford’s alphabet, shown in groups of four', () => {
    const key = newAuthorKey();
    expect(key).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
    expect(inGroups(key)).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    expect(newAuthorKey()).not.toBe(key);
  });

  it('is recognised as it was copied by hand', () => {
    expect(normalisedAuthorKey(' 0123-4567 89ab-cdef-ghjk ')).toBe('0123456789ABCDEFGHJK');
    expect(normalisedAuthorKey('OIL3-4567-89AB-CDEF-GHJK')).toBe('0113456789ABCDEFGHJK');
    expect(normalisedAuthorKey('0123-4567-89AB-CDEF-GHJ')).toBeNull();
    expect(normalisedAuthorKey('0123-4567-89AB-CDEF-GHJU')).toBeNull();
  });

  it('is compared with its digest', () => {
    const key = newAuthorKey();
    expect(opensWith(key, authorKeyDigest(key))).toBe(true);
    expect(opensWith(newAuthorKey(), authorKeyDigest(key))).toBe(false);
  });

  it('is refused in a command when it is no key, by a message of ours', () => {
    expect(authorKeyInput.safeParse('pas une clé').error?.issues[0]?.message).toBe('authorKey');
    expect(authorKeyInput.parse('0123-4567-89ab-cdef-ghjk')).toBe('0123456789ABCDEFGHJK');
  });
});
