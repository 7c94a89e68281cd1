/** The dated line: everything that happened to the contribution, its syntheses, decisions and commitments. */
import { compareWhen } from '@fil/facts/dates/when';
import type { NameBook } from '../names/named';
import type { History } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import { readIn } from '../reading/shown-instead';
import type { ThreadReading } from './reading-of';
import type { ThreadStep } from './thread.answer';

type Kind = ThreadStep['about']['kind'];

/** Their words stand in a section of the page: said twice they would be read twice. */
const SAID_ABOVE: ReadonlySet<string> = new Set([
  'contribution.recorded/2',
  'contribution.outcomeGiven/1',
  'synthesis.opened/1',
  'synthesis.outcomeGiven/1',
  'decision.registered/2',
  'commitment.made/1',
  'contribution.transcribed/1',
  'contribution.textCorrected/1',
  'contribution.restated/1',
  'contribution.restatementDisputed/1',
  'contribution.restatementUpheld/1',
  'contribution.restatementCorrected/1',
  'contribution.contestAnswered/1',
  'contribution.followedUp/1',
]);

export function lineOf({ gathered }: ThreadReading): ThreadStep[] {
  const steps = [
    ...stepsOf('contribution', gathered.contribution),
    ...[...gathered.syntheses.values()].flatMap((history) => stepsOf('synthesis', history)),
    ...[...gathered.decisions.values()].flatMap((history) => stepsOf('decision', history)),
    ...[...gathered.commitments.values()].flatMap((history) => stepsOf('commitment', history)),
  ];
  return steps.sort((a, b) => compareWhen(a.occurredOn, b.occurredOn) || a.index - b.index);
}

function stepsOf(kind: Kind, { events }: History): ThreadStep[] {
  const first = events[0];
  if (!first) return [];
  const about = { kind, id: first.stream, title: readIn(events, first, 'title') };
  return events.map((event) => ({
    ...happening(event),
    type: event.type,
    about,
    facts: event.data,
    words: SAID_ABOVE.has(event.type) ? {} : event.words,
  }));
}

/** Which facts name a code of which kind. */
const CODES: Readonly<Record<string, keyof NameBook>> = {
  body: 'bodies',
  department: 'bodies',
  owner: 'bodies',
  decidedBy: 'functions',
  by: 'functions',
  service: 'bodies',
  accountable: 'functions',
  theme: 'themes',
  themes: 'themes',
};

/** Names of the codes in the line, of those that have one. */
export function namesIn(reading: ThreadReading): NameBook {
  const found: Record<keyof NameBook, Map<string, NameBook['bodies'][string]>> = {
    bodies: new Map(),
    functions: new Map(),
    themes: new Map(),
  };
  const add = (kind: keyof NameBook, authority: string | null, code: unknown): void => {
    if (typeof code !== 'string' || found[kind].has(code)) return;
    const { name } = reading.names.named(kind, authority, code);
    if (name) found[kind].set(code, name);
  };
  const { gathered } = reading;
  const histories = [
    gathered.contribution,
    ...gathered.syntheses.values(),
    ...gathered.decisions.values(),
    ...gathered.commitments.values(),
  ];
  for (const { events } of histories) {
    const authority = (events[0]?.data['authority'] as string | undefined) ?? reading.organiser;
    for (const event of events) collect(event, (kind, code) => add(kind, authority, code));
  }
  const { bodies, functions, themes } = found;
  return {
    bodies: Object.fromEntries(bodies),
    functions: Object.fromEntries(functions),
    themes: Object.fromEntries(themes),
  };
}

function collect({ actor, data }: KeptEvent, add: (kind: keyof NameBook, code: unknown) => void): void {
  add('bodies', actor.body);
  for (const [field, kind] of Object.entries(CODES)) {
    const value = data[field];
    for (const code of Array.isArray(value) ? (value as unknown[]) : [value]) add(kind, code);
  }
}
