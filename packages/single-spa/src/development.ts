/** Put in when the package is built for production. */
declare const __BUSBAR_PRODUCTION__: true | undefined;

/** False in the production build, which has codes and data where this one has sentences. */
export const inDevelopment: boolean = typeof __BUSBAR_PRODUCTION__ === 'undefined';
