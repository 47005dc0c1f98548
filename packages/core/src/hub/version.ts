/** Put in when a copy of Busbar is built. */
declare const __BUSBAR_VERSION__: string | undefined;

/** The version of this copy of Busbar; `unbuilt` where its sources run as they are. */
export const version: string = typeof __BUSBAR_VERSION__ === 'string' ? __BUSBAR_VERSION__ : 'unbuilt';
