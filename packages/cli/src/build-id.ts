declare const PROVISO_BUILD: string | undefined;

/** Names the program that was built, by a digest of its sources: what another build left behind is not trusted. */
export const BUILD_ID: string = typeof PROVISO_BUILD === 'string' ? PROVISO_BUILD : 'source';
