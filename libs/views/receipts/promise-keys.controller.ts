import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Receipts } from '@fil/log/receipts/receipts';

/** Beside the checkpoints and tiles, for whoever writes down whom to trust: one key a line, the oldest first. */
@ApiExcludeController()
@Controller('log/promise-keys')
export class PromiseKeysController {
  constructor(private readonly receipts: Receipts) {}

  @Get()
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'public, max-age=15')
  @Header('access-control-allow-origin', '*')
  async list(): Promise<string> {
    return (await this.receipts.promiseKeys()).map((vkey) => `${vkey}\n`).join('');
  }
}
