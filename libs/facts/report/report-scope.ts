/** What a report accounts for. */
import type { reportPublished } from '../events/report.events';
import type { DataOf } from '../kit/event-definition';

export type ReportScope =
  | { readonly kind: 'consultations'; readonly consultations: readonly string[] }
  /** The consultations that it organises, or that it was asked to answer. */
  | { readonly kind: 'authority'; readonly authority: string }
  | { readonly kind: 'register' };

/** The scope that a published report states. */
export const statedScope = ({
  scope,
  consultations,
  authority,
}: Pick<DataOf<typeof reportPublished>, 'scope' | 'consultations' | 'authority'>): ReportScope => {
  switch (scope) {
    case 'consultations':
      return { kind: scope, consultations: [...consultations].sort() };
    case 'authority':
      return { kind: scope, authority };
    case 'register':
      return { kind: scope };
  }
};

/** The same for equal scopes, whatever the order in which consultations are named. */
export const scopeKey = (scope: ReportScope): string =>
  scope.kind === 'consultations'
    ? `consultations ${[...scope.consultations].sort().join(' ')}`
    : scope.kind === 'authority'
      ? `authority ${scope.authority}`
      : 'register';
