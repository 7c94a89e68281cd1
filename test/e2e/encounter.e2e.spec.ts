/** An encounter with printed slips, from its plan to the close of the collection, over the API. */
import { Api } from './api';
import { eventually } from './eventually';
import { startApp, type RunningApp } from './running-app';
import { depositIn, foundTown, type Town } from './town';

describe('an encounter with printed slips', () => {
  let running: RunningApp;
  let api: Api;
  let town: Town;
  let encounter: string;
  beforeAll(async () => {
    running = await startApp();
    api = new Api(running, { token: (await running.token()).token });
    town = await foundTown(api);
    encounter = await api.create('encounters', {
      consultation: town.consultation,
      format: 'workshop',
      title: { fr: 'Atelier sous la halle' },
      questions: [{ fr: 'Où planter ?' }],
    });
  });
  afterAll(() => running.close());

  const seen = (size: number) => ({ more: { 'fil-seen': String(size) } });
  let numbers: string[];
  let last: number;

  it('has numbers to print before anything is typed', async () => {
    const { body } = await api.record(`encounters/${encounter}/slip-blocks`, { count: 3 });
    last = body.size;
    const { text } = await api.get(`encounters/${encounter}/slips`, seen(last));
    numbers = text.trim().split('\r\n').slice(1);
    expect(numbers.join(' ')).toMatch(/^F\d+-001-[A-Z] F\d+-002-[A-Z] F\d+-003-[A-Z]$/);
  });

  it('finds the thread by the number on the slip, once it is entered', async () => {
    expect((await api.get(`contributions/${numbers[1]!}`)).status).toBe(404);
    const said = depositIn(town.consultation, { encounter, slip: numbers[1], question: 1 });
    const { body } = await api.record('contributions', said);
    last = body.size;
    for (const typed of [numbers[1]!, numbers[1]!.toLowerCase().replaceAll('-', '')])
      expect((await api.get(`contributions/${typed}`, seen(last))).body).toMatchObject({
        id: body.stream,
        encounter: { id: encounter, sheet: 2, slip: numbers[1], question: 1 },
      });
    const again = await api.post('contributions', said);
    expect([again.status, again.body.type]).toEqual([409, '/problems/slip.used']);
    expect((await api.get(`encounters/${encounter}`, seen(last))).body).toMatchObject({
      slips: { allocated: 3, used: 1, unused: 2 },
      contributions: 1,
    });
  });

  it('holds the collection back while the sheets entered are not those counted', async () => {
    const closing = `consultations/${town.consultation}/deposit-closings`;
    await api.record(`encounters/${encounter}/holdings`, { participants: 20, approximate: true });
    await api.record(`encounters/${encounter}/sheet-counts`, { handedIn: 2, blank: 0, presence: ['participants'] });
    await api.record(`encounters/${encounter}/sheet-entries`, { entered: 1, unreadable: 0 });
    const refused = await api.post(closing, {});
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/consultation.sheetsDiffer']);
    const difference = { fr: 'Une fiche s’est envolée.' };
    await api.record(`encounters/${encounter}/sheet-entries`, { entered: 1, unreadable: 0, missing: [3], difference });
    last = (await api.record(closing, {})).body.size;
    const { body } = await api.get(`encounters/${encounter}`, seen(last));
    expect(body.sheets).toMatchObject({ difference: 1, holdsBack: false, entries: [{}, { difference, missing: [3] }] });
  });

  it('stands in its consultation, which says that answers began once one was given', async () => {
    const of = `consultations/${town.consultation}`;
    const { body } = await api.get(of, seen(last));
    expect(body).toMatchObject({
      encounters: [{ id: encounter, participants: 20, approximate: true, sheetsUnaccounted: 1 }],
      guarantors: [],
      answersBegan: null,
      progress: { answered: 0, of: 1 },
    });
    const { body: thread } = await api.get(`contributions/${numbers[1]!}`);
    await api.record(`contributions/${thread.id}/admissions`, {});
    await api.record(`contributions/${thread.id}/outcomes`, {
      outcome: 'outOfScope',
      constraint: 'reseaux',
      decidedBy: 'adjointe',
      justification: { fr: 'Le réseau passe là.' },
    });
    await eventually('answers that began', async () => ((await api.get(of)).body.answersBegan === null ? null : true));
    const amendment = { constraintsRemoved: ['reseaux'], reason: { fr: 'Plus utile.' } };
    const refused = await api.post(`${of}/amendments`, amendment);
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/consultation.alreadyAnswered']);
  });
});
