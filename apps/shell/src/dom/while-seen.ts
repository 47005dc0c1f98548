/** Calls `begin` whenever an element comes into sight, and ends what that began when it goes out of sight. */
export function whileSeen(element: HTMLElement, begin: () => { unsubscribe(): void }): void {
  let begun: { unsubscribe(): void } | undefined;
  new IntersectionObserver((entries) => {
    const isSeen = entries.at(-1)?.isIntersecting === true;
    if (isSeen === Boolean(begun)) return;
    begun?.unsubscribe();
    begun = isSeen ? begin() : undefined;
  }).observe(element);
}
