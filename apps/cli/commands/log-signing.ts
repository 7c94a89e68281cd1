import { type AnnouncedKey, readAnnouncedKeys } from '@fil/log/checkpoints/signing-keys';
import { addKey, type KeyRing, retireKey } from '@fil/log/checkpoints/rotate-keys';
import { type Alarm, endAlarms } from '@fil/log/checkpoints/alarms';
import { auditTree } from '@fil/log/checkpoints/audit-tree';
import { Checkpointer } from '@fil/log/checkpoints/checkpointer';
import { DAMAGE_KINDS, LogDamaged } from '@fil/log/checkpoints/damage';
import { WHAT_TO_DO } from '@fil/log/checkpoints/what-to-do';
import { LogProofs } from '@fil/log/checkpoints/log-proofs';
import { recoverEntries } from '@fil/log/checkpoints/recover-entries';
import { lookAtSigning } from '@fil/log/checkpoints/signing-look';
import { TreeIntegrator } from '@fil/log/checkpoints/tree-integrator';
import { formatVkey } from '@fil/log/transparency/keys';
import type { Label } from '@fil/facts/codes/label';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import type { Command } from 'commander';
import type { OpenRegister } from '../../composition/open-register';
import { keyFileOf, lockStoreOf, policyOf } from '../../composition/signing/log-places';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { settings, withRegister } from '../open-register';
import { ProgressLine } from '../terminal/progress-line';
import { table } from '../terminal/table';
import type { Terminal } from '../terminal/terminal';
import { ENTRIES } from './backup';
import { obeyThoseAmong } from './restore';

/** @param log the command `fil log` */
export function signingCommands(log: Command, terminal: Terminal): void {
  log
    .command('status')
    .description(
      terminal.text({
        fr: 'dit jusqu’où le registre est signé et confirmé, et ce qui l’empêche de l’être',
        en: 'tells how far the log is signed and confirmed, and what keeps it from being so',
      }),
    )
    .action(() => withRegister(terminal, (open) => status(open, terminal)));
  log
    .command('checkpoint')
    .description(
      terminal.text({
        fr: 'vérifie tout le registre, lève les alarmes qui n’ont plus lieu d’être, et signe',
        en: 'verifies the whole log, ends alarms that no longer hold, and signs',
      }),
    )
    .action(() => withRegister(terminal, (open) => explained(() => checkpoint(open, terminal))));
  log
    .command('recover')
    .description(
      terminal.text({
        fr: 'reprend d’une copie du registre les inscriptions signées que cette base n’a plus',
        en: 'takes from a copy of the log the signed entries that this database no longer has',
      }),
    )
    .requiredOption(
      '--from <folder>',
      terminal.text({ fr: 'dossier tenu par « fil log mirror »', en: 'folder kept by "fil log mirror"' }),
    )
    .action(({ from }: { from: string }) =>
      withRegister(terminal, (open) => explained(() => recover(open, from, terminal))),
    );
  keyCommands(log, terminal);
}

function keyCommands(log: Command, terminal: Terminal): void {
  const keys = log
    .command('keys')
    .description(terminal.text({ fr: 'clés qui signent le registre', en: 'keys that sign the log' }));
  keys
    .command('list')
    .description(
      terminal.text({
        fr: 'liste les clés publiques, pour qui vérifie',
        en: 'lists the public keys, for those who verify',
      }),
    )
    .action(() => withRegister(terminal, ({ pool }) => listKeys(pool, terminal)));
  keys
    .command('add')
    .description(
      terminal.text({
        fr: 'ajoute une clé, l’annonce au registre ; elle signe avec les autres',
        en: 'adds a key and announces it in the log; it signs beside the others',
      }),
    )
    .action(() => withRegister(terminal, (open) => explained(() => add(open, terminal))));
  keys
    .command('retire <id>')
    .description(
      terminal.text({
        fr: 'retire une clé : elle ne signe plus, et son secret est détruit',
        en: 'retires a key: it signs nothing more, and its secret is destroyed',
      }),
    )
    .action((id: string) => withRegister(terminal, (open) => explained(() => retire(open, id, terminal))));
}

/** What is wrong with the log is said as such, without the place in the code. */
async function explained(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof LogDamaged) throw new CliError(withDetail(WHAT_TO_DO[error.kind], error.message), EXIT.fault);
    throw error;
  }
}

const withDetail = ({ fr, en }: Label, detail: string): Label => ({ fr: `${fr}\n${detail}`, en: `${en}\n${detail}` });

async function status({ pool, register }: OpenRegister, terminal: Terminal): Promise<void> {
  const { size, integrated, published, alarms, witnesses } = await lookAtSigning(pool);
  const here = settings();
  const policy = policyOf(here);
  const number = (value: number): string => terminal.number(value);
  terminal.print({
    fr: `Inscriptions : ${number(size)} ; dans l’arbre : ${number(integrated)} ; signées : ${published ? `${number(published.size)}, publiées le ${instant(published.at)}` : 'aucune'}.`,
    en: `Entries: ${number(size)}; in the tree: ${number(integrated)}; signed: ${published ? `${number(published.size)}, published on ${instant(published.at)}` : 'none'}.`,
  });
  terminal.print({
    fr: `Dernier point de contrôle, hors de la base : ${lockStoreOf(here, register.origin).place}`,
    en: `Last checkpoint, apart from the database: ${lockStoreOf(here, register.origin).place}`,
  });
  for (const { name } of policy?.witnesses ?? []) {
    const seen = witnesses.find(({ witness }) => witness === name);
    terminal.print({
      fr: `Témoin ${name} : ${seen ? `${number(seen.size)} inscriptions, le ${instant(seen.at)}` : 'n’a encore rien confirmé'}.`,
      en: `Witness ${name}: ${seen ? `${number(seen.size)} entries, on ${instant(seen.at)}` : 'has confirmed nothing yet'}.`,
    });
  }
  const confirmation = (await new LogProofs(pool, policy).published())?.confirmation;
  if (confirmation && confirmation.of > 0) {
    terminal.print({
      fr: `Confirmé par ${confirmation.by.length} témoin(s) sur ${confirmation.of}${confirmation.state === 'confirmed' ? ' : assez' : ''}.`,
      en: `Confirmed by ${confirmation.by.length} of ${confirmation.of} witnesses${confirmation.state === 'confirmed' ? ': enough' : ''}.`,
    });
  }
  for (const alarm of alarms) terminal.print(told(alarm));
  if (alarms.length > 0) terminal.exitCode = EXIT.fault;
}

const told = ({ kind, detail, raisedAt }: Alarm): Label => {
  const { fr, en } = WHAT_TO_DO[kind];
  return {
    fr: `ALARME depuis le ${instant(raisedAt)}, rien n’est plus signé. ${fr}\n${detail}`,
    en: `ALARM since ${instant(raisedAt)}, nothing more is signed. ${en}\n${detail}`,
  };
};

const instant = (at: Date): string => `${at.toISOString().slice(0, 16)}Z`;

async function checkpoint({ pool, register, integration }: OpenRegister, terminal: Terminal): Promise<void> {
  const here = settings();
  const { origin } = register;
  await new TreeIntegrator(pool).catchUp();
  const progress = new ProgressLine(terminal, ENTRIES);
  const audited = await auditTree(pool, progress.at).finally(() => progress.clear());
  terminal.say({
    fr: `Vérifié : ${terminal.number(audited.size)} inscriptions, ${terminal.number(audited.checkpoints)} points de contrôle.`,
    en: `Verified: ${terminal.number(audited.size)} entries, ${terminal.number(audited.checkpoints)} checkpoints.`,
  });
  await endAlarms(pool, DAMAGE_KINDS);
  const [keys, lockStore] = [keyFileOf(here, origin), lockStoreOf(here, origin)];
  await new Checkpointer({ pool, origin, keys, lockStore, refills: integration !== null }).pass();
  const published = await new LogProofs(pool, policyOf(here)).published();
  if (published) terminal.out.write(published.note);
}

async function recover(open: OpenRegister, mirror: string, terminal: Terminal): Promise<void> {
  const { url, pool, register, integration } = open;
  if (integration !== null) {
    throw new CliError({
      fr: 'Les événements de ce registre sont dans EventStoreDB : les inscriptions manquantes en reviennent d’elles-mêmes. S’il les a perdues lui aussi : « fil restore --into-postgresql » d’abord.',
      en: 'The events of this register are in EventStoreDB: missing entries come again from it by themselves. If it has lost them too: "fil restore --into-postgresql" first.',
    });
  }
  const progress = new ProgressLine(terminal, ENTRIES);
  const { from, to } = await recoverEntries({
    url,
    pool,
    origin: register.origin,
    mirror,
    visibilityOf: (type) => EVENT_SCHEMA.readingOf(type).recorded.visibility,
    before: (entries) => obeyThoseAmong(url, entries),
    onProgress: progress.at,
  }).finally(() => progress.clear());
  await new TreeIntegrator(pool).catchUp();
  terminal.print({
    fr: `Reprises : ${terminal.number(to - from)} inscriptions, de ${terminal.number(from)} à ${terminal.number(to - 1)}. Leurs mots ne sont dans aucune copie du registre : ils manqueront. Lancez maintenant « fil log checkpoint ».`,
    en: `Taken back: ${terminal.number(to - from)} entries, from ${terminal.number(from)} to ${terminal.number(to - 1)}. Their words are in no copy of the log: they will be missing. Now run "fil log checkpoint".`,
  });
}

const ringOf = ({ pool, store, register }: OpenRegister): KeyRing => ({
  pool,
  store,
  origin: register.origin,
  file: keyFileOf(settings(), register.origin),
});

async function listKeys(pool: OpenRegister['pool'], terminal: Terminal): Promise<void> {
  const header = { fr: ['id', 'depuis', 'jusqu’à', 'clé publique'], en: ['id', 'since', 'until', 'public key'] };
  const rows = (await readAnnouncedKeys(pool)).map(({ keyId, addedAt, retiredAt, vkey }) => [
    keyId,
    instant(addedAt),
    retiredAt ? instant(retiredAt) : '—',
    vkey,
  ]);
  terminal.print(table(header[terminal.language], rows));
}

async function add(open: OpenRegister, terminal: Terminal): Promise<void> {
  const ring = ringOf(open);
  const key = await addKey(ring);
  terminal.print(formatVkey(key));
  terminal.say({
    fr: `La clé ${key.keyId} signe désormais, avec les autres. Copiez ${ring.file.path} en lieu sûr et transmettez la clé publique à qui vérifie.`,
    en: `Key ${key.keyId} signs from now on, beside the others. Copy ${ring.file.path} to a safe place and give the public key to those who verify.`,
  });
}

async function retire(open: OpenRegister, id: string, terminal: Terminal): Promise<void> {
  const key = (await readAnnouncedKeys(open.pool)).find(
    ({ keyId, retiredAt }: AnnouncedKey) => keyId === id && !retiredAt,
  );
  if (!key) {
    throw new CliError({
      fr: `Aucune clé qui signe n’a l’identifiant ${id}. Voyez « fil log keys list ».`,
      en: `No key that signs has the id ${id}. See "fil log keys list".`,
    });
  }
  await retireKey(ringOf(open), key);
  terminal.print({
    fr: `La clé ${id} ne signe plus. Ce qu’elle a signé reste bon.`,
    en: `Key ${id} signs nothing more. What it has signed stays good.`,
  });
}
