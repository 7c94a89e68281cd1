import { memberLeft } from '@fil/facts/events/committee.events';
import type { Actor } from '@fil/facts/kit/actor';
import { event } from '@fil/facts/kit/event-definition';
import type { Decided } from '../deciding/decider';
import { expectEvents, expectRefusal, givenEventId, someId } from '../deciding/specification/given-when-then';
import { decideAppointment } from './appoint-member/appoint-member.decide';
import { decideAssessments } from './assess-sample/assess-sample.decide';
import { decideClosing } from './close-finding/close-finding.decide';
import { mayVerify, type CommitteeState } from './committee.state';
import { decideTies } from './declare-ties/declare-ties.decide';
import { decideEstablishing } from './establish-committee/establish-committee.decide';
import { decideSample } from './draw-sample/draw-sample.decide';
import { decideCut } from './freeze-cut/freeze-cut.decide';
import { decideOpinion } from './issue-opinion/issue-opinion.decide';
import { decideDeparture } from './record-departure/record-departure.decide';
import { decideFinding } from './record-finding/record-finding.decide';
import { decideIntegrityCheck } from './record-integrity-check/record-integrity-check.decide';
import { decideSuspensionReply } from './reply-to-committee-suspension/reply-to-committee-suspension.decide';
import { decideRestoration } from './restore-committee-passage/restore-committee-passage.decide';
import { decideSuspension } from './suspend-committee-passage/suspend-committee-passage.decide';
import {
  after,
  context,
  cut,
  finding,
  itself,
  memberWith,
  official,
  others,
  REPLY_DUE_ON,
  ROOT,
  sampleOf,
  text,
  TOMORROW,
  town,
  unestablished,
} from './specification/some-committee';

const target = someId('commitment');
const known = { exists: true, hasEvent: true, inScope: true };
const item = someId('contribution');
const verdict = { found: 'yes', restated: 'yes', grouped: 'notApplicable', answered: 'no' } as const;
const sampled = after(cut, sampleOf(item));

const ownActs: readonly [string, CommitteeState, (state: CommitteeState, actor: Actor) => Decided][] = [
  ['cut', after(), (state, actor) => decideCut(state, { size: 20 }, ROOT, actor)],
  [
    'sample',
    after(cut),
    (state, actor) =>
      decideSample(state, { cut: givenEventId(1), population: { of: 'contribution' }, count: 1 }, [item], actor),
  ],
  [
    'assessment',
    sampled,
    (state, actor) =>
      decideAssessments(state, { sample: givenEventId(2), items: [{ item, ...verdict }] }, actor, context),
  ],
  ['finding', after(), (state, actor) => decideFinding(state, { target, kind: 'alert', text }, known, actor, context)],
  ['opinion', after(), (state, actor) => decideOpinion(state, { title: text, text }, false, actor, context)],
  [
    'integrity check',
    after(),
    (state, actor) =>
      decideIntegrityCheck(state, { size: 20, root: ROOT, result: 'whole', tool: 'outil' }, ROOT, actor, context),
  ],
  [
    'declaration of ties',
    after(memberWith([])),
    (state, actor) => decideTies(state, { member: 'a', ties: [{ kind: 'post' }] }, actor, context),
  ],
];

describe('nobody but its author changes a committee’s text', () => {
  it.each(ownActs)('%s: by the committee, in its own name', (_, state, act) => {
    expectEvents(act(state, itself));
    for (const actor of others) {
      const refused = act(state, actor);
      expect(expectRefusal(refused)).toBe('committee.notItsAuthor');
      expect(refused).toMatchObject({ kind: 'forbidden' });
    }
    expect(expectRefusal(act(unestablished, itself))).toBe('committee.missing');
  });
});

describe('establishing a committee', () => {
  const command = {
    authority: someId('authority'),
    code: 'suivi',
    scope: [],
    replyDays: 30,
    title: text,
    mandate: text,
    neutralityRule: text,
  };
  const establish = (more: object = {}, seen: object = {}, state = unestablished, actor = official) =>
    decideEstablishing(state, { ...command, ...more }, { authority: town, missing: null, ...seen }, actor, context);

  it('is for the authority to do, with a code that no committee ever had', () => {
    expectEvents(establish());
    expect(expectRefusal(establish({}, {}, unestablished, itself))).toBe('committee.byTheAuthority');
    expect(expectRefusal(establish({}, {}, after()))).toBe('committee.codeTaken');
  });

  it('names what exists, and a day that has come', () => {
    expect(expectRefusal(establish({}, { authority: { ...town, exists: false } }))).toBe('authority.unknown');
    expect(expectRefusal(establish({ decidedBy: 'inconnue' }))).toBe('authority.unknownBodyOrFunction');
    expect(expectRefusal(establish({}, { missing: { id: target, field: 'scope' } }))).toBe('committee.unknownObject');
    expect(expectRefusal(establish({ occurredOn: TOMORROW }))).toBe('committee.toCome');
  });
});

describe('a member', () => {
  const command = { member: 'a', appointedBy: 'residents', chosenBy: 'election', ties: [] } as const;
  const appoint = (state = after(), actor: Actor = official) => decideAppointment(state, command, actor, context);
  const leave = (state: CommitteeState, actor: Actor = official) =>
    decideDeparture(state, { member: 'a', reason: 'resigned' }, actor, context);

  it('is appointed by the authority or by the committee, under a code of her own', () => {
    expectEvents(appoint());
    expectEvents(appoint(after(), itself));
    expect(expectRefusal(appoint(after(), { role: 'guarantor', body: 'suivi' }))).toBe('committee.notItsAuthor');
    expect(expectRefusal(appoint(after(memberWith([]))))).toBe('member.codeTaken');
  });

  it('leaves once, with the reason', () => {
    const [left] = expectEvents(leave(after(memberWith([]))));
    expect(left!.data).toMatchObject({ member: 'a', reason: 'resigned' });
    expect(expectRefusal(leave(after(memberWith([]), left!)))).toBe('member.unknown');
    expect(expectRefusal(leave(after()))).toBe('member.unknown');
    expect(expectRefusal(appoint(after(memberWith([]), left!)))).toBe('member.codeTaken');
  });
});

describe('only an independent committee can record verified or contested', () => {
  const left = event(memberLeft, { data: { member: 'b', reason: 'conflictOfInterest' }, words: {} });

  it('by its members on the day, and within its term', () => {
    expect(mayVerify(unestablished, context.today)).toBe(false);
    expect(mayVerify(after(), context.today)).toBe(false);
    expect(mayVerify(after(memberWith([])), context.today)).toBe(true);
    const mixed = [memberWith([]), memberWith([{ kind: 'office' }], 'b')];
    expect(mayVerify(after(...mixed), context.today)).toBe(false);
    expect(mayVerify(after(...mixed, left), context.today)).toBe(true);
  });

  it('not with a member tied in the last three years', () => {
    expect(mayVerify(after(memberWith([{ kind: 'post', endedOn: '2023-03-03' }])), context.today)).toBe(false);
    expect(mayVerify(after(memberWith([{ kind: 'post', endedOn: '2023-03-02' }])), context.today)).toBe(true);
  });
});

describe('a sample', () => {
  const draw = (more: object = {}, population: string[] = [item], state = after(cut)) =>
    decideSample(
      state,
      { cut: givenEventId(1), population: { of: 'contribution' }, count: 5, ...more },
      population,
      itself,
    );

  it('is drawn from a cut of the committee, by its root: the same again', () => {
    const many = Array.from({ length: 30 }, (_, n) => someId('contribution', n));
    const [first] = expectEvents(draw({}, many));
    const [again] = expectEvents(draw({}, [...many].reverse()));
    expect(first!.data).toEqual(again!.data);
    expect(first!.data).toMatchObject({ method: 'sha256Order', populationCount: 30 });
    expect((first!.data as { sample: string[] }).sample).toHaveLength(5);
    expect(expectRefusal(draw({ cut: givenEventId(9) }))).toBe('sample.unknownCut');
  });

  it('is drawn among something, by conditions that say something of it', () => {
    expect(expectRefusal(draw({}, []))).toBe('sample.nothingToDraw');
    expect(expectRefusal(draw({ population: { of: 'commitment', channel: 'online' } }))).toBe(
      'sample.foreignCondition',
    );
    expect(expectRefusal(draw({ population: { of: 'contribution', progress: 'done' } }))).toBe(
      'sample.foreignCondition',
    );
  });

  it('is assessed item by item, each once', () => {
    const assess = (items: object[], sample = givenEventId(2), state = sampled) =>
      decideAssessments(state, { sample, items: items as never }, itself, context);
    const one = { item, ...verdict };
    const [assessed] = expectEvents(assess([{ ...one, note: text }]));
    expect(assessed!.words).toEqual({ note: text });
    expect(expectRefusal(assess([one, one]))).toBe('assessment.done');
    expect(expectRefusal(assess([one], givenEventId(2), after(cut, sampleOf(item), assessed!)))).toBe(
      'assessment.done',
    );
    expect(expectRefusal(assess([{ ...one, item: someId('contribution', 9) }]))).toBe('assessment.notInSample');
    expect(expectRefusal(assess([one], givenEventId(1)))).toBe('assessment.unknownSample');
  });
});

describe('a finding', () => {
  const find = (more: object = {}, about = known) =>
    decideFinding(after(), { target, kind: 'question', text, ...more }, about, itself, context);

  it('gives the authority the time that the mandate gives, and never less', () => {
    expect(expectEvents(find())[0]!.data).toMatchObject({ replyDueOn: REPLY_DUE_ON });
    expect(expectEvents(find({ replyDueOn: '2026-06-01' }))[0]!.data).toMatchObject({ replyDueOn: '2026-06-01' });
    expect(expectRefusal(find({ replyDueOn: '2026-04-01' }))).toBe('finding.replyTooSoon');
  });

  it('is about what the committee follows', () => {
    expect(expectRefusal(find({}, { exists: true, hasEvent: true, inScope: false }))).toBe('finding.outOfScope');
  });

  it('is about something that exists', () => {
    expect(expectRefusal(find({}, { exists: false, hasEvent: true, inScope: false }))).toBe('finding.unknownTarget');
    expect(expectRefusal(find({ event: givenEventId(3) }, { exists: true, hasEvent: false, inScope: true }))).toBe(
      'finding.unknownEvent',
    );
    expect(expectRefusal(find({ field: '/text' }))).toBe('finding.eventMissing');
    expect(expectRefusal(find({ sample: givenEventId(9) }))).toBe('finding.unknownSample');
  });
});

describe('an integrity check', () => {
  const check = (result: 'whole' | 'differs', root: string) =>
    decideIntegrityCheck(after(), { size: 20, root, result, tool: 'outil' }, ROOT, itself, context);

  it('is never refused because the root differs, only when it then says "whole"', () => {
    expectEvents(check('differs', '00'.repeat(32)));
    expect(expectRefusal(check('whole', '00'.repeat(32)))).toBe('integrity.rootDiffers');
  });
});

it('an opinion names an object that exists', () => {
  expect(expectRefusal(decideOpinion(after(), { target, title: text, text }, true, itself, context))).toBe(
    'opinion.unknownTarget',
  );
});

it('a passage of a committee’s text is suspended and restored by the authority, never edited', () => {
  const { shown, ...facts } = {
    event: givenEventId(1),
    paths: ['/text'],
    ground: 'courtOrder' as const,
    notifiedOn: '2026-03-01',
    shown: text,
  };
  const suspend = (actor: Actor) =>
    decideSuspension(after(finding), { ...facts, shown }, { authority: town }, actor, context);
  const [suspended] = expectEvents(suspend(official));
  expect(expectRefusal(suspend(itself))).toBe('passage.byTheAuthority');
  const state = after(finding, suspended!);
  const suspension = givenEventId(2);
  expectEvents(decideSuspensionReply(state, { suspension, text }, itself));
  expect(expectRefusal(decideSuspensionReply(state, { suspension, text }, official))).toBe('committee.notItsAuthor');
  expectEvents(decideRestoration(state, { suspension }, { authority: town }, official));
  expect(expectRefusal(decideRestoration(state, { suspension }, { authority: town }, itself))).toBe(
    'passage.byTheAuthority',
  );
  expect(expectRefusal(decideClosing(after(), { finding: suspension, satisfied: true }, itself, context))).toBe(
    'finding.unknown',
  );
});
