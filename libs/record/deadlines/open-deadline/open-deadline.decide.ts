import { calendarAt, rulesInForce, type AuthorityRules, type Moment } from '@fil/facts/deadlines/authority-rules';
import { countDue } from '@fil/facts/deadlines/count-due';
import type { DeadlineRule } from '@fil/facts/deadlines/rule';
import { knownRule } from '@fil/facts/deadlines/start-set';
import { deadlineOpened } from '@fil/facts/events/deadline.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownAuthority, unknownBodyOrFunction } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { DeadlineStreamState } from '../deadline.state';
import type { OpenDeadlineInput } from './open-deadline.command';

export interface SeenByOpening extends Record<string, unknown> {
  readonly authority: AuthorityState;
  readonly rules: AuthorityRules | null;
  /** Whether there is the object it is about. */
  readonly aboutExists: boolean;
}

/** Recorded after everything that is in the log. */
const NOW = Number.MAX_SAFE_INTEGER;

export function decideOpening(
  state: DeadlineStreamState,
  command: OpenDeadlineInput,
  { authority, rules, aboutExists }: SeenByOpening,
  { today }: DecidingContext,
): Decided {
  const refused =
    alreadyFollowed(state) ??
    unknownAuthority(authority, 'authority') ??
    unknownBodyOrFunction(authority, command.owner, 'owner') ??
    unknownObject(command, aboutExists) ??
    notYetHappened('deadline.toCome', command.startedOn, today, 'startedOn');
  if (refused) return refused;
  const moment = { on: command.startedOn, index: NOW };
  const rule = ruleAt(rules, command.rule, moment);
  if (!rule) return unknownRule(command.rule);
  const wrong = wrongPromise(rule, command.by);
  if (wrong) return wrong;
  const promised = command.by === undefined ? [] : [{ by: command.by }];
  const { dueOn, arithmetic } = countDue(rule, command.startedOn, calendarAt(rules, moment), promised);
  return [
    eventFrom(deadlineOpened, command, {
      ruleVersion: rule.version,
      startedBy: rule.trigger,
      output: rule.output,
      owes: rule.owes,
      basisKind: rule.basisKind,
      dueOn,
      arithmetic: [...arithmetic],
    }),
  ];
}

/** One the authority adopted, else one of the start set: whoever asks for it has read it. */
function ruleAt(rules: AuthorityRules | null, code: string, moment: Moment): DeadlineRule | null {
  const inForce = rulesInForce(rules, moment).find(({ rule }) => rule === code);
  if (inForce) return inForce;
  const known = knownRule(code);
  if (!known || rules?.ended.some(({ rule, validTo }) => rule === code && validTo < moment.on)) return null;
  const { rule, trigger, output, owes, amount = null, unit, basisKind, lastChecked = null } = known;
  const whole = { rule, version: 1, trigger, output, owes, amount, unit, body: null, basisKind };
  return { ...whole, validFrom: null, validTo: null, lastChecked };
}

const alreadyFollowed = ({ exists }: DeadlineStreamState): Refusal | null =>
  exists
    ? refuse(
        'deadline.alreadyFollowed',
        {
          fr: 'Ce délai est déjà suivi : même règle, même objet, même jour. Indiquez une référence si c’est une autre demande.',
          en: 'This deadline is followed already: same rule, same object, same day. Give a reference if it is another request.',
        },
        { kind: 'conflict' },
      )
    : null;

const unknownObject = ({ about }: OpenDeadlineInput, exists: boolean): Refusal | null =>
  about === undefined || exists
    ? null
    : refuse(
        'deadline.unknownObject',
        { fr: 'L’objet de ce délai n’existe pas.', en: 'What this deadline is about does not exist.' },
        { field: 'about' },
      );

const unknownRule = (code: string): Refusal =>
  refuse(
    'deadline.unknownRule',
    {
      fr: `Aucune règle « ${code} » n’est en vigueur ce jour-là : adoptez-la d’abord.`,
      en: `No rule "${code}" is in force on that day: adopt it first.`,
    },
    { field: 'rule' },
  );

function wrongPromise({ unit }: DeadlineRule, by: string | undefined): Refusal | null {
  if ((unit === 'promised') === (by !== undefined)) return null;
  return by === undefined
    ? refuse(
        'deadline.promiseMissing',
        {
          fr: 'Cette règle ne dit que ce qui a été promis : indiquez la date promise (« by »).',
          en: 'This rule says nothing but what was promised: give the date that was promised ("by").',
        },
        { field: 'by' },
      )
    : refuse(
        'deadline.promiseUnused',
        {
          fr: 'Cette règle compte elle-même le délai : retirez la date promise (« by »).',
          en: 'This rule counts the time itself: leave out the date promised ("by").',
        },
        { field: 'by' },
      );
}
