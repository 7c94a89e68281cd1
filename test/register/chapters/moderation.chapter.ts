/** What is decided about showing a contribution's words, on objects of their own in a consultation of their own. */
import { consultationOpened, depositOpened } from '@fil/facts/events/consultation.events';
import {
  contributionAdmitted,
  contributionRecorded,
  contributionWithdrawn,
} from '@fil/facts/events/contribution.events';
import {
  appealDecided,
  appealLodged,
  contributionDeclaredInadmissible,
  contributionNotPublished,
  contributionRedacted,
  disclosureAuthorisationEnded,
  disclosureAuthorisationGiven,
  disclosureAuthorised,
  guarantorOpinionGiven,
} from '@fil/facts/events/moderation.events';
import type { DataOf } from '@fil/facts/kit/event-definition';
import { uuidV7 } from '@fil/log/event-store/ids';
import type { Story } from '../story';
import { fact, type Circumstances, type TestRegister } from '../test-register';

const APRIL: Circumstances = { at: '2026-04-10T09:00:00Z' };
/** Nothing waits here: other rooms count what does. */
const withdrawn = fact(contributionWithdrawn, {});
const TAKEN = { decidedBy: 'maire', authorTold: 'letter' } as const;

export async function tellModeration(register: TestRegister, { authority }: Story): Promise<void> {
  const consultation = `consultation-${uuidV7()}` as const;
  await register.append(
    consultation,
    [
      fact(
        consultationOpened,
        {
          organiser: authority,
          level: 'consult',
          addressees: [],
          openPoints: [],
          constraints: [],
          decisionPath: [],
          channels: ['counter', 'fieldReport'],
          themes: ['nature'],
          wordsPublic: 'onAdmission',
        },
        { title: { fr: 'Les bancs du parc' } },
      ),
      fact(depositOpened, {}),
    ],
    APRIL,
  );
  const said = (change: Partial<DataOf<typeof contributionRecorded>> = {}) =>
    fact(
      contributionRecorded,
      {
        consultation,
        sensitivity: 'public',
        kind: 'view',
        channel: 'counter',
        language: 'fr',
        themes: ['nature'],
        authorKind: 'person',
        attachmentCount: 0,
        ...change,
      },
      { title: { fr: 'Un banc' }, text: { fr: 'Le gardien dort sur le banc.' } },
    );
  await appealed(register, said());
  await redacted(register, said());
  await disclosed(register, authority, consultation, said);
}

const newcomer = (): { stream: `contribution-${string}`; circumstances: Circumstances } => {
  const id = uuidV7();
  return { stream: `contribution-${id}`, circumstances: { ...APRIL, person: id } };
};

async function appealed(register: TestRegister, said: ReturnType<typeof fact>): Promise<void> {
  const { stream, circumstances } = newcomer();
  const [, declared] = await register.append(
    stream,
    [
      said,
      fact(
        contributionDeclaredInadmissible,
        { rulesVersion: 1, article: 'article-4', appealBy: '2026-06-10', ...TAKEN },
        { reason: { fr: 'Un tract.' } },
      ),
    ],
    circumstances,
  );
  const [appeal] = await register.append(
    stream,
    [fact(appealLodged, { event: declared! }, { text: { fr: 'Relisez-moi.' } })],
    { ...circumstances, actor: { role: 'author', body: null } },
  );
  const [opinion] = await register.append(
    stream,
    [
      fact(
        guarantorOpinionGiven,
        { appeal: appeal!, guarantor: `guarantor-${uuidV7()}`, opinion: 'reversed' },
        { text: { fr: 'L’article 4 ne vise pas ce texte.' } },
      ),
    ],
    { ...circumstances, actor: { role: 'guarantor', body: 'garante' } },
  );
  await register.append(
    stream,
    [
      fact(appealDecided, {
        appeal: appeal!,
        result: 'reversed',
        decidedBy: 'adjointe',
        opinion: opinion!,
        authorTold: 'letter',
      }),
      withdrawn,
    ],
    circumstances,
  );
}

async function redacted(register: TestRegister, said: ReturnType<typeof fact>): Promise<void> {
  const { stream, circumstances } = newcomer();
  const [recorded] = await register.append(stream, [said, fact(contributionAdmitted, {})], circumstances);
  await register.append(
    stream,
    [
      fact(
        contributionRedacted,
        { event: recorded!, paths: ['/text'], ground: 'judgementOnPerson', ...TAKEN },
        { shownInstead: [{ fr: 'Le […] dort sur le banc.' }] },
      ),
      fact(
        contributionNotPublished,
        { ground: 'privacy', appealBy: '2026-06-10', ...TAKEN },
        { explanation: { fr: 'Une personne est reconnaissable.' } },
      ),
      withdrawn,
    ],
    circumstances,
  );
}

async function disclosed(
  register: TestRegister,
  authority: `authority-${string}`,
  consultation: `consultation-${string}`,
  said: (change: Partial<DataOf<typeof contributionRecorded>>) => ReturnType<typeof fact>,
): Promise<void> {
  await register.append(
    authority,
    [
      fact(
        disclosureAuthorisationGiven,
        {
          authorisation: 'terrain',
          consultations: [consultation],
          themes: [],
          territories: [],
          from: '2026-01-01',
          until: '2026-12-31',
          decidedBy: 'maire',
        },
        { conditions: { fr: 'Sans nom ni adresse.' } },
      ),
    ],
    APRIL,
  );
  const { stream, circumstances } = newcomer();
  const report = said({ sensitivity: 'restricted', channel: 'fieldReport', authorKind: 'agent' });
  await register.append(stream, [report], {
    ...circumstances,
    concealed: { consultation, sensitivity: 'restricted' },
  });
  const standing = { authority, authorisation: 'terrain' };
  const disclosure = fact(disclosureAuthorised, { standing, kind: 'view', channel: 'fieldReport', themes: ['nature'] });
  const notPublished = fact(contributionNotPublished, { ground: 'personalData', appealBy: '2026-06-10', ...TAKEN });
  await register.append(stream, [disclosure, notPublished, withdrawn], circumstances);
  await register.append(
    authority,
    [
      fact(
        disclosureAuthorisationEnded,
        { authorisation: 'terrain', decidedBy: 'maire' },
        { reason: { fr: 'Nouvelle charte.' } },
      ),
    ],
    APRIL,
  );
}
