/** Makes a function that runs `paint` in the next frame, once however often it was called before. */
export function onceAFrame(paint: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      paint();
    });
  };
}
