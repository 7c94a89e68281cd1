/**
 * The founding workshop, recorded after the fact over the API only, as docs/tutorial/record-a-workshop.md tells it: five
 * sheets, 118 lines, about twenty people, an organiser, and no authority that had promised to answer. The commune that
 * joins afterwards is invented.
 */
import { createHash } from 'node:crypto';
import { Api } from '../e2e/api';
import { eventually } from '../e2e/eventually';
import { startApp, type RunningApp } from '../e2e/running-app';
import { TOWN_SIRET } from '../e2e/town-siret';
import { workshopRecord, type WorkshopLine } from './workshop-record';

const HELD_ON = '2025-06-05';
if (!workshopRecord.there) process.stderr.write(workshopRecord.why);

(workshopRecord.there ? describe : describe.skip)('the founding workshop', () => {
  let running: RunningApp;
  let api: Api;
  let commune: Api;
  let organiser: string;
  let town: string;
  let consultation: string;
  let encounter: string;
  let challenges: string[];
  /** By number of the line. */
  const contributions = new Map<string, { readonly id: string; readonly authorKey: string }>();
  const syntheses = new Map<string, string>();
  const lines: WorkshopLine[] = workshopRecord.there ? workshopRecord.lines() : [];

  beforeAll(async () => {
    running = await startApp();
    api = new Api(running, { token: (await running.token({ role: 'facilitator', body: 'animation' })).token });
    commune = new Api(running, { token: (await running.token({ role: 'official', body: 'mairie' })).token });
    challenges = [...new Set(lines.map(({ defi }) => defi))];
  });
  afterAll(() => running.close());

  /** What a reader sees who waits for all that is recorded. */
  const now = async (path: string): Promise<Record<string, unknown>> =>
    (await api.get(path, { more: { 'fil-seen': String(await running.logSize()) } })).body as Record<string, unknown>;
  const consultationNow = (): Promise<Record<string, unknown>> => now(`consultations/${consultation}`);

  it('an association organises it, and no authority has promised to answer', async () => {
    organiser = await api.create('authorities', {
      identifier: { scheme: 'rna', id: 'W442000001' },
      name: { fr: 'Collectif organisateur de l’atelier' },
    });
    await api.record(`authorities/${organiser}/bodies`, {
      body: 'animation',
      kind: 'partner',
      name: { fr: 'Équipe d’animation' },
    });
    await api.record(`authorities/${organiser}/functions`, {
      function: 'transcription',
      body: 'animation',
      name: { fr: 'Transcription des fiches' },
    });
    consultation = await api.create('consultations', {
      organiser,
      organiserKind: 'association',
      level: 'consult',
      origin: 'residents',
      addressees: [],
      animatedBy: 'animation',
      recordedAfterwards: true,
      openPoints: challenges.map((_, n) => ({ id: `defi-${n + 1}` })),
      openPointTexts: challenges.map((defi) => ({ fr: defi })),
      constraints: [],
      decisionPath: [],
      channels: ['workshop'],
      themes: [],
      wordsPublic: 'onAdmission',
      title: { fr: 'Ambitions pour 2026 : cinq défis de la démocratie locale' },
      occurredOn: HELD_ON,
    });
    await api.record(`consultations/${consultation}/deposit-openings`, { occurredOn: HELD_ON });
    expect(await consultationNow()).toMatchObject({ promised: false, dueOn: null, recordedAfterwards: true });
  });

  it('the encounter is recorded with what was counted', async () => {
    encounter = await api.create('encounters', {
      consultation,
      format: 'workshop',
      questions: challenges.map((defi) => ({ fr: defi })),
      title: { fr: 'Atelier du 5 juin 2025' },
      place: 'Bâtiment Atlantica, Nantes',
      expectedOn: HELD_ON,
      occurredOn: HELD_ON,
    });
    await api.record(`encounters/${encounter}/holdings`, {
      participants: 20,
      approximate: true,
      tables: challenges.length,
      occurredOn: HELD_ON,
    });
    await api.record(`encounters/${encounter}/sheet-counts`, {
      handedIn: challenges.length,
      blank: 0,
      presence: ['participants'],
      occurredOn: HELD_ON,
    });
    // Collection cannot close while the sheets counted are not entered.
    const early = await api.post(`consultations/${consultation}/deposit-closings`, {}, { language: 'fr' });
    expect([early.status, early.body.detail]).toEqual([409, expect.stringMatching(/fiches/)]);
  });

  it('each line of the sheets becomes a contribution of its table, with its question', async () => {
    expect(lines).toHaveLength(118);
    for (const { ligne, defi, texte } of lines) {
      const question = challenges.indexOf(defi) + 1;
      const { body } = await api.record(
        'contributions',
        {
          consultation,
          kind: 'view',
          channel: 'workshop',
          language: 'fr',
          authorKind: 'table',
          themes: [],
          encounter,
          sheet: question,
          question,
          text: { fr: texte },
          receivedOn: HELD_ON,
          occurredOn: HELD_ON,
        },
        { key: `ligne-${ligne}` },
      );
      contributions.set(ligne, { id: body.stream, authorKey: body.authorKey });
      await api.record(`contributions/${body.stream}/admissions`, {});
    }
    // Typed twice by mistake, the same line is the same contribution.
    const again = await api.post(
      'contributions',
      {
        consultation,
        kind: 'view',
        channel: 'workshop',
        language: 'fr',
        authorKind: 'table',
        themes: [],
        encounter,
        sheet: 1,
        question: 1,
        text: { fr: lines[0]!.texte },
        receivedOn: HELD_ON,
        occurredOn: HELD_ON,
      },
      { key: 'ligne-1' },
    );
    expect([again.status, again.body.duplicate, again.body.stream]).toEqual([200, true, contributions.get('1')!.id]);
    await api.record(`encounters/${encounter}/sheet-entries`, { entered: challenges.length, unreadable: 0 });
    await api.record(`encounters/${encounter}/minutes`, {
      sha256: createHash('sha256').update(workshopRecord.minutes()).digest('hex'),
      address: 'https://exemple.invalid/compte-rendu.txt',
      title: { fr: 'Compte rendu de l’atelier' },
    });
    await api.record(`consultations/${consultation}/deposit-closings`, {});
    expect(await consultationNow()).toMatchObject({ counts: { received: 118, published: 118, answered: 0, late: 0 } });
  });

  it('lines are restated, and whoever wrote one can dispute how it was understood', async () => {
    const { id, authorKey } = contributions.get('8')!;
    const restated = await api.record(`contributions/${id}/restatements`, {
      by: 'transcription',
      text: { fr: 'Qui choisit les sujets de la concertation : l’administration, les habitants, ou les deux ?' },
    });
    const [{ id: restatement }] = restated.body.events;
    const anyone = new Api(running);
    const wrong = await anyone.post(`contributions/${id}/restatement-disputes`, {
      restatement,
      authorKey: 'AAAA-AAAA-AAAA-AAAA-AAAA',
      text: { fr: 'Ce n’est pas ce que nous avons écrit.' },
    });
    expect(wrong.status).toBe(403);
    await anyone.record(`contributions/${id}/restatement-disputes`, {
      restatement,
      authorKey,
      text: { fr: 'Nous parlions du sens : du haut vers le bas, ou du bas vers le haut.' },
    });
    await api.record(`contributions/${id}/restatement-corrections`, {
      restatement,
      by: 'transcription',
      text: { fr: 'Les sujets de la concertation viennent-ils d’en haut ou d’en bas, et par qui sont-ils choisis ?' },
    });
    const body = await now(`contributions/${id}`);
    expect(JSON.stringify(body)).toContain('viennent-ils d’en haut ou d’en bas');
    expect(body.text).toEqual({ fr: lines[7]!.texte });
  });

  it('they are grouped by challenge, with the divergences', async () => {
    for (const [n, defi] of challenges.entries()) {
      const synthesis = await api.create('syntheses', { consultation, themes: [], title: { fr: defi } });
      syntheses.set(defi, synthesis);
      const members = lines
        .filter((line) => line.defi === defi)
        .map(({ ligne }) => ({ contribution: contributions.get(ligne)!.id, point: 1 }));
      await api.record(`syntheses/${synthesis}/attachments`, { members });
      if (n === 0) {
        const unsaid = await api.post(`syntheses/${synthesis}/publications`, {});
        expect(unsaid.status).toBe(422);
        await api.record(`syntheses/${synthesis}/divergences`, {
          kind: 'divergence',
          subject: { fr: 'Qui choisit les sujets' },
          positions: [{ fr: 'Les habitants' }, { fr: 'L’administration et les habitants ensemble' }],
          holders: [{ contribution: contributions.get('8')!.id, position: 2 }],
        });
      }
      await api.record(`syntheses/${synthesis}/publications`, n === 0 ? {} : { noneExpressed: true });
    }
    await eventually(
      'every line grouped',
      async () => (await api.get(`contributions/${contributions.get('118')!.id}`)).body.syntheses.length === 1,
      60_000,
    );
  });

  it('a commune joins and answers some points; the others wait, and every page says so', async () => {
    town = await commune.create('authorities', { siret: TOWN_SIRET, name: { fr: 'Commune de Vaubelle (inventée)' } });
    await commune.record(`authorities/${town}/bodies`, { body: 'mairie', kind: 'bureau', name: { fr: 'Mairie' } });
    await commune.record(`consultations/${consultation}/addressees`, {
      authority: town,
      promise: { amount: 3, unit: 'months' },
      statement: { fr: 'La commune a lu le compte rendu et répondra aux points du cinquième défi.' },
    });
    const synthesis = syntheses.get(challenges.at(-1)!)!;
    const common = await commune.record(`syntheses/${synthesis}/outcomes`, {
      outcome: 'considered',
      justification: { fr: 'Le suivi des engagements s’appuiera sur un registre ouvert.' },
      department: 'animation',
      decidedBy: 'transcription',
    });
    const fifth = lines.filter(({ defi }) => defi === challenges.at(-1));
    await eventually(
      'the common answer carried to all',
      async () => ((await consultationNow())['counts'] as { answered: number }).answered === fifth.length,
      60_000,
    );
    expect(common.body.events).toHaveLength(1);
    expect(await consultationNow()).toMatchObject({
      promised: true,
      counts: { received: 118, answered: fifth.length, late: 0 },
    });
    const backlog = (await api.get(`backlog?consultation=${consultation}`)).body;
    expect(backlog.totals.waiting).toBe(118 - fifth.length);
  });

  it('the timeline tells it, event by event, and what was known on the day before it was recorded: nothing', async () => {
    const { body } = await api.get(`timeline?about=${consultation}&order=oldest&limit=200`);
    const items = body.items as { event: string; index: number }[];
    expect(items[0]).toMatchObject({ type: 'consultation.opened/2', occurredOn: HELD_ON });
    expect(items.every(({ event, index }) => event && index >= 0)).toBe(true);
    expect((await api.get(`consultations/${consultation}?asKnownOn=2025-06-06`)).status).toBe(404);
    const csv = await api.get(`timeline.csv?about=${consultation}&type=contribution.recorded`);
    expect(csv.text.trim().split('\r\n')).toHaveLength(1 + 118);
  });
});
