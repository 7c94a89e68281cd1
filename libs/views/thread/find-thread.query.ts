import { Query } from '@nestjs/cqrs';
import type { Asked } from '../reading/shown';
import type { Thread } from './thread.answer';

/** How a reader names a thread. Old references and addresses find it too (02 §2.1). */
export type ThreadReference =
  | { readonly id: string }
  /** Of a receipt or a printed slip, as read aloud or typed: spaces, case, O for 0 and I or L for 1 do not matter. */
  | { readonly number: string }
  | { readonly source: { readonly name: string; readonly id: string; readonly type?: string } }
  | { readonly address: string };

/** The whole thread of one contribution; null when there is none. */
export class FindThread extends Query<Thread | null> {
  constructor(
    readonly reference: ThreadReference,
    readonly asked: Asked,
  ) {
    super();
  }
}
