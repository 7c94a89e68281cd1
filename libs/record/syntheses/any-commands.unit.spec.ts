/** Any sequence of commands on a synthesis: members are counted right, nothing is published silently, every fold holds. */
import fc from 'fast-check';
import { contribution } from '../contributions/contribution.state';
import { considered, CONSULTATION, CONTEXT, mandate, recorded } from '../contributions/specification/some-mandate';
import { someId, stateAfter } from '../deciding/specification/given-when-then';
import { holdsAfterAnySequence, type DrawnCommand } from '../deciding/specification/random-commands';
import { decideAttachment } from './attach-contributions/attach-contributions.decide';
import { decideDetachment } from './detach-contributions/detach-contributions.decide';
import { decideCommonOutcome } from './give-outcome/give-synthesis-outcome.decide';
import { decideOpening } from './open-synthesis/open-synthesis.decide';
import { decidePublication } from './publish-synthesis/publish-synthesis.decide';
import { decideDivergence } from './record-divergence/record-divergence.decide';
import { decideRevision } from './revise-synthesis/revise-synthesis.decide';
import { memberKey, synthesis, type SynthesisState } from './synthesis.state';

type Drawn = fc.Arbitrary<DrawnCommand<SynthesisState>>;
const words = { fr: 'Des mots.' };
const found = new Map([1, 2, 3].map((n) => [someId('contribution', n), stateAfter(contribution, recorded())]));
const members = fc
  .subarray([1, 2, 3], { minLength: 1 })
  .map((numbers) => numbers.map((n) => ({ contribution: someId('contribution', n), point: 1 })));
const positions = fc.integer({ min: 1, max: 3 }).map((count) => Array.from({ length: count }, () => words));
const holders = fc.option(
  fc.array(fc.record({ contribution: fc.constantFrom(...found.keys()), position: fc.integer({ min: 1, max: 3 }) })),
  { nil: undefined },
);

const commands: Drawn[] = [
  members.map((some) => (state) => decideAttachment(state, { members: some }, found, CONTEXT)),
  members.map((some) => (state) => decideDetachment(state, { members: some, reason: words }, CONTEXT)),
  fc
    .record({ kind: fc.constantFrom('divergence' as const, 'dissentingView' as const), positions, holders })
    .map((command) => (state) => decideDivergence(state, command, CONTEXT)),
  fc
    .record({ noneExpressed: fc.option(fc.boolean(), { nil: undefined }) })
    .map((command) => (state) => decidePublication(state, command, CONTEXT)),
  fc.constant((state) => decideRevision(state, { text: words, reason: words }, CONTEXT)),
  fc.boolean().map((asSeen) => (state) => {
    const supersedes = (asSeen && state.exists && state.answer?.event) || null;
    return decideCommonOutcome(state, { ...considered, supersedes }, mandate(), new Map(), CONTEXT);
  }),
];

it('of commands leaves a synthesis whose members, divergences and answer are those of its events', () => {
  const recordedTypes = holdsAfterAnySequence({
    decider: synthesis,
    commands,
    first: (state) =>
      decideOpening(
        state,
        { consultation: CONSULTATION, themes: [], title: words, divergences: [] },
        mandate(),
        CONTEXT,
      ),
    legal: (state, events) => {
      if (!state.exists) return;
      for (const [key, member] of state.members) expect(memberKey(member)).toBe(key);
      const of = (name: string) => events.filter(({ type }) => type.startsWith(`synthesis.${name}/`));
      const divergences = of('divergenceRecorded');
      expect(divergences.map(({ data }) => data['divergence'])).toEqual(divergences.map((_, n) => n + 1));
      expect(state.divergences).toBe(divergences.length);
      const [published] = of('published');
      expect(of('published')).toHaveLength(state.published ? 1 : 0);
      if (published && published.data['noneExpressed'] !== true)
        expect(divergences.some(({ rev }) => rev < published.rev)).toBe(true);
      const answers = of('outcomeGiven');
      expect(state.answer?.event ?? null).toBe(answers.at(-1)?.id ?? null);
      for (const [n, answer] of answers.entries()) expect(answer.data['supersedes']).toBe(answers[n - 1]?.id ?? null);
    },
    runs: 200,
  });
  // Rare ones may not be drawn; most are.
  expect(recordedTypes.size).toBeGreaterThan(5);
});
