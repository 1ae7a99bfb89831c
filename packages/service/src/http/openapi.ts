import swagger from '@fastify/swagger';
import { ENGINE_VERSION } from '@proviso/logic';
import type { App } from '../context.ts';

/** Has the routes that come after described as OpenAPI 3.1. */
export async function describeRoutes(app: App, secured: boolean): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Proviso',
        version: ENGINE_VERSION,
        description:
          'May this transaction go ahead, under this restriction, on this date, and why? Names in JSON are camelCase; names that a rulebook declares are as declared. Unknown members and parameters are refused.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/', description: 'Where this file was fetched.' }],
      tags: [
        { name: 'decisions', description: 'Deciding, asking, explaining, and the records that are kept.' },
        { name: 'rulebooks', description: 'The law as data, and its status over time.' },
        { name: 'screenings', description: 'Judging every row of a file, and what came of it.' },
        { name: 'service', description: 'The service itself.' },
      ],
      ...(secured
        ? { components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } }, security: [{ token: [] }] }
        : { security: [] }),
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `schema-${index}`) },
    // Problems have a media type of their own.
    transform: ({ schema, url }) => ({ url, schema: withProblemType(schema) }),
  });
}

function withProblemType<Schema extends object>(schema: Schema): Schema {
  if (!('response' in schema) || typeof schema.response !== 'object' || schema.response === null) return schema;
  const response = Object.fromEntries(
    Object.entries(schema.response).map(([status, reply]) =>
      /^[45]xx$/.test(status)
        ? [
            status.toUpperCase(),
            { description: reply.description, content: { 'application/problem+json': { schema: reply } } },
          ]
        : [status, reply],
    ),
  );
  return { ...schema, response };
}
