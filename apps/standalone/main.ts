import { createServer } from 'node:http';

// A placeholder: it answers every request with the product's name.
const port = Number(process.env.PORT ?? 3000);
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end('<!doctype html><title>Fil rouge</title><h1>Fil rouge</h1>');
});
server.listen(port, '127.0.0.1', () => console.log(`Fil rouge: http://localhost:${port}/`));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close());
