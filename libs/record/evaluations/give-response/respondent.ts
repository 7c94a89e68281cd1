import { Injectable } from '@nestjs/common';
import type { RESPONSE_ACCESSES } from '@fil/facts/codes/oversight';
import { invitationsIssued } from '@fil/facts/events/evaluation.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { Vault } from '@fil/log/vault/vault';
import { AttemptLimiter } from '@fil/people/attempts/attempt-limiter';
import { problemOfRefusal } from '@fil/ui/http/problem';
import { ContributionAuthor } from '../../contributions/contribution-author';
import { contribution } from '../../contributions/contribution.state';
import { fold } from '../../deciding/decider';
import { opensWith } from '../../deciding/secret-letters';
import { DecisionTaker } from '../../deciding/take-decision';
import { evaluation } from '../evaluation.state';
import { missingEvaluation } from '../standing';
import type { GiveResponseInput } from './give-response.command';

/** Against a code of 100 random bits, any bound will do that keeps the machine free. */
const MOST_TRIES_IN_ALL = 1_000;

export interface LetIn {
  readonly access: (typeof RESPONSE_ACCESSES)[number];
  /** The key or the code: the response's stream is named after it, and it stands nowhere else. */
  readonly secret: string;
}

/** Whether somebody may answer an evaluation. What tells who she is, such as her contribution, is in no event. */
@Injectable()
export class Respondent {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly vault: Vault,
    private readonly limiter: AttemptLimiter,
    private readonly author: ContributionAuthor,
  ) {}

  /**
   * @param from the address of who tries
   * @throws ProblemError 403, 404, 410 or 429
   */
  async check(
    stream: string,
    { contribution: id, authorKey, invitation }: GiveResponseInput,
    from = 'unknown',
  ): Promise<LetIn> {
    const events = await this.decisions.load(stream);
    const state = fold(evaluation, events);
    if (!state.exists) throw problemOfRefusal(missingEvaluation());
    if (id !== undefined && authorKey !== undefined && invitation === undefined) {
      await this.author.check(id, authorKey, from);
      const known = fold(contribution, await this.decisions.load(id));
      if (!known.exists || known.voided || !state.consultations.includes(known.consultation))
        throw problemOfRefusal(notConcerned());
      return { access: 'authorKey', secret: authorKey };
    }
    if (invitation === undefined || id !== undefined || authorKey !== undefined) throw problemOfRefusal(noWayIn());
    const issued = events.filter(({ type }) => type === invitationsIssued.type);
    const opens = async (): Promise<boolean> =>
      (await this.vault.open(issued, 'person'))
        .flatMap(({ words }) => (words['digests'] ?? []) as unknown[])
        .some((digest) => typeof digest === 'string' && opensWith(invitation, digest));
    const right = await this.limiter.attempt(`invitation ${stream} ${from}`, () =>
      this.limiter.attempt(`invitation ${stream}`, opens, MOST_TRIES_IN_ALL),
    );
    if (!right) throw problemOfRefusal(wrongInvitation());
    return { access: 'invitation', secret: invitation };
  }
}

const noWayIn = (): Refusal =>
  refuse(
    'response.noWayIn',
    {
      fr: 'Répondez avec la clé d’auteur de votre contribution (« contribution » et « authorKey »), ou avec un code d’invitation (« invitation »).',
      en: 'Answer with the author’s key of your contribution ("contribution" and "authorKey"), or with the code of an invitation ("invitation").',
    },
    { field: 'authorKey' },
  );

const notConcerned = (): Refusal =>
  refuse(
    'response.notConcerned',
    {
      fr: 'Cette évaluation ne s’adresse pas aux auteurs de cette contribution.',
      en: 'This evaluation is not for the authors of this contribution.',
    },
    { kind: 'forbidden', field: 'contribution' },
  );

const wrongInvitation = (): Refusal =>
  refuse(
    'invitation.wrong',
    {
      fr: 'Ce code d’invitation n’est pas de cette évaluation. Recopiez ses 20 lettres et chiffres, et vérifiez à quelle évaluation il invite.',
      en: 'This code is not of an invitation to this evaluation. Copy its 20 letters and digits, and check which evaluation it invites to.',
    },
    { kind: 'forbidden', field: 'invitation' },
  );
