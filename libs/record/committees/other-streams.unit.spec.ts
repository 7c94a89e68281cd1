/** The rules of a committee that read other streams: when these are missing, older, and changed a moment before. */
import { functionCreated } from '@fil/facts/events/authority.events';
import { commitmentMade } from '@fil/facts/events/commitment.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { authority } from '../authority/authority.state';
import { MemoryRegister } from '../contributions/specification/memory-register';
import { commitment } from '../commitments/commitment.state';
import { contribution } from '../contributions/contribution.state';
import { answered, CONSULTATION, recorded, TOWN } from '../contributions/specification/some-mandate';
import type { RequestedBy } from '../deciding/by-request';
import { someId } from '../deciding/specification/given-when-then';
import type { Recorded } from '../deciding/take-decision';
import { committee } from './committee.state';
import { EstablishCommittee } from './establish-committee/establish-committee.command';
import { EstablishCommitteeHandler } from './establish-committee/establish-committee.handler';
import { GiveReply } from './give-reply/give-reply.command';
import { GiveReplyHandler } from './give-reply/give-reply.handler';
import { RecordFinding } from './record-finding/record-finding.command';
import { RecordFindingHandler } from './record-finding/record-finding.handler';
import { established, finding, itself, official, text } from './specification/some-committee';

const COMMITTEE = someId('committee');

let town: MemoryRegister;
const as = (actor: typeof itself, commandId?: string): RequestedBy => ({
  by: { actor, account: 'token:1', commandId },
});
const basisOf = async ({ stream, revision }: Recorded): Promise<unknown> =>
  (await town.decisions.load(stream))[revision - 1]!.data['basis'];
const establish = (scope: readonly `consultation-${string}`[] = []): Promise<Recorded> =>
  new EstablishCommitteeHandler(town.decisions).execute(
    new EstablishCommittee(
      { authority: TOWN, code: 'suivi', scope, replyDays: 30, title: text, mandate: text, neutralityRule: text },
      as(official),
    ),
  );

beforeEach(() => {
  town = new MemoryRegister();
});

it('a committee is established by an authority that exists, for consultations that exist', async () => {
  await expect(establish()).rejects.toMatchObject({ rule: 'authority.unknown' });
  await town.withTown();
  await expect(establish([CONSULTATION])).rejects.toMatchObject({ rule: 'committee.unknownObject' });
  expect(await basisOf(await establish())).toEqual([{ stream: TOWN, rev: 5 }]);
  await expect(establish()).rejects.toMatchObject({ status: 409, rule: 'committee.codeTaken' });
});

it('a reply sees a function that was created a moment before, and is decided again from exactly what it read', async () => {
  await town.withTown();
  const written = await town.write(COMMITTEE, committee, established({ authority: TOWN }), finding);
  const reply = (commandId?: string): Promise<Recorded> =>
    new GiveReplyHandler(town.decisions).execute(
      new GiveReply(
        COMMITTEE,
        { finding: written.events[1]!.id, decidedBy: 'adjointe', text },
        as(official, commandId),
      ),
    );
  await expect(reply()).rejects.toMatchObject({ rule: 'authority.unknownFunction' });
  const created = event(functionCreated, { data: { function: 'adjointe' }, words: { name: text } });
  await town.write(TOWN, authority, created);
  const given = await reply('key');
  expect(await basisOf(given)).toEqual([{ stream: TOWN, rev: 6 }]);
  await town.write(
    TOWN,
    authority,
    event(functionCreated, { data: { function: 'maire-adjoint' }, words: { name: text } }),
  );
  expect(await reply('key')).toMatchObject({ duplicate: true, events: given.events });
});

it('a finding is about an object that exists, and an event of it', async () => {
  await town.withConsultation();
  await town.write(COMMITTEE, committee, established({ authority: TOWN }));
  const find = (target: `consultation-${string}`, of?: string): Promise<Recorded> =>
    new RecordFindingHandler(town.decisions).execute(
      new RecordFinding(COMMITTEE, { target, event: of, kind: 'question', text }, as(itself)),
    );
  await expect(find(someId('consultation', 9))).rejects.toMatchObject({ rule: 'finding.unknownTarget' });
  const [ofCommittee] = await town.decisions.load(COMMITTEE);
  await expect(find(CONSULTATION, ofCommittee!.id)).rejects.toMatchObject({ rule: 'finding.unknownEvent' });
  const [opened] = await town.decisions.load(CONSULTATION);
  expect(await find(CONSULTATION, opened!.id)).toMatchObject({ duplicate: false });
});

it('a finding is about the scope of the committee, or what names or answers something of it', async () => {
  await town.withConsultation();
  const [said, other] = [someId('contribution', 1), someId('contribution', 2)];
  await town.write(said, contribution, recorded());
  await town.write(other, contribution, recorded({ consultation: someId('consultation', 2) }));
  const commitmentOf = (facts: object): NewEvent =>
    event(commitmentMade, { data: { authority: TOWN, answers: [], themes: [], ...facts }, words: { title: text } });
  const [answering, apart] = [someId('commitment', 1), someId('commitment', 2)];
  await town.write(answering, commitment, commitmentOf({ answers: [said] }));
  await town.write(apart, commitment, commitmentOf({ answers: [other] }));
  const [followed, everything, elsewhere] = [1, 2, 3].map((n) => someId('committee', n)) as [
    `committee-${string}`,
    `committee-${string}`,
    `committee-${string}`,
  ];
  await town.write(followed, committee, established({ authority: TOWN, scope: [CONSULTATION] }));
  await town.write(everything, committee, established({ authority: TOWN }));
  await town.write(elsewhere, committee, established({ authority: someId('authority', 2) }));
  const find = (by: typeof followed, target: `contribution-${string}` | `commitment-${string}`): Promise<Recorded> =>
    new RecordFindingHandler(town.decisions).execute(
      new RecordFinding(by, { target, kind: 'question', text }, as(itself)),
    );
  for (const target of [said, answering]) expect(await find(followed, target)).toMatchObject({ duplicate: false });
  for (const target of [other, apart])
    await expect(find(followed, target)).rejects.toMatchObject({ rule: 'finding.outOfScope' });
  for (const target of [said, answering, apart])
    expect(await find(everything, target)).toMatchObject({ duplicate: false });
  for (const target of [said, answering])
    await expect(find(elsewhere, target)).rejects.toMatchObject({ rule: 'finding.outOfScope' });
  // It becomes part of what is followed when an answer given there names it.
  await town.write(said, contribution, answered({ commitments: [apart] }));
  expect(await find(followed, apart)).toMatchObject({ duplicate: false });
});

it('a committee whose stream is missing answers 404', async () => {
  const reply = new GiveReplyHandler(town.decisions).execute(
    new GiveReply(COMMITTEE, { finding: '00000000-0000-8000-8000-000000000001', text }, as(official)),
  );
  await expect(reply).rejects.toMatchObject({ status: 404, rule: 'committee.missing' });
});
