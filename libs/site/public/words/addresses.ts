/** Addresses of pages: objects are named by their UUID alone. */
const uuidOf = (id: string): string => id.slice(id.indexOf('-') + 1);

export const contributionAddress = (id: string): string => `/contributions/${uuidOf(id)}`;
export const consultationAddress = (id: string): string => `/demarches/${uuidOf(id)}`;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id of an object from its part of an address; null when it cannot be one. The full id is understood too. */
export function streamOf(aggregate: 'contribution' | 'consultation', part: string): string | null {
  const uuid = part.toLowerCase().replace(new RegExp(`^${aggregate}-`), '');
  return UUID.test(uuid) ? `${aggregate}-${uuid}` : null;
}
