const style = `
  @keyframes slide { from { left: 0 } to { left: 600px } }
  .sliding, .moving { position: absolute; top: 160px; width: 20px; height: 20px; background: #1f6fb5 }
  .sliding { animation: slide 2s linear infinite alternate }
  .moving { top: 200px }
`;

/**
 * Shows two squares that only the main thread can move, one by CSS (`left`, which takes layout and paint), one by
 * `requestAnimationFrame`. Tells of each frame when it was due, by the browser's clock of frames.
 */
export function animate(onFrame: (time: number) => void): void {
  document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
  const [sliding, moving] = ['sliding', 'moving'].map((className) => {
    return document.body.appendChild(Object.assign(document.createElement('div'), { className }));
  });
  sliding!.ariaHidden = moving!.ariaHidden = 'true';
  const move = (time: number): void => {
    moving!.style.left = `${300 + 300 * Math.sin(time / 300)}px`;
    onFrame(time);
    requestAnimationFrame(move);
  };
  requestAnimationFrame(move);
}
