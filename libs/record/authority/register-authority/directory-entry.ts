import type { SourceReference } from '../../deciding/object-id';
import type { RegisterAuthorityInput } from './register-authority.command';

/** Where an authority stands in a directory, from which its id follows: nobody registers it twice. */
export const directoryEntry = ({
  siret,
  identifier,
}: Pick<RegisterAuthorityInput, 'siret' | 'identifier'>): SourceReference | undefined => {
  if (siret !== undefined) return { name: 'siret', id: siret };
  return identifier && { name: identifier.scheme, id: identifier.id };
};
