import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '@fil/people/tokens/principal';
import { Caller, Requires } from '@fil/people/tokens/requires';
import { ApiJsonBody, fieldProblems, JsonBody } from '@fil/ui/http/json-body';
import { ProblemError, type FieldProblem } from '@fil/ui/http/problem';
import { languageOf, type Language } from '@fil/ui/language';
import { missingVisas, type Draft } from './draft';
import type { KeptDraft } from './draft-store';
import { Drafts } from './drafts';
import {
  nothingInput,
  prepareDraftInput,
  releaseDraftInput,
  reviseDraftInput,
  visaInput,
  type PrepareDraftInput,
  type ReleaseDraftInput,
  type ReviseDraftInput,
  type VisaInput,
} from './drafts.inputs';
import { publishableOf } from './publishables';

/** A draft as those who prepare it see it: functions, never accounts. */
type DraftAnswer = Omit<Draft, 'preparer' | 'visas' | 'release' | 'releases'> & {
  readonly visas: readonly { readonly function: string; readonly version: number; readonly at: string }[];
  readonly visasMissing: readonly string[];
  readonly release: { readonly decidedBy: string; readonly delegation: string | null; readonly at: string } | null;
  /** What its content lacks to be released, field by field. */
  readonly problems: readonly FieldProblem[];
  readonly changedAt: string;
};

const ID = new ParseUUIDPipe({
  exceptionFactory: () =>
    new ProblemError(404, 'draft.unknown', { fr: 'Ce projet n’existe pas.', en: 'There is no such draft.' }),
});

@ApiTags('drafts')
@Controller('api/v1/drafts')
@Requires('drafts')
export class DraftsController {
  constructor(private readonly drafts: Drafts) {}

  @Post()
  @ApiOperation({
    summary: 'Prepare an answer, a synthesis, a report …: nothing of it is in the log before its release',
  })
  @ApiJsonBody(prepareDraftInput)
  async prepare(
    @JsonBody(prepareDraftInput) body: PrepareDraftInput,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
  ): Promise<DraftAnswer> {
    return answered(await this.drafts.prepare(body, caller), languageOf(request));
  }

  @Get()
  @ApiOperation({ summary: 'Drafts, the last changed first' })
  @ApiOkResponse({ description: 'At most 200' })
  async list(@Req() request: FastifyRequest): Promise<{ items: DraftAnswer[] }> {
    return { items: (await this.drafts.list()).map((kept) => answered(kept, languageOf(request))) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'A draft: its content, what it lacks, its visas, its release' })
  @ApiOkResponse({ description: 'The draft' })
  async find(@Param('id', ID) id: string, @Req() request: FastifyRequest): Promise<DraftAnswer> {
    return answered(await this.drafts.find(id), languageOf(request));
  }

  @Put(':id')
  @ApiOperation({ summary: 'Change the content: visas of the earlier version no longer count' })
  @ApiJsonBody(reviseDraftInput)
  async revise(
    @Param('id', ID) id: string,
    @JsonBody(reviseDraftInput) body: ReviseDraftInput,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
  ): Promise<DraftAnswer> {
    return answered(await this.drafts.revise(id, body, caller), languageOf(request));
  }

  @Post(':id/visas')
  @ApiOperation({ summary: 'Give a visa to the version that was read; nobody gives one to her own text' })
  @ApiJsonBody(visaInput)
  async giveVisa(
    @Param('id', ID) id: string,
    @JsonBody(visaInput) body: VisaInput,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
  ): Promise<DraftAnswer> {
    return answered(await this.drafts.giveVisa(id, body, caller), languageOf(request));
  }

  @Post(':id/releases')
  @ApiOperation({
    summary: 'Decide: record it now, or at the hour given. Until then it can be recalled',
    description: 'Needs the scope of what is released too. The event names who prepared, who gave a visa, who decided.',
  })
  @ApiJsonBody(releaseDraftInput)
  async release(
    @Param('id', ID) id: string,
    @JsonBody(releaseDraftInput) body: ReleaseDraftInput,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
  ): Promise<DraftAnswer> {
    return answered(await this.drafts.release(id, body, caller), languageOf(request));
  }

  @Post(':id/recalls')
  @ApiOperation({ summary: 'Recall a release that is set and whose hour has not come' })
  @ApiJsonBody(nothingInput)
  async recall(
    @Param('id', ID) id: string,
    @JsonBody(nothingInput) _: object,
    @Req() request: FastifyRequest,
  ): Promise<DraftAnswer> {
    return answered(await this.drafts.recall(id), languageOf(request));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Discard a draft: nothing of it remains' })
  async discard(@Param('id', ID) id: string): Promise<void> {
    await this.drafts.discard(id);
  }
}

function answered({ draft, changedAt }: KeptDraft, language: Language): DraftAnswer {
  const { preparer: _, visas, release, releases: _n, ...said } = draft;
  const kind = publishableOf(draft.kind);
  return {
    ...said,
    visas: visas.map(({ function: code, version, at }) => ({ function: code, version, at })),
    visasMissing: missingVisas(draft),
    release: release && { decidedBy: release.decidedBy, delegation: release.delegation, at: release.at },
    problems: kind && draft.content ? fieldProblems(kind.input, draft.content, language) : [],
    changedAt,
  };
}
