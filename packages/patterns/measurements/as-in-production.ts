// What the production build says of itself: imported before anything else.
Object.assign(globalThis, { __BUSBAR_PRODUCTION__: true });

export {};
