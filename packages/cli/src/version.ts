/** Put in when it is built. */
declare const __BUSBAR_VERSION__: string | undefined;

/** The version of this package, `unbuilt` when it runs from source. */
export const version: string = typeof __BUSBAR_VERSION__ === 'string' ? __BUSBAR_VERSION__ : 'unbuilt';
