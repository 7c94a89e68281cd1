import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A time-stamping authority on this machine, as long as a test needs one. */
export class LocalAuthority {
  /** What is answered instead. */
  answer: ((query: Buffer) => Buffer) | null = null;

  private constructor(
    private readonly folder: string,
    private readonly server: Server,
  ) {}

  static async start(): Promise<LocalAuthority> {
    const folder = mkdtempSync(join(tmpdir(), 'fil-tsa-'));
    const openssl = (...args: string[]) => run(folder, args);
    writeFileSync(join(folder, 'openssl.cnf'), CONFIGURATION);
    writeFileSync(join(folder, 'serial'), '01\n');
    const made = ['-newkey', 'rsa:2048', '-nodes', '-days', '2', '-config', 'openssl.cnf'];
    openssl(
      'req',
      '-x509',
      ...made,
      '-subj',
      '/CN=Test root',
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-extensions',
      'ca',
    );
    openssl('req', '-new', ...made, '-subj', '/CN=Test authority', '-keyout', 'tsa.key', '-out', 'tsa.csr');
    const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2'];
    openssl(
      'x509',
      '-req',
      '-in',
      'tsa.csr',
      ...signing,
      '-extfile',
      'openssl.cnf',
      '-extensions',
      'tsa_cert',
      '-out',
      'tsa.pem',
    );
    const server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const query = Buffer.concat(pieces);
        response.setHeader('content-type', 'application/timestamp-reply');
        response.end(request.headers['content-type'] === 'application/timestamp-query' ? authority.reply(query) : '');
      });
    });
    const authority = new LocalAuthority(folder, server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return authority;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/tsa`;
  }

  /** What OpenSSL says of a request. */
  read(query: Buffer): string {
    writeFileSync(join(this.folder, 'read.tsq'), query);
    return run(this.folder, ['ts', '-query', '-in', 'read.tsq', '-text']);
  }

  /** Whether OpenSSL finds that the token is over these bytes, and of this authority. */
  verifies(token: Buffer, data: string | Buffer): boolean {
    writeFileSync(join(this.folder, 'token'), token);
    writeFileSync(join(this.folder, 'data'), data);
    const args = ['ts', '-verify', '-data', 'data', '-in', 'token', '-token_in', '-CAfile', 'ca.pem'];
    return spawnSync('openssl', args, { cwd: this.folder }).status === 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    rmSync(this.folder, { recursive: true });
  }

  reply(query: Buffer): Buffer {
    if (this.answer) return this.answer(query);
    writeFileSync(join(this.folder, 'query.tsq'), query);
    run(this.folder, ['ts', '-reply', '-config', 'openssl.cnf', '-queryfile', 'query.tsq', '-out', 'reply.tsr']);
    return readFileSync(join(this.folder, 'reply.tsr'));
  }
}

function run(cwd: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync('openssl', args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${stderr}`);
  return stdout;
}

const CONFIGURATION = `
[ req ]
distinguished_name = name
[ name ]
[ ca ]
basicConstraints = critical,CA:TRUE
[ tsa_cert ]
extendedKeyUsage = critical,timeStamping
[ tsa ]
default_tsa = authority
[ authority ]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
certs = ca.pem
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
`;
