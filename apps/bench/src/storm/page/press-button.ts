/** A press of the button. Times in milliseconds. */
export interface Press {
  /** When the browser had it, by its own time stamp. */
  readonly at: number;
  /** From then until its listener ran. */
  readonly handled: number;
  /** From then until the frame that shows it was made; absent where the page was read before. */
  painted?: number;
}

/** Shows a button that says how often it was pressed, and takes down how long each press had to wait. */
export function showButton(presses: Press[]): void {
  const button = document.createElement('button');
  button.style.cssText = 'position: absolute; left: 0; top: 0; width: 200px; height: 100px';
  button.textContent = 'Pressed 0 times';
  button.addEventListener('pointerdown', ({ timeStamp }) => {
    const press: Press = { at: timeStamp, handled: performance.now() - timeStamp };
    presses.push(press);
    button.textContent = `Pressed ${presses.length} times`;
    requestAnimationFrame(() => {
      // Ahead of what else waits for a task: what is measured is the frame.
      const painted = () => {
        press.painted = performance.now() - timeStamp;
      };
      scheduler.postTask(painted, { priority: 'user-blocking' });
    });
  });
  document.body.append(button);
}
