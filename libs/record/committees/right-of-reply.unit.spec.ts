import { replyGiven } from '@fil/facts/events/committee.events';
import type { Actor } from '@fil/facts/kit/actor';
import { event } from '@fil/facts/kit/event-definition';
import { expectEvents, expectRefusal, givenEventId } from '../deciding/specification/given-when-then';
import { decideClosing } from './close-finding/close-finding.decide';
import { decideReply } from './give-reply/give-reply.decide';
import {
  after,
  context,
  finding,
  itself,
  official,
  others,
  REPLY_DUE_ON,
  text,
  town,
} from './specification/some-committee';

const replied = event(replyGiven, { data: { finding: givenEventId(1) }, words: { text } });
const reply = (state = after(finding), actor: Actor = official, more: object = {}) =>
  decideReply(state, { finding: givenEventId(1), text, ...more }, { authority: town }, actor, context);
const close = (state = after(finding), actor: Actor = itself, today = context.today) =>
  decideClosing(state, { finding: givenEventId(1), satisfied: false }, actor, { ...context, today });

describe('the right of reply', () => {
  it('is the authority’s, by a function it has', () => {
    expectEvents(reply(after(finding), official, { decidedBy: 'maire' }));
    expect(expectRefusal(reply(after(finding), itself))).toBe('finding.byTheAuthority');
    expect(expectRefusal(reply(after(finding), official, { decidedBy: 'inconnue' }))).toBe('authority.unknownFunction');
    expect(expectRefusal(reply(after(finding), official, { finding: givenEventId(0) }))).toBe('finding.unknown');
  });

  it('is used once: later replies supplement the first', () => {
    expect(expectEvents(reply())[0]!.data).not.toHaveProperty('supplements');
    expect(expectEvents(reply(after(finding, replied, replied)))[0]!.data).toMatchObject({
      supplements: givenEventId(2),
    });
  });

  it('is not cut short: a finding is closed after the reply, or after the day it was due', () => {
    expect(expectRefusal(close())).toBe('finding.replyAwaited');
    expect(expectRefusal(close(after(finding), itself, REPLY_DUE_ON))).toBe('finding.replyAwaited');
    expectEvents(close(after(finding), itself, '2026-04-03'));
    expectEvents(close(after(finding, replied)));
  });

  it('outlasts the closing, which the committee pronounces, once', () => {
    for (const actor of others)
      expect(expectRefusal(close(after(finding, replied), actor))).toBe('committee.notItsAuthor');
    const [closed] = expectEvents(close(after(finding, replied)));
    expect(expectRefusal(close(after(finding, replied, closed!)))).toBe('finding.closed');
    expectEvents(reply(after(finding, replied, closed!)));
  });
});
