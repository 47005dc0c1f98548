import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import type { PluginOption } from 'vite';

/** Compiles components as applications do that have turned the React Compiler on. */
export function compiledReact(): PluginOption {
  return [react(), babel({ presets: [reactCompilerPreset()] })];
}
