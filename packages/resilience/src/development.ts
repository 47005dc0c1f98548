/** Put in when the package is built for production. */
declare const __BUSBAR_PRODUCTION__: true | undefined;

/** False in the production build, from which bundlers then leave out whatever asks for it. */
export const inDevelopment: boolean = typeof __BUSBAR_PRODUCTION__ === 'undefined';
