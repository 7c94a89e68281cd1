import type { contributionsAttached, synthesisOpened, synthesisOutcomeGiven } from '@fil/facts/events/synthesis.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import { eventsOf, type History } from '../reading/history';
import { happening } from '../reading/happening';
import { currentText, divergencesOf } from '../reading/synthesis-texts';
import type { ThreadReading } from './reading-of';
import type { ThreadSynthesis } from './thread.answer';

type MemberEvent = KnownData<typeof contributionsAttached> & { readonly memberCount?: number };

const counted = (history: History, type: string): number =>
  eventsOf(history, type).reduce((sum, { data }) => sum + ((data as MemberEvent).memberCount ?? 0), 0);

/** A synthesis this contribution is in. */
export function synthesisOf(reading: ThreadReading, id: string): ThreadSynthesis | null {
  const history = reading.gathered.syntheses.get(id);
  const opened = history?.events[0];
  if (!history || !opened) return null;
  const published = eventsOf(history, 'synthesis.published/2')[0];
  const themes = (opened.data as KnownData<typeof synthesisOpened>).themes ?? [];
  return {
    id,
    ...currentText(history),
    divergences: divergencesOf(history).flatMap(({ positions }) => positions),
    members:
      counted(history, 'synthesis.contributionsAttached/1') - counted(history, 'synthesis.contributionsDetached/1'),
    themes: themes.map((code) => reading.names.named('themes', reading.organiser, code)),
    opened: happening(opened),
    published: published ? happening(published) : null,
    outcome: outcomeOf(reading, id, history),
  };
}

function outcomeOf({ gathered }: ThreadReading, id: string, history: History): ThreadSynthesis['outcome'] {
  const given = eventsOf(history, 'synthesis.outcomeGiven/1').at(-1);
  const data = given?.data as KnownData<typeof synthesisOutcomeGiven> | undefined;
  if (!given || data?.outcome === undefined) return null;
  // Who joined since was given it on joining.
  const joinings = eventsOf(history, 'synthesis.contributionsAttached/1').filter(({ index }) => index > given.index);
  const broughtBy = new Set([given, ...joinings].map(({ id: event }) => event));
  return {
    given: happening(given),
    outcome: data.outcome,
    common: { synthesis: id, members: data.members ?? 0, progress: gathered.carried.get(id) ?? null },
    reachedThisOne: gathered.contribution.events.some(
      ({ type, cause }) => type === 'contribution.outcomeGiven/1' && cause !== null && broughtBy.has(cause),
    ),
  };
}
