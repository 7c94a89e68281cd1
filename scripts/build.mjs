import { buildProduct } from './build/build-product.mjs';

const { files, milliseconds } = await buildProduct();
console.log(`Built ${files} files into dist/ in ${(milliseconds / 1000).toFixed(1)} s`);
