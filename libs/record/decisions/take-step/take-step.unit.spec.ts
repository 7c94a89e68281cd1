import { consultationOpened, mandateAmended } from '@fil/facts/events/consultation.events';
import { event, type DataOf } from '@fil/facts/kit/event-definition';
import { authority } from '../../authority/authority.state';
import { consultation } from '../../consultations/consultation.state';
import { expectEvents, expectRefusal, someId, stateAfter } from '../../deciding/specification/given-when-then';
import { after, context, notRegistered, town } from '../specification/some-decision';
import { takeStepInput } from './take-step.command';
import { decideStep, type SeenWhenTakingStep } from './take-step.decide';

const opened = event(consultationOpened, {
  data: {
    organiser: someId('authority'),
    level: 'consult',
    addressees: [],
    openPoints: [],
    constraints: [],
    decisionPath: [{ step: 'avis', body: 'commission', role: 'advises' }],
    channels: ['online'],
    themes: [],
    wordsPublic: 'onAdmission',
  },
  words: { title: { fr: 'La place du Marché' } },
});
/** The path gained a vote of the council. */
const amended = event(mandateAmended, {
  data: {
    stage: 'beforeDeposit',
    parts: ['decisionPath'],
    decisionPath: [
      { step: 'avis', body: 'commission', role: 'advises' },
      { step: 'vote', body: 'conseil', role: 'decides' },
    ],
  } as unknown as DataOf<typeof mandateAmended>,
  words: { reason: { fr: 'Le conseil en délibère.' } },
});
const path = stateAfter(consultation, opened, amended);

const step = { consultation: someId('consultation'), step: 'vote', body: 'conseil', outcome: 'adopted' };
const decide = (more: object = {}, seen: Partial<SeenWhenTakingStep> = {}, state = after()) =>
  decideStep(
    state,
    takeStepInput.parse({ ...step, ...more }),
    { authority: town, consultation: path, ...seen },
    context,
  );

describe('taking a step', () => {
  it('records the body, the session and what came of it, and that the path declared the step', () => {
    const [taken] = expectEvents(
      decide({ session: 'conseil-mars', occurredOn: '2026-03-02', document: 'ab'.repeat(32) }),
    );
    expect(taken).toMatchObject({
      type: 'decision.stepTaken/1',
      data: { step: 'vote', ofPath: true, body: 'conseil', outcome: 'adopted', session: 'conseil-mars' },
    });
  });

  it('a step that is not of the path is recorded and says so', () => {
    expect(expectEvents(decide({ step: 'bureau' }))[0]!.data).toMatchObject({ step: 'bureau', ofPath: false });
    expect(expectEvents(decide({ consultation: undefined }, { consultation: undefined }))[0]!.data).toMatchObject({
      ofPath: false,
    });
  });

  it('the body of a step may be another than the path declared', () => {
    expect(expectEvents(decide({ body: 'commission' }))[0]!.data).toMatchObject({ ofPath: true, body: 'commission' });
  });

  it('nobody chooses whether a step was of the path', () => {
    expect(takeStepInput.safeParse({ ...step, ofPath: true }).success).toBe(false);
  });

  it('reads the path in the stream of the consultation: missing, older, and changed a moment before', () => {
    expect(expectRefusal(decide({}, { consultation: consultation.initial }))).toBe('decision.unknownConsultation');
    const older = stateAfter(consultation, opened);
    expect(expectEvents(decide({}, { consultation: older }))[0]!.data).toMatchObject({ ofPath: false });
    expect(expectEvents(decide({}, { consultation: path }))[0]!.data).toMatchObject({ ofPath: true });
  });

  it('refuses the path of a consultation to which the decision does not belong', () => {
    expect(expectRefusal(decide({ consultation: someId('consultation', 2) }))).toBe('decision.otherConsultation');
  });

  it('refuses a body, or a session, that the authority does not have', () => {
    expect(expectRefusal(decide({ body: 'senat' }))).toBe('authority.unknownBody');
    expect(expectRefusal(decide({ session: 'conseil-mai' }))).toBe('decision.unknownSession');
    expect(expectRefusal(decide({ session: 'conseil-avril' }))).toBe('decision.otherSession');
    expect(expectRefusal(decide({ session: 'conseil-mars', body: 'commission' }))).toBe('decision.otherSession');
    expect(expectRefusal(decide({}, { authority: authority.initial }))).toBe('authority.unknownBody');
  });

  it('refuses a decision that is not registered, and a step to come', () => {
    expect(expectRefusal(decide({}, {}, notRegistered))).toBe('decision.missing');
    expect(expectRefusal(decide({ occurredOn: '2026-04' }))).toBe('decision.toCome');
  });
});
