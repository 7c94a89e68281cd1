/** The rules of moderation that read other streams: when these are missing, older, and changed a moment before. */
import { functionCreated } from '@fil/facts/events/authority.events';
import { guarantorAppointed, guarantorWithdrew } from '@fil/facts/events/guarantor.events';
import { disclosureAuthorisationEnded } from '@fil/facts/events/moderation.events';
import { event, type DataOf, type NewEvent } from '@fil/facts/kit/event-definition';
import { authority } from '../authority/authority.state';
import { consultation } from '../consultations/consultation.state';
import { someId } from '../deciding/specification/given-when-then';
import type { Recorded } from '../deciding/take-decision';
import { guarantor } from '../guarantors/guarantor.state';
import { AuthoriseDisclosure } from './authorise-disclosure/authorise-disclosure.command';
import { AuthoriseDisclosureHandler } from './authorise-disclosure/authorise-disclosure.handler';
import { contribution, type RecordedContribution } from './contribution.state';
import { DecideAppeal } from './decide-appeal/decide-appeal.command';
import { DecideAppealHandler } from './decide-appeal/decide-appeal.handler';
import { DeclareInadmissible } from './declare-inadmissible/declare-inadmissible.command';
import { DeclareInadmissibleHandler } from './declare-inadmissible/declare-inadmissible.handler';
import { GiveOpinionOnAppeal } from './give-opinion-on-appeal/give-opinion-on-appeal.command';
import { GiveOpinionOnAppealHandler } from './give-opinion-on-appeal/give-opinion-on-appeal.handler';
import { MemoryRegister, requestedWith } from './specification/memory-register';
import { CONSULTATION, CONTRIBUTION, recorded, TOWN } from './specification/some-mandate';
import { authorisation, declaredInadmissible, GUARANTOR, lodged, rules } from './specification/some-moderation';

let town: MemoryRegister;
beforeEach(async () => {
  town = await new MemoryRegister().withConsultation();
});
const basisOf = async ({ stream, revision }: Recorded): Promise<unknown> =>
  (await town.decisions.load(stream))[revision - 1]!.data['basis'];
const refused = (rule: string): object => expect.objectContaining({ rule }) as object;

describe('declaring inadmissible reads the rules of the consultation', () => {
  const declare = (key?: string): Promise<Recorded> =>
    new DeclareInadmissibleHandler(town.decisions).execute(
      new DeclareInadmissible(
        CONTRIBUTION,
        {
          rulesVersion: 1,
          article: 'article-4',
          decidedBy: 'maire',
          authorTold: 'letter',
          reason: { fr: 'Un tract.' },
        },
        requestedWith(key),
      ),
    );

  it('which are missing, published a moment before, or older than a later version', async () => {
    await town.write(CONTRIBUTION, contribution, recorded());
    await expect(declare()).rejects.toEqual(refused('inadmissible.noRules'));
    await town.write(CONSULTATION, consultation, rules());
    const first = await declare('key');
    expect(await basisOf(first)).toContainEqual({ stream: CONSULTATION, rev: 3 });
    await town.write(CONSULTATION, consultation, rules(2));
    expect(await declare('key')).toMatchObject({ duplicate: true, events: first.events });
  });

  it('and of a contribution whose stream is missing says so', async () => {
    await expect(declare()).rejects.toMatchObject({ status: 404 });
  });
});

describe('only the consultation’s guarantor gives the opinion', () => {
  const appointed = (change: Partial<DataOf<typeof guarantorAppointed>> = {}): NewEvent =>
    event(guarantorAppointed, {
      data: {
        authority: TOWN,
        code: 'garante',
        consultations: [CONSULTATION],
        appointedBy: 'cndp',
        chosenBy: 'fromList',
        ...change,
      },
      words: { title: { fr: 'Garante' } },
    });
  let appeal: string;
  const give = (
    actor: { role: 'guarantor' | 'official'; body: string } = { role: 'guarantor', body: 'garante' },
  ): Promise<Recorded> =>
    new GiveOpinionOnAppealHandler(town.decisions).execute(
      new GiveOpinionOnAppeal(
        CONTRIBUTION,
        { appeal, guarantor: GUARANTOR, opinion: 'reversed', text: { fr: 'L’article 4 ne vise pas ce texte.' } },
        { by: { actor, account: 'token:2' } },
      ),
    );
  beforeEach(async () => {
    await town.write(CONTRIBUTION, contribution, recorded());
    const declared = await town.write(CONTRIBUTION, contribution, declaredInadmissible());
    appeal = (await town.write(CONTRIBUTION, contribution, lodged(declared.events[0]!.id))).events[0]!.id;
  });

  it('who is appointed a moment before, and not when its stream is missing', async () => {
    await expect(give()).rejects.toEqual(refused('opinion.notItsGuarantor'));
    await town.write(GUARANTOR, guarantor, appointed());
    expect(await basisOf(await give())).toContainEqual({ stream: GUARANTOR, rev: 1 });
    await expect(give()).rejects.toEqual(refused('opinion.tooLate'));
  });

  it('in its own name', async () => {
    await town.write(GUARANTOR, guarantor, appointed());
    await expect(give({ role: 'official', body: 'garante' })).rejects.toMatchObject({ status: 403 });
    await expect(give({ role: 'guarantor', body: 'autre' })).rejects.toMatchObject({ status: 403 });
  });

  it('while it watches over this consultation', async () => {
    await town.write(GUARANTOR, guarantor, appointed({ consultations: [someId('consultation', 9)] }));
    await expect(give()).rejects.toEqual(refused('opinion.notItsGuarantor'));
  });

  it('until it withdraws', async () => {
    await town.write(GUARANTOR, guarantor, appointed());
    const withdrew = event(guarantorWithdrew, { data: { reason: 'resigned' }, words: {} });
    await town.write(GUARANTOR, guarantor, withdrew);
    await expect(give()).rejects.toEqual(refused('guarantor.withdrawn'));
  });

  it('and the decision that follows is for a function that exists', async () => {
    const decide = (): Promise<Recorded> =>
      new DecideAppealHandler(town.decisions).execute(
        new DecideAppeal(
          CONTRIBUTION,
          { appeal, result: 'reversed', decidedBy: 'adjointe', authorTold: 'letter' },
          requestedWith(),
        ),
      );
    await expect(decide()).rejects.toEqual(refused('authority.unknownFunction'));
    const created = event(functionCreated, { data: { function: 'adjointe' }, words: { name: { fr: 'Adjointe' } } });
    await town.write(TOWN, authority, created);
    expect(await basisOf(await decide())).toContainEqual({ stream: TOWN, rev: 6 });
  });
});

describe('what is not public says little in clear', () => {
  const report = recorded({
    channel: 'fieldReport',
    sensitivity: 'restricted',
    authorKind: 'agent',
    territory: '44109-D03',
  });
  const disclose = (key?: string): Promise<Recorded> =>
    new AuthoriseDisclosureHandler(town.decisions).execute(
      new AuthoriseDisclosure(CONTRIBUTION, { authorisation: 'terrain' }, requestedWith(key)),
    );

  it('neither its territory, whatever its population, nor the unit of the agent', async () => {
    await town.write(CONTRIBUTION, contribution, report);
    const bytes = (await town.store.readStream(CONTRIBUTION))[0]!.bytes.toString();
    for (const word of ['44109-D03', 'fieldReport', 'voirie', '"nature"']) expect(bytes).not.toContain(word);
    const [event] = await town.decisions.load(CONTRIBUTION);
    expect([event!.actor.body, event!.data]).toEqual([
      'voirie',
      expect.objectContaining({ territory: '44109-D03', themes: ['nature'] }),
    ]);
  });

  it('is disclosed under an authorisation given a moment before, and not once that has ended', async () => {
    await town.write(CONTRIBUTION, contribution, report);
    await expect(disclose()).rejects.toEqual(refused('disclosure.unknownAuthorisation'));
    await town.write(TOWN, authority, authorisation());
    const first = await disclose('key');
    expect(await basisOf(first)).toContainEqual({ stream: TOWN, rev: 6 });
    const ended = event(disclosureAuthorisationEnded, {
      data: { authorisation: 'terrain', decidedBy: 'maire' },
      words: { reason: { fr: 'Nouvelle charte.' } },
    });
    await town.write(TOWN, authority, ended);
    // Decided again from exactly what was read then.
    expect(await disclose('key')).toMatchObject({ duplicate: true, events: first.events });
    const after = (await town.decisions.load(CONTRIBUTION)).reduce(
      (state, one) => contribution.evolve(state, one as never),
      contribution.initial,
    ) as RecordedContribution;
    expect(after.moderation.disclosed).toBe(true);
  });

  it('is not disclosed under one that ended a moment before', async () => {
    await town.write(CONTRIBUTION, contribution, report);
    await town.write(
      TOWN,
      authority,
      authorisation(),
      event(disclosureAuthorisationEnded, {
        data: { authorisation: 'terrain', decidedBy: 'maire' },
        words: { reason: { fr: 'Nouvelle charte.' } },
      }),
    );
    await expect(disclose()).rejects.toEqual(refused('disclosure.outOfTerm'));
  });
});
