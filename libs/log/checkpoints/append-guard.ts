import type { Pool } from 'pg';
import { ExplainedError } from '@fil/facts/kit/explained-error';
import { StoreBusy } from '../event-store/event-store.port';
import { failureText } from '../jobs/failure-text';
import { isUnavailable } from '../postgres/unavailable';
import type { VerifierKey } from '../transparency/keys';
import { raiseAlarm, readAlarms } from './alarms';
import { compareHead, readKept } from './compare-head';
import { type DamageKind, LogDamaged } from './damage';
import type { KeptElsewhere } from './kept-elsewhere';
import { readAnnouncedKeys } from './signing-keys';
import { TreeIntegrator } from './tree-integrator';

/** The database is older than what was signed, or another one: nothing is recorded in it. HTTP 503. */
export class RecordingStopped extends ExplainedError {
  constructor(readonly reason: string) {
    super('register.stopped', 'busy', {
      fr: 'Le registre n’enregistre plus rien : ce qu’il contient n’est pas ce qui a été signé. Rien n’a été écrit. Gardez votre texte et prévenez le service qui tient le registre ; il lancera « fil log status ».',
      en: 'The register records nothing any more: what it holds is not what was signed. Nothing was written. Keep your text and tell the office that keeps the register; it will run "fil log status".',
    });
  }
}

export interface AppendGuardSettings {
  readonly pool: Pool;
  readonly origin: string;
  readonly elsewhere: readonly KeptElsewhere[];
  /** Of the witnesses that are asked. */
  readonly witnessKeys: readonly VerifierKey[];
  /** Entries that may be recorded and not yet in the tree: beyond it, recording waits until they are. */
  readonly mostBehind: number;
  /** Whether missing entries come again by themselves, from an event store beside the database. */
  readonly refills: boolean;
  /** Told what an operator should know: who could not be asked. */
  readonly onTrouble: (message: string) => void;
}

/** Milliseconds for which an answer holds. */
const HOLDS = 1_000;
/** Alarms after which nothing is recorded. The others stop signing: what is recorded meanwhile is signed later. */
const STOPPING: ReadonlySet<DamageKind> = new Set(['behind', 'fork']);

/**
 * Lets nothing be recorded in a database that was restored, or has fallen behind what was signed of it: two histories
 * would begin there. Each of those who have seen a checkpoint is asked once, at the start.
 */
export class AppendGuard {
  private unasked: KeptElsewhere[];
  private answeredAt = -Infinity;
  private answer: Promise<void> = Promise.resolve();
  private asking = false;

  constructor(private readonly settings: AppendGuardSettings) {
    this.unasked = [...settings.elsewhere];
  }

  /** @throws RecordingStopped; StoreBusy when the tree does not grow, or the database is away */
  pass(): Promise<void> {
    if (!this.asking && performance.now() - this.answeredAt >= HOLDS) {
      this.asking = true;
      this.answer = this.ask().finally(() => {
        this.asking = false;
        this.answeredAt = performance.now();
      });
    }
    return this.answer;
  }

  private async ask(): Promise<void> {
    const { pool, mostBehind } = this.settings;
    try {
      await this.refuseUnderAlarm();
      this.unasked = await this.stillUnasked();
      await this.refuseUnderAlarm();
      // Nobody may be there to do it, such as while a tool imports.
      if ((await this.behind()) > mostBehind) await new TreeIntegrator(pool).catchUp();
    } catch (error) {
      if (error instanceof LogDamaged) throw new StoreBusy(error.message);
      if (isUnavailable(error)) throw new StoreBusy(`the database cannot be reached (${failureText(error)})`);
      throw error;
    }
  }

  private async behind(): Promise<number> {
    const { rows } = await this.settings.pool.query<{ behind: number }>(
      'SELECT (h.size - i.size)::float8 AS behind FROM log.head h, log.integrated i',
    );
    return rows[0]!.behind;
  }

  private async refuseUnderAlarm(): Promise<void> {
    const alarm = (await readAlarms(this.settings.pool)).find(({ kind }) => STOPPING.has(kind));
    if (alarm) throw new RecordingStopped(alarm.detail);
  }

  /** Those whose checkpoint this log has not grown to yet. */
  private async stillUnasked(): Promise<KeptElsewhere[]> {
    if (this.unasked.length === 0) return [];
    const left = await Promise.all(this.unasked.map(async (one) => ((await this.compare(one)) ? [] : [one])));
    const later = left.flat();
    if (later.length > 0) throw new RecordingStopped(`the log has not yet grown to what ${later[0]!.where} has seen`);
    return later;
  }

  /** @returns whether this log begins with what they have seen */
  private async compare(one: KeptElsewhere): Promise<boolean> {
    const { pool, origin, witnessKeys, refills } = this.settings;
    let note: string | null;
    try {
      note = await one.read();
    } catch (error) {
      const told = `${one.where} could not be asked what was signed: ${failureText(error)}`;
      if (one.ours) throw new RecordingStopped(told);
      this.settings.onTrouble(told);
      return true;
    }
    if (note === null) return true;
    try {
      const keys = [...(await readAnnouncedKeys(pool)), ...witnessKeys];
      const head = readKept(note, { origin, keys, where: one.where });
      if ((await compareHead(pool, head, one.where, refills)) === 'prefix') return true;
      await new TreeIntegrator(pool).catchUp();
      return (await compareHead(pool, head, one.where, refills)) === 'prefix';
    } catch (error) {
      if (error instanceof LogDamaged) await raiseAlarm(pool, error.kind, error.message);
      else if (one.ours) throw error;
      else this.settings.onTrouble(failureText(error));
      return true;
    }
  }
}
