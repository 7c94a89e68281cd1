import type { EntityManager } from 'typeorm';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { NameBook, Named } from './named';
import { AuthorityNamesRow, ConsultationNameRow } from './names.entity';
import type { AuthorityNames } from './names.projection';

type Kind = keyof NameBook;

/** Names by code. A code belongs to one authority; where it is not known which, the first that has it names it. */
export class Names {
  private constructor(
    private readonly authorities: ReadonlyMap<string, AuthorityNames>,
    private readonly consultations: ReadonlyMap<string, ConsultationNameRow>,
  ) {}

  static of(
    authorities: readonly Pick<AuthorityNamesRow, 'stream' | 'state'>[],
    consultations: readonly Pick<ConsultationNameRow, 'stream' | 'state' | 'dueOn' | 'promised'>[],
  ): Names {
    return new Names(
      new Map(authorities.map(({ stream, state }) => [stream, state])),
      new Map(consultations.map((row) => [row.stream, row])),
    );
  }

  /** Few rows: an authority's reference data and one row per consultation. */
  static async read(manager: EntityManager): Promise<Names> {
    const authorities = await manager.find(AuthorityNamesRow, { order: { stream: 'ASC' } });
    return Names.of(authorities, await manager.find(ConsultationNameRow));
  }

  consultation(id: string): {
    readonly id: string;
    readonly title: Opened<Text> | null;
    readonly dueOn: string | null;
    readonly promised: boolean;
  } {
    const row = this.consultations.get(id);
    return { id, title: row?.state.title ?? null, dueOn: row?.dueOn ?? null, promised: row?.promised ?? false };
  }

  authority(id: string): { readonly id: string; readonly name: Opened<Text> | null } {
    return { id, name: this.authorities.get(id)?.name ?? null };
  }

  /** The authority whose codes are used in a consultation. */
  organiserOf(consultation: string): string | null {
    return this.consultations.get(consultation)?.state.organiser ?? null;
  }

  named(kind: Kind, authority: string | null, code: string): Named {
    return { code, name: this.nameOf(kind, authority, code) };
  }

  optional(kind: Kind, authority: string | null, code: string | null | undefined): Named | null {
    return code === null || code === undefined ? null : this.named(kind, authority, code);
  }

  /** Where either may be named: who ordered a consultation, who animates it. */
  bodyOrFunction(authority: string | null, code: string | null | undefined): Named | null {
    const asFunction = this.optional('functions', authority, code);
    return asFunction?.name === null ? this.optional('bodies', authority, code) : asFunction;
  }

  /** The theme itself and those that were merged into it: what was filed under them is found under it. */
  withMerged(theme: string): string[] {
    const found = new Set([theme]);
    for (const { merged } of this.authorities.values()) {
      for (const [from, into] of Object.entries(merged)) if (into === theme) found.add(from);
    }
    return [...found];
  }

  private nameOf(kind: Kind, authority: string | null, code: string): Opened<Text> | null {
    const own = authority === null ? undefined : this.authorities.get(authority)?.[kind];
    if (own && Object.hasOwn(own, code)) return own[code]!;
    for (const names of this.authorities.values()) if (Object.hasOwn(names[kind], code)) return names[kind][code]!;
    return null;
  }
}
