import { namedVersion } from './event-definition';
import type { SealedFields } from './sealed-fields';
import type { Upcast } from './upcast';

/** @throws when a step does not lead to the next version of the same event, or loses or invents words */
export function checkUpcast(step: Upcast): void {
  const problem = versionsProblem(step) ?? effectsProblem(step) ?? wordsProblem(step);
  if (problem) throw new Error(`from ${step.from.type} to ${step.to.type}: ${problem}`);
}

function versionsProblem({ from, to }: Upcast): string | null {
  const [before, after] = [namedVersion(from.type), namedVersion(to.type)];
  if (before.name !== after.name) return 'another meaning is another type, not another version';
  return after.version === before.version + 1 ? null : 'a step leads to the next version';
}

/** Stores keep the visibility beside the entry, from when it was written. */
function effectsProblem({ from, to }: Upcast): string | null {
  if (from.visibility !== to.visibility) return 'what it does to visibility is part of its meaning: make a new type';
  if ((from.refeeds === null) !== (to.refeeds === null)) return 'what it feeds again is part of its meaning';
  return null;
}

function wordsProblem({ from, to, words, noLongerRead }: Upcast): string | null {
  const [before, after] = [from.sealed as SealedFields, to.sealed as SealedFields];
  const continued = new Set<string>();
  for (const [name, field] of Object.entries(after)) {
    const origin = words[name] ?? name;
    const earlier = Object.hasOwn(before, origin) && !noLongerRead.includes(origin) ? before[origin]! : null;
    if (!earlier) {
      if (Object.hasOwn(words, name)) return `"${name}" continues "${origin}", which is not there`;
      if (!field.optional) return `"${name}" is required, and earlier entries have nothing for it`;
      continue;
    }
    if (continued.has(origin)) return `"${origin}" is continued twice`;
    continued.add(origin);
    if (earlier.kind !== field.kind || earlier.list !== field.list)
      return `"${name}" is of another kind than "${origin}"`;
    if (earlier.optional && !field.optional) return `"${name}" is required, and earlier entries may lack it`;
  }
  for (const name of Object.keys(words)) if (!Object.hasOwn(after, name)) return `there is no sealed field "${name}"`;
  for (const name of Object.keys(before))
    if (!continued.has(name) && !noLongerRead.includes(name))
      return `"${name}" is lost: continue it, or say noLongerRead`;
  return null;
}
