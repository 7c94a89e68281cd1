import { outcomeGiven } from '@fil/facts/events/contribution.events';
import { authorityRegistered, functionCreated } from '@fil/facts/events/authority.events';
import { committeeEstablished, opinionIssued } from '@fil/facts/events/committee.events';
import { addresseeJoined } from '@fil/facts/events/consultation.events';
import { guarantorAppointed, guarantorReportPublished } from '@fil/facts/events/guarantor.events';
import { reportPublished } from '@fil/facts/events/report.events';
import { event, type DataOf } from '@fil/facts/kit/event-definition';
import { treeHead } from '@fil/log/event-store/read-verified';
import { authority } from '../../authority/authority.state';
import { committee } from '../../committees/committee.state';
import { consultation } from '../../consultations/consultation.state';
import { guarantor } from '../../guarantors/guarantor.state';
import { AttachGuarantorOpinion } from '../attach-guarantor-opinion/attach-guarantor-opinion.command';
import { AttachGuarantorOpinionHandler } from '../attach-guarantor-opinion/attach-guarantor-opinion.handler';
import { contribution } from '../../contributions/contribution.state';
import { requestedWith } from '../../contributions/specification/memory-register';
import { CONSULTATION, CONTRIBUTION, TOWN } from '../../contributions/specification/some-mandate';
import { someId } from '../../deciding/specification/given-when-then';
import { COMMITTEE, GUARANTOR, requestedAs, AccountingTown } from '../../../../test/register/accounting-town';

const answer = event(outcomeGiven, {
  data: { point: 1, outcome: 'considered', reasons: [], commitments: [], supersedes: null, evidenceCount: 0 },
  words: { justification: { fr: 'Cela a pesé.' } },
});

let town: AccountingTown;
beforeEach(async () => {
  town = await new AccountingTown().withSomethingSaid();
});
const published = async (stream: string): Promise<DataOf<typeof reportPublished>> =>
  (await town.decisions.load(stream))[0]!.data as DataOf<typeof reportPublished>;

describe('publishing a report', () => {
  it('states the size, its root, the day of the cut, the figures and the hash of the data', async () => {
    const read = await town.asRead();
    const { stream } = await town.publishAsRead(read);
    const { root } = await treeHead(town.store, read.size);
    expect(await published(stream)).toMatchObject({
      size: read.size,
      root,
      cutOn: '2026-03-03',
      dataSha256: read.dataSha256,
      figures: { received: 1, published: 1, answered: 0, commitmentsMade: 0 },
    });
  });

  it('stands on a past size although more was recorded since', async () => {
    const read = await town.asRead();
    await town.write(CONTRIBUTION, contribution, answer);
    expect((await published((await town.publishAsRead(read)).stream)).figures.answered).toBe(0);
  });

  it('refuses figures that are not those of the register: a draft that was read of another size', async () => {
    const read = await town.asRead();
    await town.write(CONTRIBUTION, contribution, answer);
    await expect(town.publishAsRead({ ...read, size: read.size + 1 })).rejects.toMatchObject({
      rule: 'report.figuresDiffer',
      status: 409,
    });
  });

  it('refuses a size that the register has not reached', async () => {
    await expect(town.publishAsRead({ ...(await town.asRead()), size: 1_000 })).rejects.toMatchObject({
      rule: 'log.sizeNotReached',
    });
  });

  it('refuses a scope that names no consultation, or names some beside all of them', async () => {
    await expect(town.publish({ consultations: [] })).rejects.toMatchObject({ rule: 'report.scopeMisstated' });
    await expect(town.publish({ scope: 'register' })).rejects.toMatchObject({ rule: 'report.scopeMisstated' });
  });

  it('refuses a consultation that was not there at that size', async () => {
    await expect(town.publish({ consultations: [CONSULTATION, someId('consultation', 9)] })).rejects.toMatchObject({
      rule: 'report.unknownConsultation',
    });
  });

  it('is for the authority: neither a guarantor nor a committee publishes in its name', async () => {
    for (const role of ['guarantor', 'committeeMember'] as const)
      await expect(town.publish({}, requestedAs(role, 'garante'))).rejects.toMatchObject({
        rule: 'report.byTheAuthority',
        status: 403,
      });
  });

  it('names the report before it, which chapter 9 starts from', async () => {
    const first = await town.publish();
    const second = await town.publish();
    expect(await published(second.stream)).toMatchObject({ previous: first.stream });
  });

  it('records once what is sent twice under one key', async () => {
    const read = await town.asRead();
    const first = await town.publishAsRead(read, requestedWith('key'));
    expect(await town.publishAsRead(read, requestedWith('key'))).toMatchObject({
      stream: first.stream,
      duplicate: true,
    });
  });
});

describe('a report is of the authority that organises or answers, with the opinions of those who watch over it', () => {
  const elsewhere = someId('authority', 2);

  it('another authority does not publish it; one that was asked or joined does', async () => {
    const registered = event(authorityRegistered, {
      data: { siret: '21440143200018' },
      words: { name: { fr: 'Autre commune inventée' } },
    });
    await town.write(elsewhere, authority, registered);
    await expect(town.publish({ authority: elsewhere })).rejects.toMatchObject({ rule: 'report.notItsConsultation' });
    const joined = event(addresseeJoined, { data: { authority: elsewhere }, words: {} });
    await town.write(CONSULTATION, consultation, joined);
    await town.publish({ authority: elsewhere });
  });

  it('cites no guarantor and no committee that watches over something else', async () => {
    const [otherGuarantor, otherCommittee] = [someId('guarantor', 2), someId('committee', 2)];
    const appointed = await town.write(
      otherGuarantor,
      guarantor,
      event(guarantorAppointed, {
        data: {
          authority: TOWN,
          code: 'ailleurs',
          consultations: [someId('consultation', 2)],
          appointedBy: 'authority',
          chosenBy: 'openCall',
        },
        words: { title: { fr: 'Garant d’une autre démarche' } },
      }),
      event(guarantorReportPublished, {
        data: { kind: 'final' },
        words: { title: { fr: 'Bilan' }, text: { fr: 'Tout va bien.' } },
      }),
    );
    const issued = await town.write(
      otherCommittee,
      committee,
      event(committeeEstablished, {
        data: { authority: elsewhere, code: 'loin', scope: [], replyDays: 30 },
        words: { title: { fr: 'Comité' }, mandate: { fr: 'Suivre.' }, neutralityRule: { fr: 'Aucun lien.' } },
      }),
      event(opinionIssued, { data: {}, words: { title: { fr: 'Avis' }, text: { fr: 'Réservé.' } } }),
    );
    const opinions = [
      { by: otherGuarantor, event: appointed.events[1]!.id },
      { by: otherCommittee, event: issued.events[1]!.id },
    ] as const;
    for (const one of opinions)
      await expect(town.publish({ opinions: [one] })).rejects.toMatchObject({ rule: 'report.notItsOverseer' });
    const report = (await town.publish()).stream as `report-${string}`;
    await expect(
      new AttachGuarantorOpinionHandler(town.decisions).execute(
        new AttachGuarantorOpinion(report, { guarantor: otherGuarantor, event: opinions[0].event }, requestedWith()),
      ),
    ).rejects.toMatchObject({ rule: 'report.notItsOverseer' });
  });
});

describe('a report rests on a size whose root is verified', () => {
  it('is refused when the log no longer has the root that the report before it stated', async () => {
    const first = await town.publish();
    const { size } = await published(first.stream);
    const readAll = town.store.readAll.bind(town.store);
    const altered = Buffer.from(
      (await readAll(size - 1, 1))[0]!.bytes.toString('utf8').replace('"official"', '"agent"'),
    );
    town.store.readAll = async (after, limit) =>
      (await readAll(after, limit)).map((entry) => (entry.index === size - 1 ? { ...entry, bytes: altered } : entry));
    await expect(town.publish()).rejects.toMatchObject({ rule: 'report.rootDiffers' });
  });
});

describe('a publication that reads other streams', () => {
  it('is refused without its authority, and sees a function created a moment before', async () => {
    await expect(town.publish({ authority: someId('authority', 9) })).rejects.toMatchObject({
      rule: 'authority.unknown',
    });
    const release = { preparedBy: 'cheffe-de-projet' };
    await expect(town.publish({ release })).rejects.toMatchObject({ rule: 'authority.unknownFunction' });
    const created = event(functionCreated, {
      data: { function: 'cheffe-de-projet' },
      words: { name: { fr: 'Cheffe de projet' } },
    });
    await town.write(TOWN, authority, created);
    await town.publish({ release });
  });

  it('says at which revision it read each, and is decided again from exactly these', async () => {
    const { ofGuarantor } = await town.withOverseers();
    const read = await town.asRead({ opinions: [{ by: GUARANTOR, event: ofGuarantor }] });
    const first = await town.publishAsRead(read, requestedWith('key'));
    expect((await town.decisions.load(first.stream))[0]!.data['basis']).toEqual([
      { stream: TOWN, rev: 5 },
      { stream: GUARANTOR, rev: 2 },
    ]);
    const created = event(functionCreated, { data: { function: 'autre' }, words: { name: { fr: 'Autre' } } });
    await town.write(TOWN, authority, created);
    expect(await town.publishAsRead(read, requestedWith('key'))).toMatchObject({ duplicate: true });
  });
});

describe('nobody but its author changes a guarantor’s or a committee’s text', () => {
  it('attached at publication it is cited by its event: the report holds no copy of it', async () => {
    const { ofGuarantor, ofCommittee } = await town.withOverseers();
    const { stream } = await town.publish({
      opinions: [
        { by: GUARANTOR, event: ofGuarantor },
        { by: COMMITTEE, event: ofCommittee },
      ],
    });
    const [, ...attached] = await town.decisions.load(stream);
    expect(attached.map(({ data }) => data['event'])).toEqual([ofGuarantor, ofCommittee]);
    const opened = await town.vault.open(attached, 'public');
    expect(opened.map(({ words }) => words)).toEqual([{}, {}]);
  });

  it('is refused when it is not a text of the one named, or is named twice', async () => {
    const { ofGuarantor, ofCommittee } = await town.withOverseers();
    const attach = (...opinions: { by: typeof GUARANTOR | typeof COMMITTEE; event: string }[]) =>
      town.publish({ opinions });
    await expect(attach({ by: GUARANTOR, event: ofCommittee })).rejects.toMatchObject({ rule: 'report.notItsText' });
    await expect(attach({ by: someId('guarantor', 9), event: ofGuarantor })).rejects.toMatchObject({
      rule: 'report.unknownOverseer',
    });
    const twice = { by: GUARANTOR, event: ofGuarantor };
    await expect(attach(twice, twice)).rejects.toMatchObject({ rule: 'report.attachedBefore' });
  });
});
