import { committeeEstablished } from '@fil/facts/events/committee.events';
import { CORRECTABLE_AGGREGATES } from '@fil/facts/events/correction.events';
import { encounterPlanned } from '@fil/facts/events/encounter.events';
import { evaluationOpened, responseGiven } from '@fil/facts/events/evaluation.events';
import { guarantorAppointed } from '@fil/facts/events/guarantor.events';
import { reportPublished } from '@fil/facts/events/report.events';
import { AGGREGATES_WITH_TEXTS, type AggregateWithTexts } from '@fil/facts/events/text.events';
import { event, type AnyDefinition } from '@fil/facts/kit/event-definition';
import { isRefusal } from '@fil/facts/kit/refusal';
import { uuidV7 } from '@fil/log/event-store/ids';
import { decisionTakerOn } from '@fil/record/deciding/deciding.module';
import { ROOMS } from '@fil/record/texts/rooms';
import { written } from '@fil/record/texts/written.state';
import { exampleEvent } from '../../events/example-content';
import type { Api } from '../api';
import type { Command } from '../commands';
import { depositIn, type Town } from '../town';

const REASON = { fr: 'Une raison.', en: 'A reason.' };
const GERMAN = { de: 'Ein Text.' };
const PAST = '2026-01';
const TOOL = {
  tool: 'tool',
  version: '1.0',
  instruction: 'ab'.repeat(32),
  inputs: ['cd'.repeat(32)],
  validatedBy: 'voirie',
};

export const wordsCommands = async (api: Api, town: Town): Promise<Command[]> => [
  ...(await ofContributions(api, town)),
  ...(await ofEveryObject(api, town)),
  ...(await ofObservations(api, town)),
];

async function ofContributions(api: Api, town: Town): Promise<Command[]> {
  const { authority, consultation } = town;
  await api.record(`authorities/${authority}/functions`, { function: 'directrice', body: 'conseil', name: REASON });
  const one = async (): Promise<{ at: string; id: string; authorKey: string }> => {
    const { body } = await api.record('contributions', depositIn(consultation));
    return { at: `contributions/${body.stream}`, id: body.stream, authorKey: body.authorKey };
  };
  const restatement = { by: 'adjointe', text: REASON };
  const restated = async (): Promise<{ at: string; authorKey: string; restatement: string }> => {
    const { at, authorKey } = await one();
    const { body } = await api.record(`${at}/restatements`, restatement);
    return { at, authorKey, restatement: body.events[0].id };
  };
  const [slip, acknowledged, themed, corrected, toRestate, contested, followed, lost] = [
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
  ];
  const [toDispute, toUphold, toCorrect] = [await restated(), await restated(), await restated()];
  await api.record(`${toUphold.at}/restatement-disputes`, {
    restatement: toUphold.restatement,
    text: REASON,
    authorKey: toUphold.authorKey,
  });
  const contest = await contestIn(api, contested);
  const commitment = await doneFor(api, town, followed.id);
  const guarantor = await seed(api, 'guarantor', guarantorAppointed, { authority, code: 'garante', consultations: [] });
  return [
    {
      path: `${slip.at}/transcriptions`,
      body: {
        way: 'assisted',
        language: 'fr',
        title: { fr: 'Une fiche' },
        text: { fr: 'Des arbres [illisible].' },
        scan: { bytes: 12, mediaType: 'image/png', sha256: 'ab'.repeat(32) },
        by: 'adjointe',
        assisted: TOOL,
        occurredOn: PAST,
      },
    },
    {
      path: `${acknowledged.at}/acknowledgements`,
      body: { rule: 'crpa.are', service: 'voirie', answerBy: '2099-01-01', channel: 'email', occurredOn: PAST },
    },
    { path: `${themed.at}/themes`, body: { themes: ['voirie'], by: 'adjointe', occurredOn: PAST } },
    {
      path: `${corrected.at}/text-corrections`,
      body: { field: 'text', corrected: REASON, reason: REASON, authorKey: corrected.authorKey, occurredOn: PAST },
    },
    { path: `${toRestate.at}/restatements`, body: { ...restatement, assisted: TOOL, occurredOn: PAST } },
    {
      path: `${toDispute.at}/restatement-disputes`,
      body: { restatement: toDispute.restatement, text: REASON, authorKey: toDispute.authorKey, occurredOn: PAST },
    },
    {
      path: `${toUphold.at}/restatement-upholdings`,
      body: { restatement: toUphold.restatement, by: 'directrice', reason: REASON, occurredOn: PAST },
    },
    {
      path: `${toCorrect.at}/restatement-corrections`,
      body: { restatement: toCorrect.restatement, ...restatement, reason: REASON, assisted: TOOL, occurredOn: PAST },
    },
    {
      path: `${contested.at}/contest-answers`,
      body: { contest, verdict: 'upheld', by: 'directrice', text: REASON, occurredOn: PAST },
    },
    {
      path: `${followed.at}/follow-ups`,
      body: { commitment, verdict: 'partly', text: REASON, authorKey: followed.authorKey, occurredOn: PAST },
    },
    {
      path: `${lost.at}/author-keys`,
      body: { guarantor: guarantor.stream, ground: 'lost', checked: REASON, occurredOn: PAST },
      headers: await api.actingAs('guarantor', 'garante'),
    },
  ];
}

async function contestIn(api: Api, { at, authorKey }: { at: string; authorKey: string }): Promise<string> {
  await api.record(`${at}/admissions`, {});
  const answer = { outcome: 'considered', decidedBy: 'adjointe', justification: REASON };
  const outcome = await api.record(`${at}/outcomes`, answer);
  const { body } = await api.record(`${at}/contests`, {
    event: outcome.body.events[0].id,
    what: 'outcome',
    text: REASON,
    authorKey,
  });
  return body.events[0].id as string;
}

const made = ({ authority }: Town, follows: object): object => ({
  authority,
  owner: 'voirie',
  accountable: 'adjointe',
  dueOn: '2027-03',
  themes: [],
  ...follows,
  title: REASON,
});

const decisionIn = (api: Api, { authority }: Town): Promise<string> =>
  api.create('decisions', { authority, kind: 'other', decidedBy: 'adjointe', title: REASON });

async function doneFor(api: Api, town: Town, contribution: string): Promise<string> {
  const commitment = await api.create('commitments', made(town, { answers: [contribution] }));
  await api.record(`commitments/${commitment}/completions`, { evidence: ['Procès-verbal'] });
  return commitment;
}

interface Seeded {
  readonly stream: string;
  /** Its first event, and one of its texts. */
  readonly event: string;
  readonly path: string;
}

/** The first event of an object, whatever its own rules ask: here it is only there to be spoken of. */
async function seed(api: Api, aggregate: string, definition: AnyDefinition, data: object = {}): Promise<Seeded> {
  const stream = `${aggregate}-${uuidV7()}`;
  const example = exampleEvent(definition);
  const outcome = await decisionTakerOn(api.register).take({
    stream,
    decider: written,
    by: { actor: { role: 'official', body: 'voirie' }, account: null },
    decide: () => [
      event(definition, { data: { ...withoutOrigin(example.data), ...data }, words: example.words as never }),
    ],
  });
  if (isRefusal(outcome)) throw new Error(outcome.message.en);
  return { stream, event: outcome.events[0]!.id, path: textOf(definition) };
}

/** As entered here, by nobody but a clerk. */
const withoutOrigin = (data: object): object => {
  const { takenOver: _1, basis: _2, enteredInError: _3, ...own } = data as Record<string, unknown>;
  return own;
};

const textOf = ({ sealed }: AnyDefinition): string =>
  `/${Object.entries(sealed as Record<string, { kind: string; list: boolean }>).find(([, { kind, list }]) => kind === 'text' && !list)![0]}`;

async function ofEveryObject(api: Api, town: Town): Promise<Command[]> {
  const first = async (stream: string, path: string): Promise<Seeded> => {
    const [event] = await decisionTakerOn(api.register).load(stream);
    return { stream, event: event!.id, path };
  };
  const { consultation } = town;
  const decision = await decisionIn(api, town);
  const evaluation = await seed(api, 'evaluation', evaluationOpened, { authority: town.authority });
  const { root } = await decisionTakerOn(api.register).readLog(1);
  const objects: Record<AggregateWithTexts, Seeded> = {
    authority: await first(town.authority, '/name'),
    consultation: await first(consultation, '/title'),
    contribution: await first(await api.create('contributions', depositIn(consultation)), '/text'),
    synthesis: await first(
      await api.create('syntheses', { consultation, themes: [], title: REASON, text: REASON }),
      '/title',
    ),
    decision: await first(decision, '/title'),
    commitment: await first(await api.create('commitments', made(town, { decision })), '/title'),
    encounter: await seed(api, 'encounter', encounterPlanned, { consultation }),
    guarantor: await seed(api, 'guarantor', guarantorAppointed, { authority: town.authority, code: 'autre-garante' }),
    committee: await seed(api, 'committee', committeeEstablished, { authority: town.authority }),
    evaluation,
    evaluationResponse: await seed(api, 'evaluationResponse', responseGiven, { evaluation: evaluation.stream }),
    // Of the log as it is: a report that states another root would stop every later one.
    report: await seed(api, 'report', reportPublished, { authority: town.authority, size: 1, root }),
  };
  const texts = AGGREGATES_WITH_TEXTS.flatMap((aggregate): Command[] => {
    const { stream, event: of, path } = objects[aggregate];
    const at = `${ROOMS[aggregate].path}/${stream}`;
    return [
      {
        path: `${at}/plain-texts`,
        body: { event: of, path, readBy: 'peopleConcerned', readers: 'Atelier', text: GERMAN, occurredOn: PAST },
      },
      {
        path: `${at}/translations`,
        body: { event: of, path, by: 'machine', from: 'fr', text: GERMAN, assisted: TOOL, occurredOn: PAST },
      },
    ];
  });
  const entries = CORRECTABLE_AGGREGATES.map((aggregate): Command => {
    const { stream, event: of } = objects[aggregate];
    return {
      path: `${ROOMS[aggregate].path}/${stream}/entry-corrections`,
      body: { event: of, to: { occurredOn: PAST }, reason: REASON },
    };
  });
  return [...texts, ...entries];
}

async function ofObservations(api: Api, town: Town): Promise<Command[]> {
  const decision = await decisionIn(api, town);
  const commitment = await api.create('commitments', made(town, { decision }));
  const left = { text: REASON, contact: { email: 'habitant@example.org' } };
  const commands: Command[] = [];
  for (const at of [`commitments/${commitment}`, `decisions/${decision}`]) {
    const { body } = await api.record(`${at}/observations`, left);
    commands.push(
      { path: `${at}/observations`, body: { ...left, occurredOn: PAST } },
      {
        path: `${at}/observation-publications`,
        body: { observation: body.events[0].id, instead: REASON, occurredOn: PAST },
      },
    );
  }
  return commands;
}
