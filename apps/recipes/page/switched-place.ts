import type { Mount, Unmount } from './run-recipe.ts';

/** Mounts a micro-frontend into the section of its name, under a button that takes it away and brings it back. */
export async function switchedPlace(name: string, mount: Mount): Promise<void> {
  const section = document.getElementById(name)!;
  const place = document.createElement('div');
  const button = document.createElement('button');
  button.className = 'switch';
  section.append(button, place);
  let unmount: Unmount | undefined;

  async function change(): Promise<void> {
    button.disabled = true;
    if (unmount) await unmount();
    unmount = unmount ? undefined : await mount(place);
    button.textContent = unmount ? 'Unmount' : 'Mount';
    button.disabled = false;
  }

  button.onclick = change;
  await change();
}
