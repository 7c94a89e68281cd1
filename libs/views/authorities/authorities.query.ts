import { Query } from '@nestjs/cqrs';
import type { Asked } from '../reading/shown';
import type { AuthoritiesAnswer, Authority } from './authorities.answer';

export const AUTHORITIES_PAGE = 50;

/** Which authorities are in this register? */
export class ListAuthorities extends Query<AuthoritiesAnswer> {
  constructor(
    readonly asked: Asked,
    readonly page: { readonly cursor?: string | null; readonly limit?: number } = {},
  ) {
    super();
  }
}

/** Who is it made of, and what is it bound by? Null when there is none with this id. */
export class FindAuthority extends Query<Authority | null> {
  constructor(
    readonly id: string,
    readonly asked: Asked,
  ) {
    super();
  }
}
