import { Column, Entity, PrimaryColumn } from 'typeorm';
import { tableName, VIEWS_SCHEMA } from '@fil/log/projections/projection';
import { SEARCH, type SearchedWords } from './search.projection';

/** Written by the runner only. */
@Entity({ schema: VIEWS_SCHEMA, name: tableName(SEARCH, 'search_words'), synchronize: false })
export class SearchWordsRow {
  @PrimaryColumn('text')
  readonly stream!: string;

  @Column('json')
  readonly state!: SearchedWords;

  @Column('tsvector', { select: false })
  readonly document!: string;
}
