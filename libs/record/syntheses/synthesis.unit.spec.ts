import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import {
  contributionsAttached,
  synthesisOpened,
  synthesisOutcomeGiven,
  synthesisPublished,
} from '@fil/facts/events/synthesis.events';
import { disclosureAuthorised } from '@fil/facts/events/moderation.events';
import { contribution, type ContributionState } from '../contributions/contribution.state';
import type { AnswerInput } from '../contributions/answer-input';
import {
  admitted,
  assistedMandate,
  CONSULTATION,
  considered,
  CONTEXT,
  mandate,
  recorded,
} from '../contributions/specification/some-mandate';
import { consultation } from '../consultations/consultation.state';
import type { Decided } from '../deciding/decider';
import {
  expectEvents,
  expectRefusal,
  givenEventId,
  someId,
  stateAfter,
} from '../deciding/specification/given-when-then';
import { attachContributionsInput } from './attach-contributions/attach-contributions.command';
import { decideAttachment } from './attach-contributions/attach-contributions.decide';
import { decideDetachment } from './detach-contributions/detach-contributions.decide';
import { decideCommonOutcome } from './give-outcome/give-synthesis-outcome.decide';
import { openSynthesisInput } from './open-synthesis/open-synthesis.command';
import { decideOpening } from './open-synthesis/open-synthesis.decide';
import { decidePublication } from './publish-synthesis/publish-synthesis.decide';
import type { RecordDivergenceInput } from './record-divergence/record-divergence.command';
import { decideDivergence } from './record-divergence/record-divergence.decide';
import { reviseSynthesisInput } from './revise-synthesis/revise-synthesis.command';
import { decideRevision } from './revise-synthesis/revise-synthesis.decide';
import { synthesis, type Member } from './synthesis.state';

const opened = event(synthesisOpened, {
  data: { consultation: CONSULTATION, themes: [], divergenceCount: 0 },
  words: { title: { fr: 'De l’ombre' } },
});
const published = event(synthesisPublished, { data: {}, words: {} });
const member = (n: number, point = 1): Member => ({ contribution: someId('contribution', n), point });
type Members = { contribution: `contribution-${string}`; point: number }[];
const attached = (...members: Member[]): NewEvent =>
  event(contributionsAttached, { data: { members: members as Members }, words: {} });
const given = (...events: NewEvent[]) => stateAfter(synthesis, ...events);

describe('opening a synthesis', () => {
  const command = {
    consultation: CONSULTATION,
    themes: [],
    title: { fr: 'De l’ombre' },
    divergences: [{ fr: 'Une voix contre.' }],
  };

  it('counts the divergences known already; none need be', () => {
    expect(expectEvents(decideOpening(synthesis.initial, command, mandate(), CONTEXT))[0]).toMatchObject({
      data: { divergenceCount: 1 },
    });
    const { divergences: _, ...none } = command;
    expect(openSynthesisInput.parse(none).divergences).toEqual([]);
  });

  it('keeps with what it was assisted: tool, version, instruction, inputs, who validated it', () => {
    const assisted = {
      tool: 'groupeur',
      version: '1.2',
      instruction: '5f'.repeat(32),
      inputs: ['a1'.repeat(32)],
      validatedBy: 'agent',
    };
    const input = openSynthesisInput.parse({ ...command, assisted });
    expect(expectEvents(decideOpening(synthesis.initial, input, assistedMandate(), CONTEXT))[0]!.data.assisted).toEqual(
      assisted,
    );
    expect(expectRefusal(decideOpening(synthesis.initial, input, mandate(), CONTEXT))).toBe('assistance.off');
    const attach = attachContributionsInput.parse({ members: [member(1)], assisted });
    const found = new Map([[member(1).contribution, stateAfter(contribution, recorded())]]);
    expect(expectEvents(decideAttachment(given(opened), attach, found, CONTEXT))[0]!.data.assisted).toEqual(assisted);
  });

  it('belongs to a consultation that exists, under themes of the authority', () => {
    const nowhere = { ...mandate(), consultation: consultation.initial };
    expect(expectRefusal(decideOpening(synthesis.initial, command, nowhere, CONTEXT))).toBe('consultation.unknown');
    expect(
      expectRefusal(decideOpening(synthesis.initial, { ...command, themes: ['espace'] }, mandate(), CONTEXT)),
    ).toBe('authority.unknownTheme');
    expect(expectRefusal(decideOpening(given(opened), command, mandate(), CONTEXT))).toBe('synthesis.exists');
  });
});

const known = (...events: NewEvent[]): ContributionState => stateAfter(contribution, ...events);

describe('attaching contributions', () => {
  const attach = (members: Member[], state = given(opened), found?: Record<string, ContributionState>): Decided => {
    const all = new Map(members.map((one) => [one.contribution, known(recorded())]));
    for (const [id, one] of Object.entries(found ?? {})) all.set(id, one);
    return decideAttachment(state, { members: members as Members }, all, CONTEXT);
  };

  it('makes several events of more than 500', () => {
    const members = Array.from({ length: 1201 }, (_, n) => member(n));
    const events = expectEvents(attach(members));
    expect(events.map(({ data }) => (data as { members: Member[] }).members.length)).toEqual([500, 500, 201]);
    expect(given(opened, ...events)).toMatchObject({ exists: true, members: { size: 1201 } });
  });

  it('refuses to add twice, and says which', () => {
    const state = given(opened, attached(member(1)));
    const refusal = attach([member(1), member(2)], state);
    expect(expectRefusal(refusal)).toBe('synthesis.alreadyMember');
    expect(refusal).toMatchObject({ message: { fr: expect.stringContaining(member(1).contribution) } });
    expect(expectRefusal(attach([member(1), member(1)]))).toBe('synthesis.namedTwice');
    expectEvents(attach([member(1)], given(opened, attached(member(2)))));
  });

  it('refuses what does not exist, is of another consultation, has no such point, or no longer takes part', () => {
    const id = member(1).contribution;
    const refused = (state: ContributionState, point = 1) =>
      expectRefusal(attach([member(1, point)], undefined, { [id]: state }));
    expect(refused(contribution.initial)).toBe('synthesis.cannotJoin');
    expect(refused(known(recorded({ consultation: someId('consultation', 2) })))).toBe('synthesis.cannotJoin');
    expect(refused(known(recorded()), 2)).toBe('synthesis.cannotJoin');
    expect(refused({ ...known(recorded()), voided: true } as ContributionState)).toBe('synthesis.cannotJoin');
    expect(refused({ ...known(recorded()), withdrawn: true } as ContributionState)).toBe('synthesis.cannotJoin');
    expect(expectRefusal(attach([member(1)], synthesis.initial))).toBe('synthesis.unknown');
  });

  it('nothing is public before an authorisation: what has limited access is in no synthesis, nor holds a position', () => {
    const id = member(1).contribution;
    const restricted = known(recorded({ sensitivity: 'restricted' }));
    expect(expectRefusal(attach([member(1)], undefined, { [id]: restricted }))).toBe('synthesis.cannotJoin');
    const holders = [{ contribution: member(1).contribution as Members[number]['contribution'], position: 1 }];
    const dissenting = { kind: 'dissentingView' as const, positions: [{ fr: 'Ne rien changer.' }], holders };
    expect(expectRefusal(decideDivergence(given(opened), dissenting, CONTEXT))).toBe('divergence.wrongHolder');
    const disclosed = event(disclosureAuthorised, {
      data: { points: 1, kind: 'proposal', channel: 'counter', themes: [] },
      words: {},
    });
    expectEvents(attach([member(1)], undefined, { [id]: known(recorded({ sensitivity: 'restricted' }), disclosed) }));
  });

  it('takes the whole for point 1', () => {
    expect(attachContributionsInput.parse({ members: [{ contribution: member(1).contribution }] }).members).toEqual([
      member(1),
    ]);
  });
});

describe('detaching contributions', () => {
  it('names members, and why', () => {
    const detach = (...members: Member[]): Decided =>
      decideDetachment(
        given(opened, attached(member(1), member(2))),
        { members: members as Members, reason: { fr: 'Autre sujet.' } },
        CONTEXT,
      );
    const [detached] = expectEvents(detach(member(1)));
    expect(given(opened, attached(member(1), member(2)), detached!)).toMatchObject({
      members: new Map([[`${member(2).contribution}#1`, member(2)]]),
    });
    expect(expectRefusal(detach(member(3)))).toBe('synthesis.notAMember');
    expect(expectRefusal(detach(member(1), member(1)))).toBe('synthesis.notAMember');
  });
});

describe('recording a divergence', () => {
  const one = { kind: 'divergence' as const, positions: [{ fr: 'Piétonne.' }, { fr: 'Ouverte le matin.' }] };
  const dissenting = { kind: 'dissentingView' as const, positions: [{ fr: 'Ne rien changer.' }] };
  const state = given(opened, attached(member(1), member(2)));
  const record = (command: RecordDivergenceInput, on = state): Decided => decideDivergence(on, command, CONTEXT);

  it('tells a divergence from a dissenting view: several positions, or one', () => {
    expect(expectEvents(record(one))[0]!.data).toMatchObject({ divergence: 1, kind: 'divergence', positionCount: 2 });
    expectEvents(record(dissenting));
    expect(expectRefusal(record({ ...one, positions: one.positions.slice(1) }))).toBe('divergence.onePosition');
    expect(expectRefusal(record({ ...dissenting, positions: one.positions }))).toBe('divergence.severalPositions');
  });

  it('is numbered after those recorded on opening, before the publication and after', () => {
    const first = event(synthesisOpened, {
      data: { consultation: CONSULTATION, themes: [], divergenceCount: 2 },
      words: { title: { fr: 'De l’ombre' } },
    });
    const [third] = expectEvents(record(one, given(first, attached(member(1)), published)));
    expect(third!.data).toMatchObject({ divergence: 3 });
    expect(given(first, third!)).toMatchObject({ divergences: 3 });
    expect(expectRefusal(record(one, synthesis.initial))).toBe('synthesis.unknown');
  });

  it('says which members hold which position', () => {
    const holders = (...all: [number, number][]) =>
      all.map(([n, position]) => ({ contribution: someId('contribution', n), position }));
    expectEvents(record({ ...one, holders: holders([1, 1], [2, 2]) }));
    for (const wrong of [holders([3, 1]), holders([1, 3]), holders([1, 1], [1, 1])])
      expect(expectRefusal(record({ ...one, holders: wrong }))).toBe('divergence.wrongHolder');
  });
});

describe('publishing a synthesis', () => {
  const none = { noneExpressed: true };
  const ready = [opened, attached(member(1))];

  it('needs a member, and happens once', () => {
    expect(expectRefusal(decidePublication(given(opened), none, CONTEXT))).toBe('synthesis.empty');
    expectEvents(decidePublication(given(...ready), none, CONTEXT));
    expect(expectRefusal(decidePublication(given(...ready, published), none, CONTEXT))).toBe(
      'synthesis.alreadyPublished',
    );
  });

  it('needs a divergence, or the statement that none was expressed', () => {
    expect(expectRefusal(decidePublication(given(...ready), {}, CONTEXT))).toBe('synthesis.divergencesUnsaid');
    expect(expectRefusal(decidePublication(given(...ready), { noneExpressed: false }, CONTEXT))).toBe(
      'synthesis.divergencesUnsaid',
    );
    expect(expectEvents(decidePublication(given(...ready), none, CONTEXT))[0]!.data).toEqual(none);
    const [divergence] = expectEvents(
      decideDivergence(given(...ready), { kind: 'dissentingView', positions: [{ fr: 'Non.' }] }, CONTEXT),
    );
    expectEvents(decidePublication(given(...ready, divergence!), {}, CONTEXT));
    expect(expectRefusal(decidePublication(given(...ready, divergence!), none, CONTEXT))).toBe(
      'synthesis.divergencesDenied',
    );
  });

  it('is not asked of what was published elsewhere', () => {
    expectEvents(decidePublication(given(...ready), { takenOver: { source: 'paris' } }, CONTEXT));
  });
});

describe('revising a synthesis', () => {
  const command = { text: { fr: 'Vingt-quatre arbres.' }, reason: { fr: 'Une contribution avait été mal lue.' } };

  it('follows its publication, with the reason', () => {
    expect(expectRefusal(decideRevision(given(opened), command, CONTEXT))).toBe('synthesis.notPublished');
    expect(expectRefusal(decideRevision(synthesis.initial, command, CONTEXT))).toBe('synthesis.unknown');
    expect(expectEvents(decideRevision(given(opened, attached(member(1)), published), command, CONTEXT))[0]).toEqual(
      expect.objectContaining({ type: 'synthesis.revised/1', words: command }),
    );
    expect(reviseSynthesisInput.safeParse({ text: command.text }).success).toBe(false);
  });
});

describe('answering in common', () => {
  const ready = [opened, attached(member(1), member(2)), published];
  const give = (
    change: Partial<AnswerInput> = {},
    events: NewEvent[] = ready,
    found = new Map<string, ContributionState>(),
  ): Decided => decideCommonOutcome(given(...events), { ...considered, ...change }, mandate(), found, CONTEXT);
  const answeredBefore = (outcome: 'accepted' | 'considered'): NewEvent =>
    event(synthesisOutcomeGiven, {
      data: { outcome, reasons: [], commitments: [], evidenceCount: 0, members: 2, supersedes: null },
      words: {},
    });

  it('says to how many', () => {
    expect(expectEvents(give())[0]).toMatchObject({
      type: 'synthesis.outcomeGiven/1',
      data: { members: 2, supersedes: null },
    });
  });

  it('obeys the same obligations as an answer to one', () => {
    expect(expectRefusal(give({ outcome: 'notAccepted' }))).toBe('outcome.reasonMissing');
    expect(expectRefusal(give({ outcome: 'outOfScope', constraint: 'inconnue' }))).toBe('outcome.unknownConstraint');
    expect(expectRefusal(give({ decidedBy: 'prefet' }))).toBe('authority.unknownFunction');
  });

  it('follows a publication, and answers somebody', () => {
    expect(expectRefusal(give({}, [opened, attached(member(1))]))).toBe('synthesis.notPublished');
    const emptied = expectEvents(
      decideDetachment(
        given(...ready),
        { members: [member(1), member(2)] as Members, reason: { fr: 'Erreur.' } },
        CONTEXT,
      ),
    );
    expect(expectRefusal(give({}, [...ready, ...emptied]))).toBe('synthesis.empty');
  });

  it('replaces the common answer its giver saw, and says why it is worse', () => {
    const before = [...ready, answeredBefore('accepted')];
    const supersedes = givenEventId(3);
    expect(expectRefusal(give({}, before))).toBe('outcome.notTheCurrent');
    expect(expectRefusal(give({ supersedes }, before))).toBe('outcome.worseningReasonMissing');
    expectEvents(give({ supersedes, worseningReason: { fr: 'La subvention a été refusée.' } }, before));
  });

  it('is not for a kind that some member is not of', () => {
    const found = (...kinds: ('question' | 'view')[]) =>
      new Map(kinds.map((kind, n) => [member(n).contribution, stateAfter(contribution, recorded({ kind }))]));
    expectEvents(give({ outcome: 'answered' }, ready, found('question', 'question')));
    expect(expectRefusal(give({ outcome: 'answered' }, ready, found('question', 'view')))).toBe(
      'outcome.notForThisKind',
    );
  });

  it('merged: counts with the other contribution, as the answer to one does', () => {
    const mergedInto = someId('contribution', 9);
    const into = (...events: NewEvent[]): Decided =>
      decideCommonOutcome(
        given(...ready),
        { ...considered, outcome: 'merged', mergedInto },
        { ...mandate(), [mergedInto]: known(recorded(), ...events) },
        new Map(),
        CONTEXT,
      );
    expect(expectRefusal(into())).toBe('outcome.wronglyMerged');
    expectEvents(into(admitted));
  });

  it('does not make a member the duplicate of itself', () => {
    const mergedInto = someId('contribution', 1);
    expect(expectRefusal(give({ outcome: 'merged', mergedInto }))).toBe('outcome.wronglyMerged');
  });
});
