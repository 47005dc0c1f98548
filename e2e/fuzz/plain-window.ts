/** What a hub needs of a window: somewhere to dispatch events, and a document that says whether it is shown. */
export function plainWindow(): EventTarget {
  return Object.assign(new EventTarget(), { document: Object.assign(new EventTarget(), { hidden: false }) });
}
