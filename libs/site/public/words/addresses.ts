/** Addresses of pages: objects are named by their UUID alone. */
const uuidOf = (id: string): string => id.slice(id.indexOf('-') + 1);

export const contributionAddress = (id: string): string => `/contributions/${uuidOf(id)}`;
export const consultationAddress = (id: string): string => `/demarches/${uuidOf(id)}`;
