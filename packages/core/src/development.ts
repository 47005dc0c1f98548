/** Put in when Busbar is built for production. */
declare const __BUSBAR_PRODUCTION__: true | undefined;

/**
 * False in the production build, from which bundlers then leave out whatever asks for it: prose, and checks of what people
 * write into their code once. What goes wrong with events is told in both.
 */
export const inDevelopment: boolean = typeof __BUSBAR_PRODUCTION__ === 'undefined';
