/** Findings of committees, minutes of encounters, requests for erasure, and what is followed on request. */
import type { DeadlineTrigger } from '../codes/deadline';
import type { committeeEstablished, findingClosed, findingRecorded, replyGiven } from '../events/committee.events';
import type { deadlineOpened } from '../events/deadline.events';
import type { encounterPlanned } from '../events/encounter.events';
import type { erasureRequested } from '../events/erasure.events';
import type { KnownData } from '../figures/fact-event';
import { namedVersion } from '../kit/event-definition';
import type { Promised } from './count-due';
import { ended, liftedBy, startedBy, type Started, type TriggerFold } from './started';

/** JSON-serialisable. */
export interface CommitteeTriggers {
  readonly authority: string | null;
  readonly runs: readonly Started[];
}

const changing = (
  { runs, ...rest }: CommitteeTriggers,
  finding: string | undefined,
  change: (run: Started) => Started,
): CommitteeTriggers => ({
  ...rest,
  runs: runs.map((run) => (run.trigger.event === finding ? change(run) : run)),
});

export const committeeTriggers: TriggerFold<CommitteeTriggers> = {
  evolve(state, event) {
    switch (namedVersion(event.type).name) {
      case 'committee.established': {
        const { authority } = event.data as KnownData<typeof committeeEstablished>;
        return { authority: authority ?? null, runs: [] };
      }
      case 'committee.findingRecorded': {
        const { target, replyDueOn } = event.data as KnownData<typeof findingRecorded>;
        if (!state || replyDueOn === undefined) return state;
        const run = startedBy(event, {
          startedBy: 'findingRecorded',
          outputs: { reasonedReply: null },
          authority: state.authority,
          about: target ?? event.stream,
          promised: [{ by: replyDueOn }],
        });
        return { ...state, runs: [...state.runs, run] };
      }
      case 'committee.replyGiven': {
        const { finding } = event.data as KnownData<typeof replyGiven>;
        return state && changing(state, finding, (run) => ended(run, 'reasonedReply', event));
      }
      case 'committee.findingClosed': {
        const { finding } = event.data as KnownData<typeof findingClosed>;
        return state && changing(state, finding, (run) => liftedBy(run, event));
      }
      default:
        return state;
    }
  },
  started: ({ runs }) => runs,
};

/** JSON-serialisable. */
export interface EncounterTriggers {
  readonly consultation: string | null;
  /** For its minutes. */
  readonly promised: readonly Promised[];
  readonly held: Started | null;
}

export const encounterTriggers: TriggerFold<EncounterTriggers> = {
  evolve(state, event) {
    switch (namedVersion(event.type).name) {
      case 'encounter.planned': {
        const { consultation, minutesPromise } = event.data as KnownData<typeof encounterPlanned>;
        return { consultation: consultation ?? null, promised: minutesPromise ? [minutesPromise] : [], held: null };
      }
      case 'encounter.held': {
        if (!state) return null;
        const { consultation, promised } = state;
        const held = startedBy(event, {
          startedBy: 'encounterHeld',
          outputs: { minutes: null },
          consultation,
          promised,
        });
        return { ...state, held: state.held ?? held };
      }
      case 'encounter.minutesPublished':
        return state && { ...state, held: state.held && ended(state.held, 'minutes', event) };
      default:
        return state;
    }
  },
  started: ({ held }) => (held ? [held] : []),
};

/** A person who asks for an erasure is owed an answer, whichever it is (GDPR art. 12(3)). */
export const erasureTriggers: TriggerFold<Started> = {
  evolve(run, event) {
    switch (namedVersion(event.type).name) {
      case 'erasure.requested': {
        const { target, consultation } = event.data as KnownData<typeof erasureRequested>;
        return startedBy(event, {
          startedBy: 'dataSubjectRequestReceived',
          outputs: { answer: null },
          about: target ?? event.stream,
          consultation: consultation ?? null,
        });
      }
      case 'erasure.ordered':
      case 'erasure.refused':
        return run && ended(run, 'answer', event);
      default:
        return run;
    }
  },
  started: (run) => [run],
};

/** JSON-serialisable. */
export interface OpenedDeadline {
  readonly run: Started;
  readonly opened: KnownData<typeof deadlineOpened>;
}

/** What a person asked to be followed: the trigger is the event that says so, on the day it names. */
export const openedTriggers: TriggerFold<OpenedDeadline> = {
  evolve(state, event) {
    switch (namedVersion(event.type).name) {
      case 'deadline.opened': {
        const opened = event.data as KnownData<typeof deadlineOpened>;
        const run = startedBy(event, {
          startedBy: opened.startedBy as DeadlineTrigger,
          outputs: { [opened.output!]: null },
          authority: opened.authority ?? null,
          about: opened.about ?? null,
          consultation: opened.about?.startsWith('consultation-') ? opened.about : null,
          owner: opened.owner ?? null,
          promised: opened.by === undefined ? [] : [{ by: opened.by }],
        });
        return { run: { ...run, takenOver: false, trigger: { ...run.trigger, on: opened.startedOn! } }, opened };
      }
      case 'deadline.met':
        return state && { ...state, run: ended(state.run, state.opened.output!, event) };
      default:
        return state;
    }
  },
  started: ({ run }) => [run],
};
