/** Version of the engine, carried into answers. Equal to the version of the packages (a test compares them). */
export const ENGINE_VERSION = '0.1.0';
