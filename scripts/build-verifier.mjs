import { buildVerifier } from './build/build-verifier.mjs';

/** `npm run build:verifier [folder]` */
const files = await buildVerifier(process.argv[2]);
process.stdout.write(files.get('SHA256SUMS').toString('utf8'));
