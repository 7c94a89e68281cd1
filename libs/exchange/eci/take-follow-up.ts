import type { Stage } from '@fil/facts/codes/progress';
import { compareStages } from '@fil/facts/codes/progress';
import type { Refusal } from '@fil/facts/kit/refusal';
import { authority } from '@fil/record/authority/authority.state';
import { commitment, type CommitmentState } from '@fil/record/commitments/commitment.state';
import { decideAbandonment } from '@fil/record/commitments/abandon-commitment/abandon-commitment.decide';
import { decideCompletion } from '@fil/record/commitments/declare-done/declare-done.decide';
import { decideMaking } from '@fil/record/commitments/make-commitment/make-commitment.decide';
import { decideStageReached } from '@fil/record/commitments/reach-stage/reach-stage.decide';
import { decideProgressReport } from '@fil/record/commitments/report-progress/report-progress.decide';
import type { Decided, DecidingContext } from '@fil/record/deciding/decider';
import type { By, DecisionTaker } from '@fil/record/deciding/take-decision';
import { decision } from '@fil/record/decisions/decision.state';
import type { ImportTally } from '../import-tally';
import { inSequence } from '../in-sequence';
import { byImport, EciIds, keyOf, reference, takenOver } from './eci-ids';
import { between, type AnswerRow, type EciAction, type FollowUp, type InitiativeRow } from './eci-rows';
import type { StateOfDay } from './take-initiative';

type Making = Parameters<typeof decideMaking>[1];

/**
 * What follows from an answer: one commitment for the whole, with the dated follow-up as its reports; in it one for each
 * deadline promised, and one for each law with the stage the source says it has reached.
 *
 * @param on day of the answer
 * @returns why the register refused, or null
 */
export async function takeFollowUp(
  taker: DecisionTaker,
  answer: AnswerRow,
  { title, number }: InitiativeRow,
  on: string,
  day: StateOfDay,
  tally: ImportTally,
): Promise<Refusal | null> {
  const ids = new EciIds(taker.instanceKey);
  const whole = ids.followUp(number);
  const making = (more: Partial<Making> & Pick<Making, 'title' | 'source'>): Making => ({
    authority: ids.authority(),
    decision: ids.answer(number),
    answers: [ids.initiative(number)],
    themes: [],
    sourceAddress: answer.address ?? undefined,
    occurredOn: on,
    takenOver: takenOver({ notStated: ['owner', 'means'] }),
    ...more,
  });
  const road = new FollowUpRoad(taker, tally, number, day);
  let refused = await road.make(
    whole,
    'followUp',
    making({ title: { en: `Follow-up to “${title}”` }, source: reference('follow-up', number) }),
  );
  for (const { on: dueOn, text } of answer.promised) {
    refused ??= await road.make(
      ids.deadline(number, dueOn),
      `deadline ${dueOn}`,
      making({ title: { en: text }, dueOn, parent: whole, source: reference('deadline', `${number}/${dueOn}`) }),
    );
  }
  for (const law of answer.laws) {
    const key = keyOf(law.description);
    const stream = ids.action(number, key);
    refused ??=
      (await road.make(
        stream,
        `law ${key}`,
        making({
          title: { en: `${law.type}: ${law.description}` },
          parent: whole,
          source: reference('law', `${number}/${key}`),
        }),
      )) ?? (await road.advance(stream, key, law, on));
  }
  for (const note of notesOf(answer)) refused ??= await road.report(whole, note, on);
  return refused;
}

/** The follow-up, what it announces, and the actions that it does not tell already: each text once. */
export function notesOf({ followUps, policies, laws, announced }: AnswerRow): FollowUp[] {
  const notes = new Map<string, FollowUp>();
  for (const note of [
    ...followUps,
    ...announced.map(({ on, text }) => ({ text, dates: [on] })),
    ...[...policies, ...laws].map(({ description, on }) => ({ text: description, dates: on === null ? [] : [on] })),
  ]) {
    const key = keyOf(note.text);
    if (note.text !== '' && !notes.has(key)) notes.set(key, note);
  }
  return [...notes.values()];
}

/** The last day a text names that was not to come when it was read; the source itself dates no text. */
const datedOn = ({ dates }: FollowUp, takenOn: string): string | null =>
  [...dates]
    .filter((date) => date <= takenOn)
    .sort()
    .at(-1) ?? null;

interface Standing {
  readonly stage: Exclude<Stage, 'notStarted'> | null;
  readonly done: boolean;
  readonly abandoned: boolean;
}

/** Where the source's word puts a law. A word we do not know moves nothing. */
const STANDINGS: Readonly<Record<string, Standing>> = {
  planned: { stage: null, done: false, abandoned: false },
  proposed: { stage: 'procedures', done: false, abandoned: false },
  adopted: { stage: 'works', done: false, abandoned: false },
  in_vacatio_legis: { stage: 'delivery', done: false, abandoned: false },
  law_active: { stage: 'finished', done: true, abandoned: false },
  withdrawn: { stage: null, done: false, abandoned: true },
};

export const wordOf = (status: string): string => status.replaceAll('_', ' ');

class FollowUpRoad {
  private readonly ids: EciIds;

  constructor(
    private readonly taker: DecisionTaker,
    private readonly tally: ImportTally,
    private readonly number: string,
    private readonly day: StateOfDay,
  ) {
    this.ids = new EciIds(taker.instanceKey);
  }

  async make(stream: string, key: string, making: Making): Promise<Refusal | null> {
    const parent = making.parent && { parent: { stream: making.parent, decider: commitment } };
    return this.tally.count(
      await this.taker.take({
        stream,
        decider: commitment,
        reads: {
          authority: { stream: making.authority, decider: authority },
          decision: { stream: making.decision!, decider: decision },
          ...parent,
        },
        by: byImport(this.day.takenOn, 'commitment', this.number, key),
        decide: (state, seen, context) => (state.exists ? [] : decideMaking(state, making, seen as never, context)),
      }),
    );
  }

  /** From the stage the register knows to the one the source says, when that is further. */
  advance(stream: string, key: string, law: EciAction, answeredOn: string): Promise<Refusal | null> {
    const { day } = this;
    const standing = law.status === null ? undefined : STANDINGS[law.status];
    if (!standing) return Promise.resolve(null);
    const word = wordOf(law.status!);
    const dated = law.on !== null && law.on <= day.takenOn;
    const on = dated ? law.on : between(day.before ?? answeredOn, day.takenOn);
    const notStated = dated ? [] : (['date'] as const);
    const mark = takenOver({ word, notStated });
    return this.take(stream, byImport(day.takenOn, 'commitment', this.number, 'law', key), (state, context) => {
      if (!state.exists || state.progress === 'done' || state.progress === 'abandoned') return [];
      const steps: ((now: CommitmentState) => Decided)[] = [];
      const { stage } = standing;
      if (stage !== null && (state.stage === null || compareStages(state.stage, stage) < 0)) {
        steps.push((now) => decideStageReached(now, { stage, word, occurredOn: on, takenOver: mark }, context));
      }
      if (standing.done) {
        const evidence = [...law.addresses];
        const without = evidence.length > 0 ? notStated : [...notStated, 'evidence' as const];
        steps.push((now) =>
          decideCompletion(
            now,
            {
              word,
              occurredOn: on,
              ...(evidence.length > 0 && { evidence }),
              takenOver: takenOver({ word, notStated: without }),
            },
            context,
          ),
        );
      }
      if (standing.abandoned) {
        const without = takenOver({ word, notStated: [...notStated, 'reason', 'decidedBy'] });
        steps.push((now) =>
          decideAbandonment(now, { reasons: [], word, occurredOn: on, takenOver: without }, {} as never, context),
        );
      }
      return inSequence(commitment, state, context.at, steps);
    });
  }

  report(stream: string, note: FollowUp, answeredOn: string): Promise<Refusal | null> {
    const { day } = this;
    const dated = datedOn(note, day.takenOn);
    const key = keyOf(note.text);
    return this.take(stream, byImport('commitment', this.number, 'note', key), (state, context) =>
      decideProgressReport(
        state,
        {
          note: { en: note.text },
          occurredOn: dated ?? between(day.before ?? answeredOn, day.takenOn),
          takenOver: takenOver({ notStated: dated === null ? ['date'] : [] }),
        },
        context,
      ),
    );
  }

  private async take(
    stream: string,
    by: By,
    decide: (state: CommitmentState, context: DecidingContext) => Decided,
  ): Promise<Refusal | null> {
    const outcome = await this.taker.take({
      stream,
      decider: commitment,
      reads: { authority: { stream: this.ids.authority(), decider: authority } },
      by,
      decide: (state, _, context) => decide(state, context),
    });
    const refused = this.tally.count(outcome);
    // Recorded from an earlier state, which dated or worded it otherwise: what was taken over then stands.
    return refused?.rule === 'key.reused' ? null : refused;
  }
}
