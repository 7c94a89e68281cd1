import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiToken } from './api-token.entity';
import { ApiTokens } from './api-tokens';
import { TokenGuard } from './token.guard';

/** Importing it guards every operation of the application that requires a scope. */
@Module({
  imports: [TypeOrmModule.forFeature([ApiToken])],
  providers: [ApiTokens, TokenGuard, { provide: APP_GUARD, useExisting: TokenGuard }],
  exports: [ApiTokens],
})
export class TokensModule {}
