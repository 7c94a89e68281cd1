import type { Text } from '@fil/facts/kit/sealed-fields';
import { nameOf } from '@fil/facts/report/cited';
import type { Opened } from '@fil/log/vault/vault';
import type { History } from '../reading/history';
import type { KeptEvent } from '../reading/happening';
import type { Named } from '../names/named';
import type { NamesAtCut } from './reports.answer';

/** By which event a code is named, and in which of its facts the code stands. */
const NAMING: Readonly<Record<string, { kind: 'bodies' | 'functions' | 'themes'; fact: string }>> = {
  'authority.bodyNamed': { kind: 'bodies', fact: 'body' },
  'authority.bodyRenamed': { kind: 'bodies', fact: 'body' },
  'authority.functionCreated': { kind: 'functions', fact: 'function' },
  'authority.themeAdded': { kind: 'themes', fact: 'theme' },
  'authority.themeRenamed': { kind: 'themes', fact: 'theme' },
};

/** A report keeps the names of its cut (02 §2.2): what was renamed since has the name it had then. */
export function namesAtCut(authority: string, { events }: History, size: number): NamesAtCut {
  const names = {
    bodies: new Map<string, Named>(),
    functions: new Map<string, Named>(),
    themes: new Map<string, Named>(),
  };
  const then = events.filter(({ index }) => index < size);
  for (const event of then) {
    const naming = NAMING[nameOf(event)];
    const code = naming && event.data[naming.fact];
    if (naming && typeof code === 'string') names[naming.kind].set(code, { code, name: nameIn(event) });
  }
  const registered = then.find((event) => nameOf(event) === 'authority.registered');
  return {
    authority,
    name: registered ? nameIn(registered) : null,
    bodies: [...names.bodies.values()],
    functions: [...names.functions.values()],
    themes: [...names.themes.values()],
  };
}

const nameIn = ({ words }: KeptEvent): Opened<Text> | null => (words['name'] as Opened<Text> | undefined) ?? null;
