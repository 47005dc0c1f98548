// What the remotes expose. In a project of your own the plugin can bring these types from the remotes (`dts`).
declare module '*/mount' {
  export function mount(place: HTMLElement): () => void;
}
