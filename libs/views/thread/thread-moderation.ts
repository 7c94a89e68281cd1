/** The moderation of a contribution, from its history: pure. */
import { moderationGround, type ModerationGround } from '@fil/facts/codes/moderation';
import type {
  appealDecided,
  appealLodged,
  contributionDeclaredInadmissible,
  contributionNotPublished,
  contributionRedacted,
  disclosureAuthorised,
  guarantorOpinionGiven,
} from '@fil/facts/events/moderation.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { Named } from '../names/named';
import { eventsOf, type History } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import { passagesOf } from '../reading/shown-instead';
import type {
  ThreadAppeal,
  ThreadDisclosure,
  ThreadModeration,
  ThreadModerationDecision,
  ThreadRedaction,
} from './moderation.answer';
import { wordsOf } from './reading-of';

type NameFunction = (code: string | undefined) => Named | null;

export function moderationOf(history: History, named: NameFunction): ThreadModeration {
  const disclosed = eventsOf(history, 'contribution.disclosureAuthorised/1')[0];
  return {
    decisions: eventsOf(history, 'contribution.notPublished/1', 'contribution.declaredInadmissible/1').map((event) =>
      decisionOf(history, event, named),
    ),
    redactions: eventsOf(history, 'contribution.redacted/1').map((event) => redactionOf(event, named)),
    disclosure: disclosed ? disclosureOf(disclosed, named) : null,
  };
}

const sourceOf = (ground: ModerationGround | undefined): string | null =>
  ground === undefined ? null : moderationGround(ground).source;

function decisionOf(history: History, event: KeptEvent, named: NameFunction): ThreadModerationDecision {
  const { ground } = event.data as KnownData<typeof contributionNotPublished>;
  const { rulesVersion, article, decidedBy, authorTold, appealBy } = event.data as KnownData<
    typeof contributionDeclaredInadmissible
  >;
  const kind = event.type === 'contribution.notPublished/1' ? 'notPublished' : 'inadmissible';
  const appeal = appealOf(history, event.id, named);
  const published = eventsOf(history, 'contribution.admitted/1').some(({ index }) => index > event.index);
  return {
    given: happening(event),
    kind,
    ground: ground ?? null,
    source: sourceOf(ground),
    rulesVersion: rulesVersion ?? null,
    article: article ?? null,
    decidedBy: named(decidedBy),
    authorTold: authorTold ?? null,
    reason: wordsOf(event, kind === 'inadmissible' ? 'reason' : 'explanation'),
    appealBy: appealBy ?? null,
    appeal,
    stands: appeal?.decided?.result !== 'reversed' && !published,
  };
}

function appealOf(history: History, decision: string, named: NameFunction): ThreadAppeal | null {
  const lodged = eventsOf(history, 'contribution.appealLodged/1').find(
    ({ data }) => (data as KnownData<typeof appealLodged>).event === decision,
  );
  if (!lodged) return null;
  const given = eventsOf(history, 'contribution.guarantorOpinionGiven/1').find(
    ({ data }) => (data as KnownData<typeof guarantorOpinionGiven>).appeal === lodged.id,
  );
  const decided = eventsOf(history, 'contribution.appealDecided/1').find(
    ({ data }) => (data as KnownData<typeof appealDecided>).appeal === lodged.id,
  );
  const opinion = given ? opinionOf(given) : null;
  return {
    given: happening(lodged),
    text: wordsOf(lodged, 'text'),
    opinion,
    decided: decided ? appealDecisionOf(decided, opinion, named) : null,
  };
}

function opinionOf(event: KeptEvent): ThreadAppeal['opinion'] {
  const { guarantor, opinion } = event.data as KnownData<typeof guarantorOpinionGiven>;
  return {
    given: happening(event),
    guarantor: guarantor ?? null,
    opinion: opinion ?? null,
    text: wordsOf(event, 'text'),
  };
}

function appealDecisionOf(
  event: KeptEvent,
  opinion: ThreadAppeal['opinion'],
  named: NameFunction,
): NonNullable<ThreadAppeal['decided']> {
  const { result, decidedBy, authorTold } = event.data as KnownData<typeof appealDecided>;
  return {
    given: happening(event),
    result: result ?? null,
    decidedBy: named(decidedBy),
    authorTold: authorTold ?? null,
    reason: wordsOf(event, 'reason'),
    departs: opinion !== null && result !== undefined && opinion.opinion !== result,
  };
}

function redactionOf(event: KeptEvent, named: NameFunction): ThreadRedaction {
  const { ground, decidedBy, authorTold } = event.data as KnownData<typeof contributionRedacted>;
  return {
    given: happening(event),
    passages: passagesOf(event),
    ground: ground ?? null,
    source: sourceOf(ground),
    decidedBy: named(decidedBy),
    authorTold: authorTold ?? null,
    explanation: wordsOf(event, 'explanation'),
  };
}

function disclosureOf(event: KeptEvent, named: NameFunction): ThreadDisclosure {
  const { decidedBy, standing } = event.data as KnownData<typeof disclosureAuthorised>;
  return {
    given: happening(event),
    decidedBy: named(decidedBy),
    standing: standing ?? null,
    reason: wordsOf(event, 'reason'),
  };
}
