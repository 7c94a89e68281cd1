/** The rules of a guarantor that read other streams: when these are missing, older, and changed a moment before. */
import { functionCreated } from '@fil/facts/events/authority.events';
import { event } from '@fil/facts/kit/event-definition';
import { authority } from '../authority/authority.state';
import { consultation } from '../consultations/consultation.state';
import { MemoryRegister } from '../contributions/specification/memory-register';
import { CONSULTATION, consultationEvents, TOWN } from '../contributions/specification/some-mandate';
import type { RequestedBy } from '../deciding/by-request';
import { givenEventId, someId } from '../deciding/specification/given-when-then';
import type { Recorded } from '../deciding/take-decision';
import { AnswerRecommendation } from './answer-recommendation/answer-recommendation.command';
import { AnswerRecommendationHandler } from './answer-recommendation/answer-recommendation.handler';
import { AppointGuarantor } from './appoint-guarantor/appoint-guarantor.command';
import { AppointGuarantorHandler } from './appoint-guarantor/appoint-guarantor.handler';
import { GiveGuarantorOpinion } from './give-guarantor-opinion/give-guarantor-opinion.command';
import { GiveGuarantorOpinionHandler } from './give-guarantor-opinion/give-guarantor-opinion.handler';
import { guarantor } from './guarantor.state';
import { appointed, itself, official, recommended } from './specification/some-guarantor';

const GUARANTOR = someId('guarantor');
const text = { fr: 'Un texte.' };

let town: MemoryRegister;
const as = (actor: typeof itself, commandId?: string): RequestedBy => ({
  by: { actor, account: 'token:1', commandId },
});
const giveOpinion = (commandId?: string): Promise<Recorded> =>
  new GiveGuarantorOpinionHandler(town.decisions).execute(
    new GiveGuarantorOpinion(
      GUARANTOR,
      { consultation: CONSULTATION, subject: 'mandateAmendment', opinion: 'favourable', agreement: true, text },
      as(itself, commandId),
    ),
  );
const basisOf = async ({ stream, revision }: Recorded): Promise<unknown> =>
  (await town.decisions.load(stream))[revision - 1]!.data['basis'];

beforeEach(() => {
  town = new MemoryRegister();
});

it('a guarantor of all consultations of its authority gives no opinion on one that is missing, then on one of hers', async () => {
  await town.withTown();
  await town.write(GUARANTOR, guarantor, appointed({ authority: TOWN, consultations: [] }));
  await expect(giveOpinion()).rejects.toMatchObject({ rule: 'guarantor.notItsConsultation' });
  await town.write(CONSULTATION, consultation, ...consultationEvents({ organiser: someId('authority', 7) }));
  await expect(giveOpinion()).rejects.toMatchObject({ rule: 'guarantor.notItsConsultation' });
});

it('an opinion says at which revision it read the consultation, and is decided again from exactly that', async () => {
  await town.withConsultation({}, []);
  await town.write(GUARANTOR, guarantor, appointed({ authority: TOWN, consultations: [] }));
  const given = await giveOpinion('key');
  expect(await basisOf(given)).toEqual([{ stream: CONSULTATION, rev: 1 }]);
  await town.write(CONSULTATION, consultation, consultationEvents()[1]!);
  expect(await giveOpinion('key')).toMatchObject({ duplicate: true, events: given.events });
});

it('an answer to a recommendation sees a function that was created a moment before', async () => {
  await town.withTown();
  const written = await town.write(GUARANTOR, guarantor, appointed({ authority: TOWN }), recommended);
  const answer = (): Promise<Recorded> =>
    new AnswerRecommendationHandler(town.decisions).execute(
      new AnswerRecommendation(
        GUARANTOR,
        { recommendation: written.events[1]!.id, answer: 'notFollowed', decidedBy: 'adjointe', text },
        as(official),
      ),
    );
  await expect(answer()).rejects.toMatchObject({ rule: 'authority.unknownFunction' });
  await town.write(
    TOWN,
    authority,
    event(functionCreated, { data: { function: 'adjointe' }, words: { name: { fr: 'Adjointe' } } }),
  );
  expect(await basisOf(await answer())).toEqual([{ stream: TOWN, rev: 6 }]);
});

it('a guarantor whose stream is missing answers 404', async () => {
  const answer = new AnswerRecommendationHandler(town.decisions).execute(
    new AnswerRecommendation(GUARANTOR, { recommendation: givenEventId(1), answer: 'notFollowed', text }, as(official)),
  );
  await expect(answer).rejects.toMatchObject({ status: 404, rule: 'guarantor.missing' });
});

it('nobody is appointed twice under one code, by any authority: a token acts for a code', async () => {
  await town.withConsultation();
  const appoint = (): Promise<Recorded> =>
    new AppointGuarantorHandler(town.decisions).execute(
      new AppointGuarantor(
        {
          authority: TOWN,
          code: 'garante',
          consultations: [CONSULTATION],
          appointedBy: 'authority',
          chosenBy: 'openCall',
          title: text,
        },
        as(official),
      ),
    );
  expect(await basisOf(await appoint())).toEqual([{ stream: TOWN, rev: 5 }]);
  await expect(appoint()).rejects.toMatchObject({ status: 409, rule: 'guarantor.codeTaken' });
});
