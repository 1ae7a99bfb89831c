// A bare Fastify POST that reads JSON and answers a constant: small, or of a size.
import { fastify } from 'fastify';

const app = fastify({ bodyLimit: 20 * 1024 * 1024 });
const small = { verdict: 'not_restricted', mayProceed: 'yes', possible: ['not_restricted'] };
const texts = new Map();
app.post('/small', () => small);
app.post('/size/:bytes', (request, reply) => {
  const bytes = Number(request.params.bytes);
  if (!texts.has(bytes)) texts.set(bytes, JSON.stringify({ constant: 'x'.repeat(Math.max(0, bytes - 15)) }));
  return reply.type('application/json; charset=utf-8').send(texts.get(bytes));
});
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
process.on('SIGTERM', () => app.close().then(() => process.exit(0)));
process.on('SIGUSR2', () => process.stdout.write(`${JSON.stringify(process.cpuUsage())}\n`));
