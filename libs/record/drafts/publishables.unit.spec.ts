/** Everything that may be prepared is released: its content fits, the rules take it, and the event says who decided. */
import { randomUUID } from 'node:crypto';
import { functionCreated } from '@fil/facts/events/authority.events';
import { committeeEstablished, findingRecorded } from '@fil/facts/events/committee.events';
import { commitmentMade } from '@fil/facts/events/commitment.events';
import { decisionRegistered } from '@fil/facts/events/decision.events';
import { contributionsAttached, synthesisOpened, synthesisPublished } from '@fil/facts/events/synthesis.events';
import { event } from '@fil/facts/kit/event-definition';
import { authority } from '../authority/authority.state';
import { commitment } from '../commitments/commitment.state';
import { committee } from '../committees/committee.state';
import { contribution } from '../contributions/contribution.state';
import { MemoryRegister } from '../contributions/specification/memory-register';
import { consultation } from '../consultations/consultation.state';
import { admitted, consultationEvents, recorded, TOWN } from '../contributions/specification/some-mandate';
import { declaredInadmissible, lodged } from '../contributions/specification/some-moderation';
import { decision } from '../decisions/decision.state';
import { someId } from '../deciding/specification/given-when-then';
import { closed, EVALUATION, opened, published } from '../evaluations/specification/some-evaluation';
import { evaluation } from '../evaluations/evaluation.state';
import { synthesis } from '../syntheses/synthesis.state';
import type { Draft } from './draft';
import type { DraftStore, KeptDraft } from './draft-store';
import { PUBLISHABLES, publishableOf } from './publishables';
import { releaseDraft } from './release-draft';

const text = { fr: 'Un texte.' };
const CONSULTATION = someId('consultation');
/** Answers given in the other one ask for a guarantor’s agreement. */
const NOT_YET_ANSWERED = someId('consultation', 2);
const DECISION = someId('decision');
const COMMITMENT = someId('commitment');
const SYNTHESIS = { open: someId('synthesis', 1), published: someId('synthesis', 2) };
const CONTRIBUTION = { answered: someId('contribution', 1), inadmissible: someId('contribution', 2) };
const COMMITTEE = someId('committee');

let town: MemoryRegister;
/** Ids of events that contents name. */
let finding: string;
let appeal: string;

beforeAll(async () => {
  town = await new MemoryRegister().withConsultation({}, []);
  await town.write(
    TOWN,
    authority,
    event(functionCreated, { data: { function: 'adjointe' }, words: { name: { fr: 'Adjointe' } } }),
  );
  await town.write(NOT_YET_ANSWERED, consultation, ...consultationEvents({}, []));
  await town.write(CONTRIBUTION.answered, contribution, recorded(), admitted);
  const refused = await town.write(CONTRIBUTION.inadmissible, contribution, recorded(), declaredInadmissible());
  const asked = await town.write(CONTRIBUTION.inadmissible, contribution, lodged(refused.events[1]!.id));
  appeal = asked.events[0]!.id;
  const grouping = [
    event(synthesisOpened, {
      data: { consultation: CONSULTATION, themes: [], divergenceCount: 0 },
      words: { title: text, text },
    }),
    event(contributionsAttached, {
      data: { members: [{ contribution: CONTRIBUTION.answered, point: 1 }] },
      words: {},
    }),
  ];
  await town.write(SYNTHESIS.open, synthesis, ...grouping);
  await town.write(SYNTHESIS.published, synthesis, ...grouping, event(synthesisPublished, { data: {}, words: {} }));
  await town.write(
    DECISION,
    decision,
    event(decisionRegistered, {
      data: { authority: TOWN, kind: 'councilDeliberation', body: 'conseil', consultations: [] },
      words: { title: text },
    }),
  );
  for (const n of [1, 2, 3]) {
    await town.write(
      someId('commitment', n),
      commitment,
      event(commitmentMade, {
        data: { authority: TOWN, decision: DECISION, answers: [], owner: 'voirie', themes: [], dueOn: '2026-06' },
        words: { title: text },
      }),
    );
  }
  const established = await town.write(
    COMMITTEE,
    committee,
    event(committeeEstablished, {
      data: { authority: TOWN, code: 'suivi', scope: [], replyDays: 30 },
      words: { title: text, mandate: text, neutralityRule: text },
    }),
    event(findingRecorded, {
      data: { target: COMMITMENT, kind: 'alert', replyDueOn: '2026-04-02' },
      words: { text },
    }),
  );
  finding = established.events[1]!.id;
  await town.write(EVALUATION, evaluation, opened({ authority: TOWN }), closed, published);
});

interface Prepared {
  readonly object?: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** One of each kind, as somebody would type it. */
const prepared = (): Readonly<Record<string, Prepared>> => ({
  'contribution.outcome': {
    object: CONTRIBUTION.answered,
    content: { outcome: 'considered', justification: text, decidedBy: 'maire' },
  },
  'contribution.appealDecision': {
    object: CONTRIBUTION.inadmissible,
    content: { appeal, result: 'reversed', decidedBy: 'adjointe', authorTold: 'letter' },
  },
  'synthesis.publication': { object: SYNTHESIS.open, content: { noneExpressed: true } },
  'synthesis.revision': { object: SYNTHESIS.published, content: { text, reason: text } },
  'synthesis.outcome': {
    object: SYNTHESIS.published,
    content: { outcome: 'considered', justification: text, decidedBy: 'maire' },
  },
  'consultation.mandateAmendment': {
    object: NOT_YET_ANSWERED,
    content: { openPointsAdded: [{ id: 'bancs' }], openPointTexts: [text], reason: text },
  },
  'consultation.document': {
    object: CONSULTATION,
    content: { kind: 'information', sha256: 'a'.repeat(64), title: text, address: 'https://vaubelle.example/plan.pdf' },
  },
  'decision.registration': {
    content: { authority: TOWN, kind: 'executiveOrder', decidedBy: 'maire', title: text },
  },
  'decision.reasons': { object: DECISION, content: { reasons: text } },
  'commitment.making': {
    content: { authority: TOWN, decision: DECISION, owner: 'voirie', dueOn: '2026-12', title: text },
  },
  'commitment.rescheduling': {
    object: COMMITMENT,
    content: { from: '2026-06', to: '2027-01', decidedBy: 'maire', reason: text },
  },
  'commitment.abandonment': {
    object: someId('commitment', 2),
    content: { reasons: ['budget'], reason: text, decidedBy: 'maire' },
  },
  'commitment.completion': { object: someId('commitment', 3), content: { evidence: ['Procès-verbal de réception'] } },
  'committee.reply': { object: COMMITTEE, content: { finding, decidedBy: 'maire', text } },
  'evaluation.managementResponse': { object: EVALUATION, content: { decidedBy: 'maire', text } },
});
/** Published from a size and a hash that were drawn: released with the reports that are. */
const ELSEWHERE = ['report.publication'];

/** A table of one row. */
class OneDraft implements Pick<DraftStore, 'find' | 'change'> {
  constructor(private kept: KeptDraft) {}
  find(): Promise<KeptDraft> {
    return Promise.resolve(this.kept);
  }
  change(draft: Draft, seen: number): Promise<KeptDraft | null> {
    if (seen !== this.kept.revision) return Promise.resolve(null);
    this.kept = { ...this.kept, draft, revision: seen + 1 };
    return Promise.resolve(this.kept);
  }
}

const scheduledOf = (kind: string, { object, content }: Prepared): Draft => ({
  id: randomUUID(),
  kind,
  authority: TOWN,
  object: object ?? null,
  content,
  version: 1,
  preparedBy: 'voirie',
  preparer: 'token:1',
  visasRequired: ['adjointe'],
  visas: [{ function: 'adjointe', account: 'token:2', version: 1, at: '2026-03-03T09:00:00Z' }],
  state: 'scheduled',
  release: {
    decidedBy: 'maire',
    delegation: 'ARR-2026-12',
    account: 'token:3',
    actor: { role: 'official', body: 'mairie' },
    at: '2026-03-03T09:00:00Z',
  },
  releases: 1,
  refusal: null,
  recorded: null,
});

it('every kind that may be prepared is tried here', () => {
  expect([...Object.keys(prepared()), ...ELSEWHERE].sort()).toEqual(PUBLISHABLES.map(({ kind }) => kind).sort());
});

it.each(PUBLISHABLES.map(({ kind }) => kind).filter((kind) => !ELSEWHERE.includes(kind)))(
  '%s is released as it was prepared; its event says who prepared, gave a visa and decided',
  async (kind) => {
    const draft = scheduledOf(kind, prepared()[kind]!);
    expect(draft.object?.split('-')[0]).toBe(publishableOf(kind)!.aggregate ?? undefined);
    const drafts = new OneDraft({ draft, revision: 1, changedAt: '2026-03-03T09:00:00Z' });
    const ended = await releaseDraft(drafts as unknown as DraftStore, town.decisions, { id: draft.id, release: 1 });
    expect(ended?.draft).toMatchObject({ state: 'released', content: null, refusal: null });
    const { stream, events } = ended!.draft.recorded!;
    const told = (await town.decisions.load(stream)).find(({ id }) => id === events[0])!;
    expect(told).toMatchObject({
      actor: { role: 'official', body: 'mairie' },
      data: {
        release: { preparedBy: 'voirie', visaBy: ['adjointe'], decidedBy: 'maire', delegation: 'ARR-2026-12' },
      },
    });
  },
);
