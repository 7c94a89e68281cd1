import type { BackedUpTable } from '@fil/log/backup/table-rows';

/**
 * What is neither the log nor a fold of it: rows that a backup holds as they are. A table that one version has backed up
 * stays on this list as long as a register may have it.
 */
export const BACKED_UP_TABLES: readonly BackedUpTable[] = [
  { name: 'people.api_token', key: ['id'], kept: 'directory' },
  { name: 'drafts.draft', key: ['id'], kept: 'directory' },
  { name: 'processes.job', key: ['id'], kept: 'directory' },
  { name: 'processes.deadline_warning', key: ['deadline', 'kind'], kept: 'directory' },
  { name: 'processes.follower_position', key: ['name'], kept: 'directory' },
  { name: 'log.signing_key', key: ['vkey'], kept: 'directory' },
  { name: 'log.promise_key', key: ['vkey'], kept: 'directory' },
  { name: 'log.checkpoint', key: ['size'], kept: 'directory' },
  { name: 'log.publication', key: ['size', 'at'], kept: 'directory' },
  { name: 'log.cosignature', key: ['size', 'witness', 'key_id', 'time'], kept: 'directory' },
  { name: 'log.timestamp_token', key: ['size', 'kind', 'at'], kept: 'directory' },
  { name: 'log.alarm', key: ['raised_at', 'kind'], kept: 'directory' },
  { name: 'log.passed_over', key: ['stream', 'rev'], kept: 'directory', engine: 'eventstoredb' },
  { name: 'vault.attempt', key: ['event_id', 'leaf', 'attempt'], kept: 'directory', engine: 'eventstoredb' },
  { name: 'keys.subject_key', key: ['subject'], kept: 'keys' },
  { name: 'keys.reserved_key', key: ['subject', 'attempt'], kept: 'keys', engine: 'eventstoredb' },
];

/** In a backup in another form: bundles, the manifest, the keys. */
export const BACKED_UP_OTHERWISE: readonly string[] = [
  'log.event',
  'log.head',
  'log.integration',
  'log.register',
  'vault.openings',
  'public.fil_migration',
];

/** Made again from the log by whoever opens it next. */
export const FOLDED_TABLES: readonly string[] = ['log.tile', 'log.integrated'];

/** Schemas of which every table is a fold of the log and made again from it. */
export const FOLDED_SCHEMAS: readonly string[] = ['views', 'views_rebuild'];

/** True of the files of one database only: what is restored into another says nothing of them. */
export const OF_ONE_DATABASE: readonly string[] = ['vault.purge'];
