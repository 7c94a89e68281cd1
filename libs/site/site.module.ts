import { Module } from '@nestjs/common';
import { AssetsController } from '@fil/ui/http/assets.controller';
import { AboutController } from './public/about/about.controller';
import { BacklogController } from './public/backlog/backlog.controller';
import { ConsultationsController } from './public/consultations/consultations.controller';
import { HomeController } from './public/home/home.controller';
import { OwnFileController } from './public/receipt/own-file.controller';
import { ReceiptController } from './public/receipt/receipt.controller';
import { SearchController } from './public/search/search.controller';
import { ThreadController } from './public/thread/thread.controller';
import { VerifierController } from './public/verifier/verifier.controller';

/** The pages. The app that imports it provides the queries of the views (`QueryBus`) and `SiteSettings`, globally. */
@Module({
  controllers: [
    AssetsController,
    HomeController,
    SearchController,
    ThreadController,
    BacklogController,
    ConsultationsController,
    AboutController,
    ReceiptController,
    OwnFileController,
    VerifierController,
  ],
})
export class SiteModule {}
