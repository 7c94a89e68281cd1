/** The words of a thread, from the histories it was gathered from: pure. */
import { isCorrection } from '@fil/facts/events/about-entries';
import type { CORRECTION_EVENTS } from '@fil/facts/events/correction.events';
import type {
  contestAnswered,
  contributionAcknowledged,
  contributionRestated,
  contributionTranscribed,
  followedUp,
  restatementCorrected,
  restatementUpheld,
  textCorrected,
  themesAssigned,
} from '@fil/facts/events/words.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { NameBook, Named } from '../names/named';
import { naming } from '../names/naming';
import { eventsOf, type History } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import { readIn } from '../reading/shown-instead';
import { assistedOf, wordingsIn } from '../reading/wordings';
import type { GatheredThread } from './gather-thread';
import { wordsOf, type ThreadReading } from './reading-of';
import type { Words } from './thread.answer';
import type {
  ContestAnswer,
  EntryCorrection,
  TextVersion,
  ThreadAcknowledgement,
  ThreadFollowUp,
  ThreadObservations,
  ThreadRestatement,
  ThreadWords,
} from './words.answer';

type Naming = (kind: keyof NameBook, code: string | null | undefined) => Named | null;

export function threadWords(reading: ThreadReading): ThreadWords {
  const { contribution } = reading.gathered;
  const named = naming(reading.names, reading.organiser);
  return {
    versions: versionsOf(contribution, named),
    restatements: restatementsOf(contribution, named),
    wordings: historiesOf(reading.gathered).flatMap((history) => wordingsIn(history, named)),
    acknowledgements: acknowledgementsOf(contribution, named),
    themesAssigned: eventsOf(contribution, 'contribution.themesAssigned/1').map((event) => {
      const { from = [], to = [], by } = event.data as KnownData<typeof themesAssigned>;
      const themes = (codes: readonly string[]): Named[] =>
        codes.map((code) => reading.names.named('themes', reading.organiser, code));
      return { given: happening(event), from: themes(from), to: themes(to), by: named('functions', by) };
    }),
    followUps: followUpsOf(contribution),
    entryCorrections: entryCorrectionsOf(reading.gathered),
    observations: observationsOf(reading.gathered),
  };
}

/** A field as it stands: as the last version has it that gives it, redacted or not. */
export const standing = (versions: readonly TextVersion[], field: 'title' | 'text'): Words =>
  versions.findLast((version) => version[field] !== null)?.[field] ?? null;

function versionsOf({ events }: History, named: Naming): TextVersion[] {
  const answered = events.find(({ type }) => type === 'contribution.outcomeGiven/1');
  return events.flatMap((event): TextVersion | [] => {
    const common = { given: happening(event), transcribed: null, corrected: null, title: null, text: null };
    switch (event.type) {
      case 'contribution.recorded/2':
        return { ...common, version: 1, title: readIn(events, event, 'title'), text: readIn(events, event, 'text') };
      case 'contribution.transcribed/1': {
        const { way, language, illegible, by, assisted } = event.data as KnownData<typeof contributionTranscribed>;
        if (way === undefined || language === undefined) return [];
        return {
          ...common,
          version: versionAt(events, event),
          title: readIn(events, event, 'title'),
          text: readIn(events, event, 'text'),
          transcribed: {
            way,
            language,
            illegible: illegible ?? 0,
            by: named('functions', by),
            assisted: assistedOf(assisted, named),
          },
        };
      }
      case 'contribution.textCorrected/1': {
        const { field, version } = event.data as KnownData<typeof textCorrected>;
        if (field === undefined || version === undefined) return [];
        return {
          ...common,
          version,
          [field]: readIn(events, event, 'corrected'),
          corrected: {
            field,
            reason: wordsOf(event, 'reason'),
            afterAnswer: answered !== undefined && answered.index < event.index,
          },
        };
      }
      default:
        return [];
    }
  });
}

const MAKES_A_VERSION: ReadonlySet<string> = new Set(['contribution.transcribed/1', 'contribution.textCorrected/1']);

const versionAt = (events: readonly KeptEvent[], at: KeptEvent): number =>
  1 + events.filter(({ type, index }) => MAKES_A_VERSION.has(type) && index <= at.index).length;

function restatementsOf(history: History, named: Naming): ThreadRestatement[] {
  const restated = eventsOf(history, 'contribution.restated/1', 'contribution.restatementCorrected/1');
  const about = (type: string, id: string): KeptEvent | undefined =>
    eventsOf(history, type).find(({ data }) => data['restatement'] === id);
  return restated.map((event, n) => {
    const { version, by, assisted } = event.data as KnownData<typeof contributionRestated>;
    const { restatement } = event.data as KnownData<typeof restatementCorrected>;
    const disputed = about('contribution.restatementDisputed/1', event.id);
    const upheld = about('contribution.restatementUpheld/1', event.id);
    return {
      given: happening(event),
      version: version ?? 1,
      by: named('functions', by),
      assisted: assistedOf(assisted, named),
      text: readIn(history.events, event, 'text'),
      replaces: restatement ?? null,
      reason: wordsOf(event, 'reason'),
      stands: n === restated.length - 1,
      disputed: disputed ? { given: happening(disputed), text: readIn(history.events, disputed, 'text') } : null,
      upheld: upheld
        ? {
            given: happening(upheld),
            by: named('functions', (upheld.data as KnownData<typeof restatementUpheld>).by),
            reason: wordsOf(upheld, 'reason'),
          }
        : null,
    };
  });
}

const acknowledgementsOf = (history: History, named: Naming): ThreadAcknowledgement[] =>
  eventsOf(history, 'contribution.acknowledged/1').flatMap((event) => {
    const { rule, service, answerBy, channel } = event.data as KnownData<typeof contributionAcknowledged>;
    return rule === undefined || channel === undefined
      ? []
      : [{ given: happening(event), rule, service: named('bodies', service), answerBy: answerBy ?? null, channel }];
  });

const followUpsOf = (history: History): ThreadFollowUp[] =>
  eventsOf(history, 'contribution.followedUp/1').flatMap((event) => {
    const { commitment, declared, verdict } = event.data as KnownData<typeof followedUp>;
    return commitment === undefined || declared === undefined || verdict === undefined
      ? []
      : [{ given: happening(event), commitment, declared, verdict, text: readIn(history.events, event, 'text') }];
  });

/** The answer to a contest; null while there is none. */
export function contestAnswerOf(history: History, contest: string, named: Naming): ContestAnswer | null {
  const event = eventsOf(history, 'contribution.contestAnswered/1').find(({ data }) => data['contest'] === contest);
  const { verdict, by } = (event?.data ?? {}) as KnownData<typeof contestAnswered>;
  if (!event || verdict === undefined) return null;
  return { given: happening(event), verdict, by: named('functions', by), text: wordsOf(event, 'text') };
}

const historiesOf = ({ contribution, syntheses, decisions, commitments }: GatheredThread): History[] => [
  contribution,
  ...syntheses.values(),
  ...decisions.values(),
  ...commitments.values(),
];

/** Of the other objects: those of the contribution have a form of their own. */
const entryCorrectionsOf = ({ syntheses, decisions, commitments }: GatheredThread): EntryCorrection[] =>
  [...syntheses.values(), ...decisions.values(), ...commitments.values()].flatMap(({ events }) =>
    events
      .filter(({ type }) => isCorrection(type))
      .flatMap((event) => {
        const { event: wrong, field, from, to } = event.data as KnownData<(typeof CORRECTION_EVENTS)[number]>;
        const name = field?.slice(1);
        return wrong === undefined || field === undefined || name === undefined
          ? []
          : [
              {
                given: happening(event),
                object: event.stream,
                event: wrong,
                field,
                from: from?.[name] ?? null,
                to: to?.[name] ?? null,
                reason: wordsOf<Text>(event, 'reason'),
              },
            ];
      }),
  );

function observationsOf({ decisions, commitments }: GatheredThread): ThreadObservations[] {
  return [...decisions.values(), ...commitments.values()].flatMap(({ events }) => {
    const left = events.filter(({ type }) => type.includes('.observationLeft/'));
    if (left.length === 0) return [];
    const published = events.filter(({ type }) => type.includes('.observationPublished/'));
    return {
      object: left[0]!.stream,
      left: left.length,
      published: published.map((event) => ({
        given: happening(event),
        text: wordsOf<Text>(event, 'text'),
        shortened: event.data['shortened'] === true,
      })),
    };
  });
}
