import { Module } from '@nestjs/common';
import { AuthoritiesController } from './authorities.controller';
import { BodiesController } from './bodies.controller';
import { FunctionsController } from './functions.controller';
import { ThemesController } from './themes.controller';
import { RegisterAuthorityHandler } from './register-authority/register-authority.handler';
import { NameBodyHandler } from './name-body/name-body.handler';
import { RenameBodyHandler } from './rename-body/rename-body.handler';
import { EndBodyHandler } from './end-body/end-body.handler';
import { CreateFunctionHandler } from './create-function/create-function.handler';
import { EndFunctionHandler } from './end-function/end-function.handler';
import { AddThemeHandler } from './add-theme/add-theme.handler';
import { RenameThemeHandler } from './rename-theme/rename-theme.handler';
import { MergeThemeHandler } from './merge-theme/merge-theme.handler';

/** Use cases of authority; `DecisionTaker` and the command bus are global. */
@Module({
  controllers: [AuthoritiesController, BodiesController, FunctionsController, ThemesController],
  providers: [
    RegisterAuthorityHandler,
    NameBodyHandler,
    RenameBodyHandler,
    EndBodyHandler,
    CreateFunctionHandler,
    EndFunctionHandler,
    AddThemeHandler,
    RenameThemeHandler,
    MergeThemeHandler,
  ],
})
export class AuthorityModule {}
