// A whole screening through the library; bundled into ../dist/screen-job.mjs by lib/build.mjs.
export { openScreening } from '@proviso/screen';
