import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { OpenedConsultation } from '../consultation.state';
import type { AmendMandateInput } from './amend-mandate.command';

/** What is added is new; what is removed is there, and no answer rests on it. */
export function codesAtFault(state: OpenedConsultation, command: AmendMandateInput): Refusal | null {
  const ids = (added: readonly { readonly id: string }[] = []): string[] => added.map(({ id }) => id);
  return (
    alreadyUsed(state.everOpenPoints, ids(command.openPointsAdded), 'openPointsAdded') ??
    alreadyUsed(state.everConstraints, ids(command.constraintsAdded), 'constraintsAdded') ??
    notThere(state.openPoints, command.openPointsRemoved, 'openPointsRemoved') ??
    notThere(state.constraints, command.constraintsRemoved, 'constraintsRemoved') ??
    answered(state.invoked.openPoints, command.openPointsRemoved, 'openPointsRemoved') ??
    answered(state.invoked.constraints, command.constraintsRemoved, 'constraintsRemoved')
  );
}

function alreadyUsed(ever: ReadonlySet<string>, codes: readonly string[], field: string): Refusal | null {
  const used = codes.find((code) => ever.has(code));
  return used === undefined
    ? null
    : refuse(
        'consultation.codeReused',
        {
          fr: `Le code « ${used} » a déjà servi dans ce mandat : donnez au nouveau point un code qui n’a jamais servi.`,
          en: `The code "${used}" was used in this mandate before: give the new point a code that never was.`,
        },
        { field },
      );
}

function notThere(present: ReadonlySet<string>, codes: readonly string[] = [], field: string): Refusal | null {
  const absent = codes.find((code) => !present.has(code));
  return absent === undefined
    ? null
    : refuse(
        'consultation.notInMandate',
        {
          fr: `« ${absent} » ne figure pas au mandat. Le mandat comporte : ${[...present].join(', ') || 'aucun point de cette nature'}.`,
          en: `"${absent}" is not in the mandate, which has: ${[...present].join(', ') || 'none'}.`,
        },
        { field },
      );
}

/** Never for what has been answered (02 §2.2). */
function answered(invoked: ReadonlySet<string>, codes: readonly string[] = [], field: string): Refusal | null {
  const used = codes.find((code) => invoked.has(code));
  return used === undefined
    ? null
    : refuse(
        'consultation.alreadyAnswered',
        {
          fr: `Une réponse déjà donnée s’appuie sur « ${used} » : ce point ne peut plus être retiré du mandat.`,
          en: `An answer that was given rests on "${used}": it can no longer be taken out of the mandate.`,
        },
        { kind: 'conflict', field },
      );
}
