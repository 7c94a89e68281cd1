import type { Run } from '@fil/facts/deadlines/deadline';
import { deadlineMet } from '@fil/facts/events/deadline.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { DEADLINE_OUTPUT_LABELS } from '@fil/facts/codes/deadline';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { DeadlineStreamState } from '../deadline.state';
import { missingDeadline, type Which } from '../which-deadline';
import type { StateMetInput } from './state-met.command';

export function decideMet(
  state: DeadlineStreamState,
  run: Run | null,
  { trigger }: Which,
  command: StateMetInput,
  { today }: DecidingContext,
): Decided {
  if (!run) return missingDeadline();
  return (
    alreadyMet(state) ??
    saysItself(state, run) ??
    withoutEvidence(command) ??
    notYetHappened('deadline.toCome', command.occurredOn, today) ?? [
      eventFrom(deadlineMet, command, {
        rule: run.rule.rule,
        ruleVersion: run.rule.version,
        trigger: trigger as never,
        evidenceCount: command.evidence!.length,
      }),
    ]
  );
}

const alreadyMet = ({ course }: DeadlineStreamState): Refusal | null =>
  course.met || course.waived
    ? refuse(
        'deadline.ended',
        {
          fr: 'Ce délai est déjà tenu ou levé.',
          en: 'This deadline has been met or waived already.',
        },
        { kind: 'conflict' },
      )
    : null;

/** What an event of the record produces is recorded there, never claimed here. */
const saysItself = ({ opened }: DeadlineStreamState, { started, rule }: Run): Refusal | null =>
  opened === null && rule.output in started.outputs
    ? refuse(
        'deadline.saysItself',
        {
          fr: `Ce que demande ce délai (« ${DEADLINE_OUTPUT_LABELS[rule.output].fr} ») s’enregistre sur son objet : il sera alors tenu de lui-même.`,
          en: `What this deadline asks for ("${DEADLINE_OUTPUT_LABELS[rule.output].en}") is recorded on its object: it is then met by itself.`,
        },
        { kind: 'conflict' },
      )
    : null;

const withoutEvidence = ({ evidence = [] }: StateMetInput): Refusal | null =>
  evidence.length > 0
    ? null
    : refuse(
        'deadline.evidenceMissing',
        {
          fr: 'Joignez au moins un justificatif : l’adresse du document, ou sa référence.',
          en: 'Give at least one item of evidence: the address of the document, or its reference.',
        },
        { field: 'evidence' },
      );
