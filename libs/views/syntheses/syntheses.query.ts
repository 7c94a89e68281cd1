import { Query } from '@nestjs/cqrs';
import type { Asked } from '../reading/shown';
import type { MemberState } from '../standings/carried';
import type { SynthesesAnswer, Synthesis, SynthesisMembersAnswer } from './syntheses.answer';

export const SYNTHESES_PAGE = 50;
export const MEMBERS_PAGE = 100;

export interface Page {
  readonly cursor?: string | null;
  readonly limit?: number;
}

/** Which syntheses are there? @param consultation null: of all */
export class ListSyntheses extends Query<SynthesesAnswer> {
  constructor(
    readonly consultation: string | null,
    readonly asked: Asked,
    readonly page: Page = {},
  ) {
    super();
  }
}

/** What does it say, who disagreed, and how far has its answer come? Null when there is none with this id. */
export class FindSynthesis extends Query<Synthesis | null> {
  constructor(
    readonly id: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

/** Whom does it group, and has its answer reached each? Null when there is none with this id. */
export class ListSynthesisMembers extends Query<SynthesisMembersAnswer | null> {
  constructor(
    readonly id: string,
    readonly state: MemberState | null,
    readonly asked: Asked,
    readonly page: Page = {},
  ) {
    super();
  }
}
