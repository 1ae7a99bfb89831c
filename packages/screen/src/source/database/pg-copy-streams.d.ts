// The package comes without types; this is the part of it that is used.
declare module 'pg-copy-streams' {
  import type { Readable } from 'node:stream';
  import type { Connection, Submittable } from 'pg';

  /** A COPY ... TO STDOUT whose data is read from the stream. */
  export interface CopyToStream extends Readable, Submittable {
    submit(connection: Connection): void;
  }

  export function to(text: string): CopyToStream;
}
